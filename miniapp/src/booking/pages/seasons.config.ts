export default definePageConfig({ navigationBarTitleText: '整季抽签' })
