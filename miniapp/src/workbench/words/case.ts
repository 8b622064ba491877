import type { BookingState } from '@yike/shared/booking/lifecycle'
import type { ProjectState } from '@yike/shared/microproject/lifecycle'
import type { MicroProject, ProjectKind } from '@yike/shared/microproject/schema'
import type { ClaimState } from '@yike/shared/volunteer/lifecycle'
import type { Waiting } from '@yike/shared/workbench/schema'
import { table } from '../../platform/language'
import type { Tone } from '../../ui/types'

/** What is decided with a yes or a reason; an entry of the directory and the words of a task are looked at instead. */
export type CaseKind = Exclude<Waiting['kind'], 'place' | 'task' | 'season'>

/** What there is to decide: a booking, or what its owner said about not having come. */
export type Decision = CaseKind | 'appeal'

export const kindNames: Record<Waiting['kind'], string> = table('workbench.kindNames', {
  booking: '预约',
  microproject: '微实事',
  hours: '志愿时长',
  place: '场所核对',
  task: '任务用词',
  season: '抽签',
})

interface StateWord {
  word: string
  tone: Tone
}

export const stateWords: {
  booking: Record<BookingState, StateWord>
  microproject: Record<ProjectState, StateWord>
  hours: Record<ClaimState, StateWord>
} = table('workbench.stateWords', {
  booking: {
    requested: { word: '待审核', tone: 'waiting' },
    confirmed: { word: '已通过', tone: 'green' },
    declined: { word: '已退回', tone: 'danger' },
    cancelled: { word: '居民已取消', tone: 'quiet' },
    lapsed: { word: '超时已释放', tone: 'quiet' },
    waiting: { word: '排队中', tone: 'quiet' },
    offered: { word: '有位，等居民答复', tone: 'waiting' },
    passed: { word: '已让给下一位', tone: 'quiet' },
    missed: { word: '没等到', tone: 'quiet' },
    displaced: { word: '没有着落', tone: 'danger' },
    came: { word: '到了', tone: 'green' },
    absent: { word: '没来', tone: 'waiting' },
    appealed: { word: '没来，说了原因', tone: 'waiting' },
    excused: { word: '没来，不计', tone: 'quiet' },
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
})

/** What happened, as staff read it. */
export const verbWords: Record<CaseKind, Record<string, string>> = table('workbench.verbWords', {
  booking: {
    place: '居民提交了预约',
    placeBy: '家人代约',
    joinBy: '家人代为排队',
    cancelBy: '家人代为取消',
    acceptBy: '家人代为要下了这个位',
    applyBy: '家人代为要下了这个位，等审核',
    passBy: '家人代为让给下一位',
    placeFor: '社区代约',
    allot: '抽签抽中',
    cancelFor: '社区代为取消',
    acceptFor: '社区代为答应换',
    approve: '社区通过',
    decline: '社区退回',
    cancel: '居民取消',
    lapse: '没有按时审核，名额已释放',
    join: '居民开始排队',
    offer: '有空位，留给居民答复',
    skip: '有过空位，没能留给居民',
    accept: '居民要下了这个位',
    apply: '居民要下了这个位，等审核',
    checkIn: '到场',
    noShow: '记了没来',
    appeal: '居民说明了原因',
    excuse: '不计',
    uphold: '照旧记着',
    displace: '这个时段不开放了',
    seek: '没有合适的能换，请打电话',
    restore: '又开放了，预约照旧',
    reask: '又开放了，照旧等审核',
    reopen: '原来的时段又开放了，留着等居民答复',
    withdraw: '原来的时段又不开放了，现在的预约不变',
    goBack: '居民换回了原来的时段',
    swap: '替居民另留了一个时段',
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
})

/** Sentences to begin with when something is sent back. */
export const reasons: Record<Decision, readonly string[]> = table('workbench.reasons', {
  booking: [
    '这个时段场地要维护，请改约别的时段。',
    '要先登记健康情况，请带证件来社区一趟。',
    '这项服务不合适，请打电话一起商量。',
  ],
  appeal: ['那天没有接到电话或消息。', '原因和当天的记录对不上，请打电话说说。'],
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
})

/** The yes of each kind, and what the notice says afterwards. */
export const yesWords: Record<Decision, { act: string; done: (about: string) => string }> = table(
  'workbench.yesWords',
  {
    booking: { act: '通过预约', done: about => `已通过：${about}` },
    appeal: { act: '原因成立，不计', done: about => `不计了：${about}` },
    microproject: { act: '受理需求', done: about => `已受理：${about}` },
    hours: { act: '确认时长', done: about => `时长已入账：${about}` },
  },
)

export const factNames = table('workbench.factNames', {
  forName: '给谁',
  when: '时间',
  place: '地点',
  price: '费用',
  equipment: '借的设备',
  number: '编号',
  note: '居民的话',
  what: '为什么需要',
  task: '做什么',
  kind: '类别',
  volunteer: '志愿者',
  reported: '报的时长',
  whole: '任务全长',
})

export const projectKindNames: Record<ProjectKind, string> = table('workbench.projectKindNames', {
  works: '工程',
  service: '服务',
  goods: '实物',
})

/** What WeChat made of what stands beside a booking or in a timeline, where staff should know. */
export const noteWords = table('workbench.noteWords', {
  theirs: '微信觉得居民写的这段话可能不合适。',
  ours: '微信觉得这句话不合适，居民看不到。请打电话告诉居民。',
})

/** What WeChat made of what everybody reads of a place; nothing where it found nothing. */
export const publicWords: Record<NonNullable<MicroProject['wording']>, string | undefined> = table(
  'workbench.publicWords',
  {
    pending: '微信正在看新写的话。看过之前，居民看到的是原来的。',
    pass: undefined,
    review: '微信没能判断新写的话，居民已经看得到。请您再看一眼。',
    risky: '微信觉得有的话不合适。居民看到的还是原来的，请改好再存。',
  },
)

/** What WeChat made of a resident's words, as staff are told; nothing where it found nothing. */
export const wordingWords: Record<NonNullable<MicroProject['wording']>, string | undefined> = table(
  'workbench.wordingWords',
  {
    pending: '微信正在查这段文字，过一会儿才能受理；退回随时可以。',
    pass: undefined,
    review: '微信没能判断这段文字，请您看一眼再受理。受理后邻居都看得到。',
    risky: '微信觉得这段话可能不合适。请仔细看过再决定。受理后邻居都看得到。',
  },
)
