export default definePageConfig({ navigationBarTitleText: '从哪里出发' })
