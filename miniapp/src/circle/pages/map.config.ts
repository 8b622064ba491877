export default definePageConfig({ navigationBarTitleText: '一刻钟走到哪', enableShareAppMessage: true })
