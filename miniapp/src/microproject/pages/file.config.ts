export default definePageConfig({ navigationBarTitleText: '提一个需求' })
