import type { CallOutcome } from '@yike/shared/booking/rules/reminder'
import { table } from '../../platform/language'

/** 提醒电话: whom no message has reached. */
export const callWords = table('workbench.callWords', {
  title: '提醒电话',
  how: '微信提醒没有送到的人，打个电话。看了谁的号码，本人看得到。',
  none: '这一天都提醒到了',
  noneText: '微信没有送到的，会列在这里。',
  unsettled: '不开放了，等他们一句话',
  unsettledHow: '约好的时段不开放了。替他们留了别的，问一声换不换；没有能换的，一起另找。',
  afterAll: '又开放了，告诉他们照旧',
  afterAllHow: '电话里或微信上说过不开放。现在又开放了，预约还是他们的。打个电话：按原来约的来，不用再约。',
  holds: (when: string, what: string) => `照旧：${when} ${what}`,
  closed: (when: string, what: string) => `原来：${when} ${what}，不开放了`,
  held: (when: string, where: string) => `替他留着：${when}，${where}`,
  until: (when: string) => `${when}前答复`,
  nothing: '还没有能换的',
  accept: '说好了，换',
  accepted: (name: string) => `${name}换好了。`,
  before: '前一天',
  after: '后一天',
  tomorrow: '明天',
  counts: (left: number, done: number) => `${left} 个没打 · ${done} 个打过了`,
  look: '看电话',
  call: (phone: string) => `打 ${phone}`,
  noPhone: '没有留电话，上门或托人说一声',
  outcomes: {
    reached: '通知到了',
    noAnswer: '没人接',
    cancel: '说不来了，已取消',
  } satisfies Record<CallOutcome, string>,
  record: { reached: '通知到了', noAnswer: '没人接', cancel: '说不来了' } satisfies Record<
    CallOutcome,
    string
  >,
  tries: (times: number) => `没人接 ${times} 次`,
  calledAt: (clock: string) => `${clock} 打的`,
  cancelAsk: (name: string) => `替${name}取消这个预约？`,
  cancelText: '名额马上让给别人，本人会收到消息。',
  cancelYes: '取消预约',
  keep: '先不取消',
})

/** What there is to say of a number beside itself. */
export const numberWords = table('workbench.numberWords', {
  whose: (name: string) => `家人${name}的电话，是${name}替约的，请转告`,
  gone: '现在没有要打的号码',
})
