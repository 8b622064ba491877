export default definePageConfig({ navigationBarTitleText: '后面的事' })
