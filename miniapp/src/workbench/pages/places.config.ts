export default definePageConfig({ navigationBarTitleText: '场所资料' })
