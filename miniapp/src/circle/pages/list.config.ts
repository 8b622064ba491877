export default definePageConfig({ navigationBarTitleText: '身边', enableShareAppMessage: true })
