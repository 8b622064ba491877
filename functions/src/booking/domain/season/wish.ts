/** Asking for the hours of a season. */
import type { FileWish } from '@yike/shared/booking/schema/season'
import { type Instant, instantAt } from '@yike/shared/kernel/time'
import type { SeasonRecord } from '../../store/season'

/** Until the list is frozen a request may come, change and go. */
export const takesWishes = ({ state, closesAt }: SeasonRecord, now: Instant): boolean =>
  state === 'open' && now < closesAt

/** What of a request does not go with its season, by field. */
export const wishMisfits = (
  { slots, most }: SeasonRecord,
  { choices, wants }: FileWish,
): Partial<Record<keyof FileWish, string>> => {
  const known = new Set(slots.map(({ slotId }) => slotId))
  return {
    ...(choices.some(one => !known.has(one)) && { choices: '有个时段不在这次抽签里。' }),
    ...(new Set(choices).size < choices.length && { choices: '同一个时段选了两次。' }),
    ...(wants > most && { wants: `每家最多 ${most} 个。` }),
  }
}

/** The day by which ages are told: a season begins for everybody on the same. */
export const firstMoment = ({ from }: Pick<SeasonRecord, 'from'>) => ({ startAt: instantAt(from, 0) })
