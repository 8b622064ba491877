export default definePageConfig({ navigationBarTitleText: '孩子接送' })
