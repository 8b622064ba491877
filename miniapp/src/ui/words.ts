import { table } from '../platform/language'

export const unsentWords = table('ui.unsentWords', {
  of: (what: string) => `${what}：`,
  waiting: '还没发出去。有网时自动发，不用再点。',
  sending: '正在发…',
  sent: '刚才发出去了。',
  look: '去看看',
  seen: '知道了',
  takeBack: '收回，不发了',
})

export const outsideWords = table('ui.outsideWords', {
  title: '请在微信里打开',
  text: '在微信里搜“一刻邻里”，就能办事。',
  desk: '工作人员用电脑登录',
})

export const privacyWords = table('ui.privacyWords', {
  title: '先问您一声',
  text: '有时要用位置、相机、照片或电话号码。只用来办您点的这件事。不同意也能用，只是这一步要您自己填。',
  policy: '看隐私保护指引',
  no: '不同意',
  yes: '同意',
})

export const addressWords = table('ui.addressWords', {
  title: '打不开',
  incomplete: '这个地址不完整',
  what: '请从首页再找一次。',
  home: '回首页',
})

export const updateWords = table('ui.updateWords', {
  ready: '有新版本了。',
  start: '现在换上',
})

/** What every control says by itself. */
export const controlWords = table('ui.controlWords', {
  required: '必填',
  example: (example: string, rule = '') => (rule ? `${example}。${rule}` : example),
  labelRequired: (label: string) => `${label}，必填`,
  noNetwork: '没有网络，有网了自动接上',
  tryNow: '刚才没连上网络，没有办成；现在连上了，请再试一次。',
  unseen: '这一页还没看过，有网了就打开',
  back: '返回',
  close: '关闭',
  loading: '正在加载',
  more: '再看一些',
  again: '再试一次',
  seen: '知道了',
  problemNumber: (number: string) => `问题编号 ${number}`,
  beingRead: '微信正在看这句话，稍后能看到。',
  unfit: '微信没让这句话通过，请打电话问社区。',
  changed: '刚刚有变化，上面已是最新的。',
  became: (state: string) => `刚刚有变化，现在是“${state}”。上面已是最新的。`,
  tooLong: (most: number, over: number) => `最多 ${most} 个字，请删掉 ${over} 个`,
  stillFits: (left: number) => `还能写 ${left} 个字`,
  on: '开',
  off: '关',
  less: (step: string) => `减 ${step}`,
  add: (step: string) => `加 ${step}`,
  minutes: '分钟',
  hours: '小时',
  days: '天',
  /** Of two units each has a line of the ring. */
  left: {
    minutes: (count: number) => `${count}分`,
    hours: (count: number) => `${count}时`,
    days: (count: number) => `${count}天`,
  },
  overdue: '超时',
  chooseDay: '选日子',
  chooseSlot: '选时段',
  date: (on: string) => `${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`,
  laterDays: '再往后的日子',
  full: '约满',
  open: '有空',
  times: (free: number) => `${free} 个时段有空`,
  seats: (places: number) => `还有 ${places} 个位`,
})

/** Of the bar of 长辈版. */
export const barWords = table('ui.barWords', {
  back: '返回',
  size: '字大小',
  aloud: '念出来',
  quiet: '停下',
  call: '打电话',
  callCommunity: (name: string) => `打电话给${name}`,
  callCity: '打电话给市民热线 12345',
  callPerson: '打电话找社区',
})
