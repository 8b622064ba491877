import type { ClaimState } from '@yike/shared/volunteer/lifecycle'
import type { TaskKind } from '@yike/shared/volunteer/schema'
import { table } from '../platform/language'
import type { Tone } from '../ui'

export const kindNames: Record<TaskKind, string> = table('volunteer.kindNames', {
  housework: '家政',
  culture: '文体',
  counselling: '心理疏导',
  health: '保健',
  legal: '法律',
  errand: '跑腿',
})

export const stateWords: Record<ClaimState, { word: string; tone: Tone }> = table('volunteer.stateWords', {
  claimed: { word: '已认领', tone: 'green' },
  reported: { word: '待确认时长', tone: 'waiting' },
  confirmed: { word: '时长已入账', tone: 'green' },
  released: { word: '已放弃', tone: 'quiet' },
})

/** Of a claim whose task is over and whose hours nobody knows yet. */
export const dueWord: { word: string; tone: Tone } = table('volunteer.dueWord', {
  word: '该报时长了',
  tone: 'waiting',
})

/** What happened, as the volunteer reads it. */
export const verbWords: Record<string, string> = table('volunteer.verbWords', {
  claim: '您认领了任务',
  release: '您放弃了认领',
  complete: '您报了时长',
  confirm: '社区确认，时长入账',
  dispute: '社区退回，请重新报',
})

export const words = table('volunteer.words', {
  nextDay: '（次日）',
  shareMenu: '邻居们有事要人搭把手',
  share: (title: string) => `缺人手：${title}`,
  claimShort: '认领',
  claimNamed: (title: string) => `认领${title}`,
  couldHelp: '您能帮的忙',
  tab: '志愿',
  newcomerText: '选好社区，就能看到邻居们需要帮什么忙。',
  bank: '时间银行',
  bankNote: '做一小时，存一小时',
  seeMine: '我认领的',

  joinTitle: '搭把手，时长能存起来',
  joinText: '登记后就能认领任务，时长存进时间银行。',
  join: '登记成为志愿者',
  joined: '登记好了，挑一个任务吧。',

  howLong: '我有多久',
  tasks: (count: number) => `${count} 件事`,
  stretches: { any: '不限', half: '半小时', hour: '一小时', long: '半天' },
  left: (places: number) => (places === 0 ? '名额满了' : `还有 ${places} 个位`),
  full: '满',
  over: '已经结束',
  nothing: '眼下没有任务',
  nothingText: '社区发了新任务，会排在这里。',
  noneThatShort: '没有这么短的任务',
  noneThatShortText: '时间宽一点，再看看。',
  showAll: '看全部任务',

  task: '志愿任务',
  when: '时间',
  where: '地点',
  placesOf: (all: number) => `名额，一共 ${all} 个`,
  wordings: {
    pending: '微信正在查这段文字，查好前邻居看不到。',
    review: '微信没能判断这段文字，请您再看一眼。邻居看得到。',
    risky: '微信觉得这段话可能不合适，邻居看不到。请改好另发。',
  },
  story: '经过',
  answerWithin: '社区五个工作日内确认',

  claim: '认领这个任务',
  claimed: (when: string) => `认领好了，${when} 见。`,
  joinAndClaim: '登记并认领',
  joinAndClaimNote: '认领前先登记成志愿者，只需一次。',
  release: '放弃认领',
  releaseAsk: '放弃这个任务吗？',
  releaseText: '名额马上让给别人，反悔了可以再认领。',
  keep: '还是我去',
  released: '放弃了，名额已经让出来。',
  minutes: '做了多久',
  report: (length: string) => `报 ${length}`,
  reported: '报上去了，等社区确认。',
  sentBackBecause: (reason: string) => `上次退回的原因：${reason}`,
  waits: {
    reported: '时长已报，等社区确认。',
    confirmed: '时长已存进时间银行，谢谢您。',
    running: '任务进行中，结束后来报时长。',
    full: '名额满了，看看别的任务。',
    started: '任务已开始，不能再认领。',
    elsewhere: '这是别的社区的任务。',
  },
  seeOthers: '看看别的任务',

  mine: '我的志愿',
  next: '接下来',
  waiting: '等社区确认',
  past: '以前的',
  mineNothing: '还没认领过任务',
  mineNothingText: '挑一个有空做的，从半小时开始。',
  browse: '看看有什么任务',
  got: (length: string) => `入账 ${length}`,
  told: (length: string) => `报了 ${length}`,
})
