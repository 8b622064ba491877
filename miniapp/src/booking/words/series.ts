import type { Rhythm } from '@yike/shared/booking/rules/series'
import type { SeriesDate } from '@yike/shared/booking/schema/series'
import { table } from '../../platform/language'

export const rhythmNames: Record<Rhythm, string> = table('booking.rhythmNames', {
  weekly: '每周',
  fortnightly: '隔周',
  workday: '工作日',
  daily: '每天',
})

type Refused = NonNullable<SeriesDate['refused']>

/** Why one date of several cannot be booked, in a line beside it. */
const whyNot: Record<Refused['code'], string> = {
  'booking.slot_full': '约满了',
  'booking.no_server': '没有空着的服务人员',
  'booking.person_busy': '那时另有预约',
  'booking.not_a_slot': '那天这个时间不开放',
  'booking.too_long': '没有这么长的',
  'booking.odd_length': '不能约这样的时长',
  'booking.odd_start': '不从这个钟点开始',
  'booking.closed': '那天不开放',
  'booking.past': '已经过了',
  'booking.too_late': '离开始太近',
  'booking.too_early': '还没开始预约',
  'booking.calendar_unknown': '放假安排还没公布',
  'booking.not_eligible': '不是给这个人的',
  'booking.quota_used': '能约的次数用完了',
  'booking.too_far': '离家太远',
  'booking.home_unknown': '还不知道住在哪里',
  'booking.mode_unknown': '不能这样办',
  'booking.season_held': '留给一季的抽签',
  'booking.equipment_taken': '设备不够了',
  'booking.equipment_unknown': '没有这么多设备',
}

export const seriesWords = table('booking.seriesWords', {
  open: '重复预约，比如每周',
  openAgain: '以后每周也约',
  title: '重复预约',
  every: '多久一次',
  times: '一共几次',
  count: (times: number) => `${times} 次`,
  bookable: (free: number, all: number) =>
    free === all ? `${all} 次都能约` : `${all} 次里有 ${free} 次能约`,
  why: ({ code, why }: Refused): string => why ?? whyNot[code],
  instead: (when: string) => `改到 ${when}`,
  place: (times: number, who: string) => `约这 ${times} 次，给${who}`,
  request: (times: number, who: string) => `申请这 ${times} 次，给${who}`,
  whole: '选好的一起约上。有一次约不上，就都不约，您再选。',
  none: '一次也没选。换个间隔，或换个时间看看。',
  sum: (amount: string) => `一共 ${amount}`,

  askEvery: '多久去一次？',
  askTimes: '先约几次？',
  askDates: '这些日子行吗？',

  series: '一起约的',
  placed: (times: number) => `${times} 次都约好了，到场报预约号。`,
  requested: (times: number) => `${times} 次都已提交，名额先给您留着。`,
  nth: (nth: number, of: number) => `一起约了 ${of} 次，这是第 ${nth} 次`,
  cancelRest: (times: number) => `余下的 ${times} 次都取消`,
  cancelAsk: (times: number) => `取消余下的 ${times} 次吗？`,
  cancelText: '名额马上让给别人，不能撤回。只取消一次，点开那一次。',
  cancelled: '取消了，名额已经让出来。',
  stays: (times: number) => `有 ${times} 次已过自己取消的时间，要取消得打电话。`,
})
