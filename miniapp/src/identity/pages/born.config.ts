export default definePageConfig({ navigationBarTitleText: '出生年月' })
