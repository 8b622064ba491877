import type { SeasonState } from '@yike/shared/booking/lifecycle/season'
import type { DrawCheck } from '@yike/shared/booking/rules/draw'
import type { Source } from '@yike/shared/booking/rules/season'
import type { CallOffReason, Missing } from '@yike/shared/booking/schema/season'
import { table } from '../../platform/language'
import type { Tone } from '../../ui'
import { seriesWords } from './series'

export const seasonStates: Record<SeasonState, { word: string; tone: Tone }> = table('booking.seasonStates', {
  open: { word: '报名中', tone: 'persimmon' },
  closed: { word: '等抽签', tone: 'waiting' },
  drawn: { word: '正在排', tone: 'waiting' },
  settled: { word: '已公布', tone: 'green' },
  calledOff: { word: '已取消', tone: 'quiet' },
})

export const sourceNames: Record<Source, string> = table('booking.sourceNames', {
  ssq: '福彩双色球',
  dlt: '体彩大乐透',
  hand: '社区现场摇号',
})

const reasons: Record<CallOffReason, string> = {
  repair: '场地要维修',
  mistake: '信息填错了，会重新开',
  few: '报名的少，直接预约就行',
  noNumber: '公开号码没有产生',
}

const checks: Record<DrawCheck, string> = {
  commitment: '种子就是报名前公布指纹的那一个',
  list: '名单和截止时封存的一字不差',
  order: '先后由种子和公开号码算出，没有人能挑',
  result: '每一位拿到的，就是轮到时剩下的最想要的',
}

export const seasonWords = table('booking.seasonWords', {
  list: '整季抽签',
  title: '整季抽签',
  none: '现在没有抽签',
  noneText: '球场、活动室整季的固定时段，想要的人多时，社区会开抽签。',
  newcomerText: '选好社区，就能看到这里开的抽签。',
  span: (from: string, to: string) => `${from}到${to}，每周`,
  open: '这一项有整季抽签',
  until: (when: string) => `${when}报名截止`,
  drawAt: (when: string, number: string) => `${when}由${number}定先后`,
  issue: (source: string, issue: string) => `${source}第 ${issue} 期`,
  asked: (count: number) => `${count} 家报名`,
  first: '老人、孩子、残疾人先排。',

  pick: '想要哪几个？最想要的先点',
  most: (count: number) => `每家最多 ${count} 个，多点几个，机会大些。`,
  seats: (count: number) => `给 ${count} 家`,
  weeks: (count: number) => `${count} 次`,
  nth: (nth: number) => `第 ${nth} 想要`,
  wants: '最多要几个',
  count: (count: number) => `${count} 个`,
  file: (slot: string) => `报名，最想要${slot}`,
  change: '改成这样',
  filed: '报上名了。截止前随时能改。',
  withdraw: '不报了',
  withdrawn: '撤回了。截止前还能再报。',
  mine: '我报的',
  publishes: '报名后，公开名单里只有一个代号和您选的时段，没有姓名。',
  tellsThem: (name: string) => `${name}会收到消息，知道是您替报的。`,
  filedBy: (who: string) => `${who}替报的`,
  pseudonym: (name: string) => `公开名单里叫 ${name}，别人看不出是谁。`,

  closed: '报名截止了，名单已经封存，谁也改不了。',
  notIn: '这次没有报名。',
  won: (slot: string) => `抽中了${slot}`,
  booked: (count: number) => `${count} 次都替您约好了`,
  bookedSome: (count: number, all: number) => `${all} 次里约好了 ${count} 次`,
  booking: '正在替您约，一会儿就好',
  missing: (on: string, why: string) => `${on}：${why}`,
  see: '看看约好的',
  lost: '这次没抽中',
  rank: (nth: number, of: number) => `${of} 家里排第 ${nth}`,
  lostText: '轮到您时，想要的时段都给了前面的人。',
  left: '还剩这些，谁都能约',
  leftSeats: (count: number) => `剩 ${count} 个`,
  book: '去约',
  calledOff: (why: CallOffReason | string) =>
    `社区取消了：${reasons[why as CallOffReason] ?? why}。时段已放开，直接能约。`,
  why({ code, why }: Missing): string {
    if (code === 'request.not_found') return '找不到这一项或这个人了'
    if (code === 'booking.series_long') return '一次约不下这么多，这天请另约'
    return seriesWords.why({ code, ...(why && { why }) })
  },
  some: '有几天没有',

  fair: '凭什么公平',
  fairText:
    '开报名时先公布一颗种子的指纹，名单封存后，再等一个谁也猜不到的公开号码。两样合起来定先后，社区和居民都挑不了。',
  verify: '看名单，自己重算',
  draw: '名单和结果',
  promised: '指纹和您报名时这台手机记下的一样',
  commitment: '种子的指纹',
  listHash: '名单的指纹',
  number: '公开号码',
  seed: '种子',
  unknown: '还没到公布的时候',
  check: '在这里重算一遍',
  checks: (check: DrawCheck) => checks[check],
  good: '全都对得上',
  bad: '有地方对不上，请告诉社区和街道',
  save: '存下这份记录',
  copy: '复制这份记录',
  copied: '复制好了，可以发到电脑上。',
  how: '在电脑上：把记录存成文件，用开源的 npm run draw 重算；或者用系统自带的 sha256sum 和 openssl 一步步核对。',
  moving: '名单正在更新，请稍后再看。',
  order: '先后',
  entries: (count: number) => `封存的名单，${count} 家`,
  me: '我',
  firsts: '先排',
  got: (slots: string) => `拿到${slots}`,
  gotNone: '没有拿到',
})

export const seasonElder = table('booking.seasonElder', {
  first: '最想要哪个时段？',
  second: '要是没抽中，再要哪个？',
  only: '别的不要',
  howMany: '最多要几个？',
  atMost: (count: string) => `最多要${count}`,
  who: '给谁报名？',
  whose: '看谁的？',
  self: '我自己',
  sure: '这样报名，行吗？',
  yes: '行，报名',
  filed: '报上名了',
  closed: '等着抽签',
  won: '抽中了',
  change: '改一改',
  open: '这次抽签',
  off: '这次抽签取消了',
  all: '看完整的名单',
})
