export default definePageConfig({ navigationBarTitleText: '我和家人' })
