export default definePageConfig({ navigationBarTitleText: '服务圈覆盖' })
