import type { Slot } from '@yike/shared/booking/schema/day'
import { table } from '../../platform/language'

export const shutWords: Record<NonNullable<Slot['shut']>, string> = table('booking.shutWords', {
  past: '已经开始',
  too_late: '离开始太近',
  too_early: '还没开始约',
  season_held: '留给抽签',
})

export const dayMarks = table('booking.dayMarks', {
  closed: '休息',
  over: '已过',
  late: '来不及',
  early: '没开约',
  unknown: '未定',
})
