export default definePageConfig({ navigationBarTitleText: '看得更清楚' })
