export default definePageConfig({ navigationBarTitleText: '预约和到场' })
