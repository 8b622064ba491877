export default definePageConfig({ navigationBarTitleText: '一季时段抽签' })
