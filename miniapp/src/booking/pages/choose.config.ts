export default definePageConfig({ navigationBarTitleText: '选时段', enableShareAppMessage: true })
