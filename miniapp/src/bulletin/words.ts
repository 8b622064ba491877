import { type Reason, reasons as theirs } from '@yike/shared/booking/rules/reasons'
import type { HeldInstead, Notice } from '@yike/shared/bulletin/schema'
import { table } from '../platform/language'
import type { IconName } from '../ui'

export type Subject = Notice['about']

export const icons: Record<Subject, IconName> = {
  booking: 'ticket',
  microproject: 'idea',
  task: 'volunteer',
  season: 'calendar',
}

/** What happened to a case, by what it is about and the verb of its lifecycle. */
export const happened: Record<Subject, Readonly<Record<string, string>>> = table('bulletin.happened', {
  booking: {
    place: '预约已提交',
    placeFor: '社区替您约了',
    cancelFor: '社区替您取消了',
    acceptFor: '社区照您说的，替您换好了',
    approve: '预约通过了',
    decline: '预约没有通过',
    cancel: '预约取消了',
    lapse: '没人按时审核，名额已释放',
    join: '排上队了',
    offer: '有空位了，替您留着，等您答复',
    skip: '有过空位，没能留给您',
    miss: '到开始也没等到空位',
    accept: '空位要下了',
    apply: '空位要下了，等社区审核',
    pass: '空位让给下一位了',
    expire: '没有按时答复，空位让给下一位了',
    displace: '约好的时段不开放了',
    swap: '替您另留了一个时段，看看换不换',
    checkIn: '到场签到了',
    remind: '快到时间了，来不了请早点取消',
    certificateEnds: '残疾人证快到期了，换了新证给社区看看',
    arrive: '孩子送到了',
    leave: '孩子接走了，看看是谁接的',
    care: '班上写了孩子的情况',
    lock: '接送码被试错五次，停用了，请问问班上',
    name: '社区照您说的，写上了一位能接孩子的人',
    unname: '社区照您说的，收回了一位能接孩子的人',
    correct: '社区照您说的，改了能接孩子的人的名字',
    noShow: '记了没来',
    appeal: '说明交上去了',
    excuse: '社区核对过，没来这次不计',
    uphold: '社区核对过，没来照旧记着',
    seek: '还没有合适的能换，看看怎么办',
    restore: '约好的时段又开放了，预约照旧',
    reask: '约好的时段又开放了，照旧等社区审核',
    reopen: '原来的时段又开放了，看看换不换回',
    withdraw: '原来的时段又不开放了，现在的预约不变',
    goBack: '换回了原来的时段',
  },
  microproject: {
    file: '需求已提交',
    accept: '社区受理了',
    sendBack: '退回来了，改改再交',
    refile: '改好又交了',
    withdraw: '撤回了',
  },
  task: {
    publish: '开始招募志愿者',
    claim: '认领了',
    release: '放弃了',
    complete: '报了时长，等确认',
    confirm: '时长已入账',
    dispute: '时长退回来了，请再报',
    reword: '改了说法，请再看一遍',
    hold: '微信觉得不妥，没有发出去，请改好另发',
  },
  season: {
    open: '整季固定时段开始报名',
    file: '整季抽签报了名',
    withdraw: '整季抽签撤回了报名',
    won: '抽签抽中了',
    unbooked: '抽中了，可一天也没约上，请问社区',
    lost: '抽签没抽中，看看还剩什么',
    callOff: '抽签取消了，直接能约',
  },
})

/** What was answered where no seat of a waiting list was held, but another time, or one's own that is open again. */
export const answered: Record<HeldInstead, Readonly<Record<string, string>>> = table('bulletin.answered', {
  swap: {
    accept: '换好了',
    apply: '换好了，等社区审核',
    pass: '没有换，留的时段让出去了',
    expire: '没有按时答复，留的时段让出去了',
  },
  own: {
    accept: '换回了原来的时段',
    apply: '换回了原来的时段，等社区审核',
    pass: '没有换回，照现在的',
    expire: '没有按时答复，照现在的',
  },
})

/**
 * A booking that is confirmed as soon as it is placed has not just been submitted. A verb of a newer server than this
 * phone still gets a line.
 */
export const happenedWords = (about: Subject, verb: string, booking?: Notice['booking']): string =>
  verb === 'place' && booking?.state === 'confirmed'
    ? words.booked
    : ((booking?.held && answered[booking.held][verb]) ?? happened[about][verb] ?? words.newer) +
      (booking?.grade ? graded[booking.grade] : '')

/** Where somebody stands who did not come: it closes nothing to them. */
export const graded = table('bulletin.graded', {
  reminder: '。下次来不了，取消一下，让给别人',
  warning: '，近来第二次了。来不了请先取消；有原因可以说明',
  call: '，近来好几次了。下次社区会先打电话问问您',
})

/** Why, where no person said it. */
export const reasons: Readonly<Record<Reason, string>> = table('bulletin.reasons', { ...theirs })

export const words = table('bulletin.words', {
  booked: '已约好',
  byFamily: (who: string, what: string) => `${who}替您办的：${what}`,
  because: (what: string, why: string) => `${what}：${why}`,
  newer: '有了新进展',
  /** Two moments stand in a line: what is booked for when, and when it was told. */
  forWhen: (when: string) => `约的是${when}`,
  saidAt: (when: string) => `${when}的消息`,
  inbox: '我的消息',
  nothing: '还没有消息',
  nothingText: '预约、需求、志愿有了进展，会写在这里。',
})

export const consentWords = table('bulletin.consentWords', {
  ask: '办好了，让微信告诉您一声？',
  askRemind: '快到时候，让微信提醒您一声？',
  willRemind: '快到时候，微信会提醒您。',
  yes: '好，告诉我一次',
  will: '一有结果，微信就告诉您。',
  inbox: '那就不发微信。结果在“我的消息”里看。',
})
