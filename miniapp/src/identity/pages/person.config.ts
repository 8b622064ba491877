export default definePageConfig({ navigationBarTitleText: '加一位家人' })
