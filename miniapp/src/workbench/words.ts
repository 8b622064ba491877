import type { BookingState } from '@yike/shared/booking/lifecycle'
import type { Role } from '@yike/shared/kernel/contract'
import type { ProjectState } from '@yike/shared/microproject/lifecycle'
import type { ProjectKind } from '@yike/shared/microproject/schema'
import type { ClaimState } from '@yike/shared/volunteer/lifecycle'
import type { TaskKind } from '@yike/shared/volunteer/schema'
import type { Waiting } from '@yike/shared/workbench/schema'
import type { Tone } from '../ui'

export type CaseKind = Waiting['kind']

export const kindNames: Record<CaseKind, string> = {
  booking: '预约',
  microproject: '微实事',
  hours: '志愿时长',
}

export const roleNames = { worker: '社区工作者', supervisor: '街道督导' } satisfies Partial<
  Record<Role, string>
>

interface StateWord {
  word: string
  tone: Tone
}

export const stateWords: {
  booking: Record<BookingState, StateWord>
  microproject: Record<ProjectState, StateWord>
  hours: Record<ClaimState, StateWord>
} = {
  booking: {
    requested: { word: '待审核', tone: 'waiting' },
    confirmed: { word: '已通过', tone: 'green' },
    declined: { word: '已退回', tone: 'danger' },
    cancelled: { word: '居民已取消', tone: 'quiet' },
    lapsed: { word: '超时已释放', tone: 'quiet' },
  },
  microproject: {
    filed: { word: '待受理', tone: 'waiting' },
    accepted: { word: '已受理', tone: 'green' },
    sentBack: { word: '已退回', tone: 'danger' },
    withdrawn: { word: '居民已撤回', tone: 'quiet' },
  },
  hours: {
    claimed: { word: '待重新报', tone: 'quiet' },
    reported: { word: '待确认', tone: 'waiting' },
    confirmed: { word: '已入账', tone: 'green' },
    released: { word: '已放弃', tone: 'quiet' },
  },
}

/** What happened, as staff read it. */
export const verbWords: Record<CaseKind, Record<string, string>> = {
  booking: {
    place: '居民提交了预约',
    approve: '社区通过',
    decline: '社区退回',
    cancel: '居民取消',
    lapse: '没有按时审核，名额已释放',
  },
  microproject: {
    file: '居民提交了需求',
    accept: '社区受理',
    sendBack: '社区退回',
    refile: '居民修改后再交',
    withdraw: '居民撤回',
  },
  hours: {
    claim: '志愿者认领',
    release: '志愿者放弃',
    complete: '志愿者报了时长',
    confirm: '社区确认，时长入账',
    dispute: '社区退回时长',
  },
}

/** Sentences to begin with when something is sent back. */
export const reasons: Record<CaseKind, readonly string[]> = {
  booking: [
    '这个时段场地要维护，请改约别的时段。',
    '要先登记健康情况，请带证件来社区一趟。',
    '这项服务不合适，请打电话一起商量。',
  ],
  microproject: [
    '地点不清楚，请补上楼号或门牌。',
    '请写明谁用得上、大约多少人。',
    '这件事归物业管，已帮您转告。',
  ],
  hours: [
    '时长和签到对不上，请核对后再报。',
    '没有查到那天的签到，请补上情况。',
    '只算做事的时间，路上不算。',
  ],
}

/** The yes of each kind, and what the notice says afterwards. */
export const yesWords: Record<CaseKind, { act: string; done: (title: string) => string }> = {
  booking: { act: '通过预约', done: title => `已通过：${title}` },
  microproject: { act: '受理需求', done: title => `已受理：${title}` },
  hours: { act: '确认时长', done: title => `时长已入账：${title}` },
}

export const factNames = {
  forName: '给谁',
  when: '时间',
  place: '地点',
  price: '费用',
  number: '编号',
  note: '备注',
  kind: '类别',
  volunteer: '志愿者',
  reported: '报的时长',
  whole: '任务全长',
} as const

export const projectKindNames: Record<ProjectKind, string> = { works: '工程', service: '服务', goods: '实物' }

export const words = {
  workbench: '工作台',
  queue: '待办',
  count: (waiting: number, more: boolean) => `${waiting}${more ? ' 多' : ''} 件`,
  overdue: (cases: number) => `${cases} 件已超时`,
  asOf: (clock: string) => `截至 ${clock}`,
  all: '全部',
  community: '社区',
  kinds: '哪一类',
  more: '再看一些',
  done: '呼一口气，都办完了',
  doneText: '有新的会自己排进来。',
  noneOfKind: '这一类都办完了',
  publish: '发布志愿任务',
  toResidents: '回到居民端',
  keys: [
    ['j k', '上一件、下一件'],
    ['Enter', '打开'],
    ['a', '通过'],
    ['d', '退回'],
  ],

  case: '办理',
  story: '经过',
  resident: '居民',
  staff: '社区',
  clock: '系统',
  free: '免费',
  yuan: (amount: string) => `${amount} 元`,
  answerNow: '等社区答复',
  minutes: '入账时长',
  minutesUnit: '分钟',
  confirmHours: (length: string) => `确认 ${length}`,
  sendBack: '退回',
  sendBackAsk: '为什么退回？居民会看到这句话。',
  reason: '原因',
  reasonExample: '选一句，或自己写',
  reasonMissing: '写一句原因，至少两个字',
  doSendBack: '退回给居民',
  keep: '先不退',
  sentBack: (title: string) => `已退回：${title}`,
  own: '这是您自己的事，请同事来办。',
  settled: '这件事已经办过了。',

  noPost: '还没分到社区',
  noPostText: '请街道把您的社区登记好。',
  notStaff: '这里是社区的工作台',
  notStaffText: '只有社区工作者和街道督导能用。',
  goHome: '回首页',
} as const

export const publishWords = {
  title: '发布志愿任务',
  taskKinds: {
    housework: '家政服务',
    culture: '文体活动',
    counselling: '心理疏导',
    health: '保健指导',
    legal: '法律咨询',
    errand: '跑腿',
  } satisfies Record<TaskKind, string>,
  community: '哪个社区',
  kind: '哪一类',
  name: '任务名称',
  nameExample: '比如：陪张奶奶去取药',
  where: '在哪里',
  whereExample: '比如：社区活动室门口集合',
  what: '做什么',
  whatExample: '要做的事、要带的东西、找谁',
  on: '哪一天',
  start: '几点开始',
  length: '做多久',
  until: (clock: string, length: string) => `${length}，到 ${clock}`,
  places: '要几个人',
  placesUnit: '人',
  send: (when: string) => `发布，${when}`,
  published: (title: string) => `“${title}”发布好了，已经能认领。`,
  see: '看看这个任务',
  again: '再发一个',
  back: '回到待办',
  wrong: {
    title: '写 2 到 40 个字',
    what: '写 2 到 500 个字',
    where: '写 2 到 80 个字',
  },
} as const
