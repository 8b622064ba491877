export default definePageConfig({ navigationBarTitleText: '志愿', enableShareAppMessage: true })
