import type { BookingState } from '@yike/shared/booking/lifecycle'
import { spokenFirst } from '@yike/shared/booking/rules/first-ones'
import { type Quota, spokenQuota } from '@yike/shared/booking/rules/quota'
import { table } from '../platform/language'
import type { Tone } from '../ui'
import type { Against } from './view/not-for'

export { calendarWords } from './words/calendar'
export { dayMarks, shutWords } from './words/days'
export { linkWords } from './words/links'
export { modeNames } from './words/modes'
export { offerWords, swapWord } from './words/offer'
export { presenceWords } from './words/presence'
export { priceReasons } from './words/prices'
export { verbWords } from './words/story'

export const stateWords: Record<BookingState, { word: string; tone: Tone }> = table('booking.stateWords', {
  requested: { word: '待审核', tone: 'waiting' },
  confirmed: { word: '约好了', tone: 'green' },
  declined: { word: '没通过', tone: 'danger' },
  cancelled: { word: '已取消', tone: 'quiet' },
  lapsed: { word: '超时已释放', tone: 'quiet' },
  waiting: { word: '排队中', tone: 'waiting' },
  offered: { word: '有空位了', tone: 'persimmon' },
  passed: { word: '已让给下一位', tone: 'quiet' },
  missed: { word: '没等到', tone: 'quiet' },
  displaced: { word: '不开放了', tone: 'danger' },
  came: { word: '到了', tone: 'green' },
  absent: { word: '没来', tone: 'waiting' },
  appealed: { word: '等社区核对', tone: 'waiting' },
  excused: { word: '没来，不计', tone: 'quiet' },
})

/** Of a booking that was kept and is over. */
const over: { word: string; tone: Tone } = { word: '已结束', tone: 'quiet' }
export const overWord = table('booking.overWord', over)

export const words = table('booking.words', {
  today: '今天',
  free: '免费',
  yuan: (amount: string) => `${amount} 元`,

  ask: '想约什么？',
  askNothing: '近处这几天没有能约的',
  askElse: '都不是，看看别的',
  askSlot: (place: string, when: string, left: number) => `${place}，${when}，还有 ${left} 个位`,
  askWho: '给谁约？',
  askOtherTime: '换个时间',
  giveSelf: '给我自己约',
  giveOther: (name: string) => `给${name}约`,
  mineTitle: '我的事',
  mineNone: '近来没有约好的事。',
  mineSelf: '我和家人、住处',
  mineSlip: '看预约单',
  mineGiveUp: '不去了，取消预约',
  mineGivenUp: '取消了，名额已经让出来。',
  mineUndo: '按错了，重新约上',
  mineAgain: '又约上了。',
  mineRequest: '提一个需求',
  mineNotices: '我的消息',
  mineHelp: '帮帮邻居',

  choose: '选时段',
  pickOffering: '约哪一项',
  noneThatDay: '这天没有能约的时段',
  nextFree: (when: string) => `最近能约：${when}`,
  noneAtAll: '这些天没有能约的时段',
  noneAtAllText: '可以打电话问问，或看看别处。',
  lateDay: '离开始太近，网上约不了；急用可以打电话问问。',
  priority: (groups: string, days: number) => `${spokenFirst(groups)}先约，其他人晚 ${days} 天`,
  closedDay: (why: string) => `这一天不开放：${why}`,
  unknownDay: '这年的放假安排还没公布，先约近一点的日子。',
  parts: { whole: '全天', morning: '上午', afternoon: '下午', evening: '晚上' },

  confirm: '给谁约',
  forWhom: '给谁',
  self: '自己',
  addPerson: '加家人',
  price: '费用',
  length: (long: string, until: string) => `${long}，到 ${until}`,
  mode: '怎么办',
  tellAge: (who: string) => `补上${who}的出生年月`,
  myTeams: '看看我的团队',
  chooseOther: '看看别的',
  /** Why it is not for somebody, as the shared rule says it in Chinese. */
  notFor: ({ why }: Against): string => why,
  quota: spokenQuota as (quota: Quota) => string,
  place: (when: string, who: string) => `预约${when}，给${who}`,
  request: (when: string, who: string) => `申请${when}，给${who}`,
  cancelUntil: (time: string) => `${time} 前都能自己取消。`,

  ticket: '预约单',
  placed: '约好了，到场报这个号码。',
  requested: '已提交，名额先给您留着。',
  number: '预约号',
  qrFor: (number: string) => `预约号 ${number} 的二维码`,
  forName: (name: string) => `给${name}`,
  howToCancel: '怎么取消',
  cancelClosed: '已过自己取消的时间，请打电话说一声。',
  cancelAnyTime: '还没审核，随时可以取消。',
  whatHappened: '经过',
  you: '您',
  family: '家人',
  ofTeam: (team: string) => `${team || '团队'}约了什么`,
  ofTeamNone: '团队还没有约',
  ofTeamNoneText: '能替团队订的人约好了，这里就看得到。',
  bookedBy: (who: string) => `${who}约的`,
  community: '社区',
  clock: '系统',
  answerBy: (when: string) => `社区最晚 ${when} 答复`,
  comeThen: (when: string) => `${when} 到场，报预约号`,
  cancel: '取消预约',
  toPlace: (place: string, offering: string, when: string, who: string) =>
    `预约${place} ${offering}，${when}，给${who}`,
  toCancel: (place: string, offering: string, when: string, who: string) =>
    `取消${who}的${place} ${offering}，${when}`,
  asOf: (when: string) => `没有网络，这是${when}看到的，名额可能变了。`,
  cancelAsk: '取消这个预约吗？',
  cancelText: '名额马上让给别人，不能撤回；想去可以再约。',
  keep: '先不取消',
  cancelled: '取消了，名额已经让出来。',
  again: '再约一次',
  toCalendar: '记到手机日历',
  inCalendar: '日历里记好了。',
  notInCalendar: '没记上，请允许使用日历。',
  seePlace: '看看怎么去',

  wait: '排队等位',
  rank: (position: number) => (position === 1 ? '下一个就是您' : `第 ${position} 位`),
  ahead: (position: number) => `前面 ${position - 1} 人。`,
  rankNote: '有空位就按次序问，不用守着。',
  rankFirst: '您属于先问的人。',
  skipped: (why: string) => why,
  joined: '排上了。轮到您时消息里告诉您。',
  swapFrom: (what: string, why?: string) =>
    `原来约的${what}${why ? `，因为“${why}”` : ''}不开放了。下面这个时段先替您留着，换不换由您。`,
  swapLacks: (things: string) => `这里还缺：${things}。`,
  displaced: (why?: string) =>
    `这个时段不开放了${why ? `：${why}` : ''}。附近没有合适的能换；一有合适的就替您留着，也可以自己看看别的。`,
  backFor: (what: string, asks?: true) =>
    `${asks ? '换回去要等社区审核。一换，' : '换回来，'}${what}就同时取消${asks ? '，没通过也不恢复' : ''}；不换回，就照现在的。`,
  keepOffer: '先不让',
  leave: '不等了',
  leaveAsk: '不再排队吗？',
  leaveText: '以后再排，要从最后排起。',
  seekStop: '不用再找了',
  seekEnd: '不用再替您找能换的时段了吗？',
  stay: '接着等',
  waitingOnes: '在排队',
  seeking: '不开放了，还没有能换的',
  yours: '等您答复',

  tab: '我的预约',
  coming: '就要到了',
  past: '以前的',
  nothing: '还没有预约',
  nothingText: '看看走路一刻钟内有什么。',
  browse: '看看身边',
  nothingComing: '近来没有要去的',
  seats: (left: number) => `还有 ${left} 个位`,
})
