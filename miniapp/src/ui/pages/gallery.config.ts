export default definePageConfig({ navigationBarTitleText: '控件' })
