export const unsentWords = {
  waiting: '还没发出去。有网时自动发，不用再点。',
  sending: '正在发…',
  sent: '刚才发出去了。',
  look: '去看看',
  seen: '知道了',
  takeBack: '收回，不发了',
} as const

export const outsideWords = {
  title: '请在微信里打开',
  text: '在微信里搜“一刻邻里”，就能办事。',
  desk: '工作人员用电脑登录',
} as const
