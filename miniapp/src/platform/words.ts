import type { Problem } from '@yike/shared/kernel/problem'
import type { LocalDate } from '@yike/shared/kernel/time'
import { table } from './language'
/** What the phone itself has to say, where no page and no server does. */
export const words = table('platform.words', {
  offline: '现在连不上网络，请看看信号再试。',
  enter: '去登录',
  checkField: '请检查这一项',
  tooOld: '放了两天没发出去，不再发了。请看看办到哪了，再重新提交。',
  /** As a voice says the dash between two hours. */
  until: '到',
  mainPages: '主要页面',
  tabs: ['首页', '预约', '志愿', '我的'],
  /** Titles of pages, by their route, where they are not those of the pages' configs. */
  titles: {} as Readonly<Record<string, string>>,
})

const near: Readonly<Record<number, string>> = { [-1]: '昨天', 0: '今天', 1: '明天', 2: '后天' }
const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']

/** Days and lengths, as one says them. A weekday is 0 on Monday. */
export const spokenWords = table('platform.spokenWords', {
  weekday: (weekday: number): string => weekdays[weekday] ?? '',
  /** 昨天 · 今天 · 明天 · 后天 · 11月26日 周四 */
  day: (on: LocalDate, ahead: number, weekday: number): string =>
    near[ahead] ?? `${Number(on.slice(5, 7))}月${Number(on.slice(8))}日 ${weekdays[weekday]}`,
  /** 45 分钟 · 2 小时 · 1 小时 30 分 */
  length: (hours: number, rest: number): string => {
    if (hours === 0) return `${rest} 分钟`
    return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`
  },
  /** Of a day that is half a year away: 2028年3月1日 */
  farDay: (on: LocalDate): string => `${on.slice(0, 4)}年${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`,
  wait: {
    minutes: (count: number) => `${count} 分钟`,
    hours: (count: number) => `${count} 小时`,
    days: (count: number) => `${count} 天`,
  },
  comma: '，',
  /** Between names that stand in a row. */
  and: '、',
  before: (moment: string) => `${moment} 前`,
  overdue: (wait: string) => `已超时 ${wait}`,
})

/** A refusal comes in Chinese, from the tables of the contract; another language says it by its code. */
export const refusalWords = table('platform.refusalWords', {
  say: (refusal: Problem): Problem => refusal,
})
