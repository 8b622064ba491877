export default definePageConfig({ navigationBarTitleText: '任务用词' })
