export default definePageConfig({ navigationBarTitleText: '名单和结果' })
