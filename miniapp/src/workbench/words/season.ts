import type { SeasonState } from '@yike/shared/booking/lifecycle/season'
import type { Source } from '@yike/shared/booking/rules/season'
import type { CallOffReason, SeasonFields } from '@yike/shared/booking/schema/season'
import { table } from '../../platform/language'
import type { Tone } from '../../ui'

export const seasonStateWords: Record<SeasonState, { word: string; tone: Tone }> = table(
  'workbench.seasonStateWords',
  {
    open: { word: '报名中', tone: 'persimmon' },
    closed: { word: '等号码', tone: 'waiting' },
    drawn: { word: '正在排', tone: 'waiting' },
    settled: { word: '已公布', tone: 'green' },
    calledOff: { word: '已取消', tone: 'quiet' },
  },
)

export const seasonSources: Record<Source, string> = table('workbench.seasonSources', {
  hand: '现场当众摇号',
  ssq: '福彩双色球',
  dlt: '体彩大乐透',
})

export const callOffWords: Record<CallOffReason, string> = table('workbench.callOffWords', {
  few: '报名的少，直接预约就行',
  mistake: '信息填错了，会重新开',
  repair: '场地要维修',
  noNumber: '公开号码没有产生',
})

const fields: Record<keyof SeasonFields, string> = {
  from: '从哪天开始',
  to: '到哪天为止',
  slots: '每周哪些时段',
  most: '每家最多几个',
  priority: '老人、孩子、残疾人先排',
  closesAt: '报名截止',
  drawAt: '什么时候开奖',
  source: '由哪个号码定先后',
  issue: '第几期',
}

export const seasonDeskWords = table('workbench.seasonDeskWords', {
  title: '整季抽签',
  none: '还没有开过抽签',
  noneText: '想要的人比时段多，就公开抽签。在“场所”里打开那一项来开。',
  asked: (count: number) => `${count} 家报名`,
  span: (from: string, to: string) => `${from}到${to}`,

  start: '开一季抽签',
  startText: '整季固定时段想要的人多时，公开抽签来分。',
  field: fields,
  dateExample: '比如：2027-03-01',
  momentExample: '比如：2027-02-10 18:00',
  slotsExample: '比如：周一、周三 19:00–20:00',
  slotsHint: '像写开放时间那样写。每段是一个时段，别和现有的开放时段错开。',
  understood: '这些时段',
  count: (count: number) => `${count} 个`,
  issueExample: '比如：2026138',
  open: '开始报名',
  openText: '这些时段从此不单独约。系统公布一颗种子的指纹。报名到点自动截止。名单自动封存，谁也改不了。',
  firstOpened: (to: string) => `前一季开好了，到${to}为止。下面接着开余下的，改好截止和开奖时间再开。`,
  restAfter: (from: string) => `开好这一季，接着开余下的：从${from}起。`,
  unreadable: '写成 2027-02-10 18:00 这样。',
  dateUnreadable: '写成 2027-03-01 这样。',
  slotsUnreadable: '写成 周一 19:00–20:00 这样。',

  closesAt: (when: string) => `${when}自动截止，名单封存`,
  drawAt: (when: string) => `${when}后录入公开号码`,
  frozen: (count: number) => `名单已封存，${count} 家`,
  want: (count: number) => `${count} 家排它第一`,
  enter: '录入公开号码',
  number: '公开号码',
  numberAgain: '再录一遍',
  numberHint: (source: Source): string =>
    source === 'hand' ? '至少六位数字，用空格隔开。' : '七个两位数，按公布的顺序，用空格隔开。',
  differ: '两遍不一样，请核对。',
  draw: '按这个号码抽签',
  drawText: '只能录一次，录完就出结果。人人看得到号码，都能重算。',
  early: '到时间这里就能录入号码。',
  drawn: '抽好了。抽中的替他们约好，没抽中的也都告诉了。',
  result: '结果',
  got: (count: number, seats: number) => `给出 ${count} 个，共 ${seats} 个`,
  missing: (on: string) => `${on}不开放`,
  see: '看公开的名单和结果',
  callOff: '取消这次抽签',
  callOffAsk: '为什么取消？报名的人都会看到',
  keep: '先不取消',
  calledOff: '取消了，时段已放开，报名的人都告诉了。',
})
