export default definePageConfig({ navigationBarTitleText: '能约的项目' })
