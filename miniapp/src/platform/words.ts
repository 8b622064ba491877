/** What the phone itself has to say, where no page and no server does. */
export const words = {
  offline: '现在连不上网络，请看看信号再试。',
  enter: '去登录',
  checkField: '请检查这一项',
  tooOld: '放了两天没发出去，不再发了。请看看办到哪了，再重新提交。',
  /** As a voice says the dash between two hours. */
  until: '到',
  mainPages: '主要页面',
} as const
