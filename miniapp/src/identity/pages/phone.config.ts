export default definePageConfig({ navigationBarTitleText: '社区找您的电话' })
