import { table } from '../../platform/language'

/** Why a slot that was chosen cannot be booked now. */
export const goneWords = table('booking.goneWords', {
  full: '别人先约满了。',
  past: '它已经开始了。',
  too_late: '离开始太近了；急用可以打电话问问。',
  too_early: '这一天还没开始预约。',
  season_held: '这个时段留给一季的抽签。',
  none: '那天没有这个时段了。',
  near: '离得最近的',
  wait: '在这个时段排队',
})
