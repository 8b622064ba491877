export default definePageConfig({ navigationBarTitleText: '团队的预约' })
