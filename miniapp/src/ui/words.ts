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

export const privacyWords = {
  title: '先问您一声',
  text: '要用到位置、相机或电话号码时，只用来办您点的这件事。不同意也能用，只是这一步要您自己填。',
  policy: '看隐私保护指引',
  no: '不同意',
  yes: '同意',
} as const

export const updateWords = {
  ready: '有新版本了。',
  start: '现在换上',
} as const
