export default definePageConfig({ navigationBarTitleText: '重复预约' })
