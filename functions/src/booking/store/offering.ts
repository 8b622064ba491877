/** Changing an offering: its new terms and the end of the old ones are one write. */
import { MOST_DAYS_AHEAD } from '@yike/shared/booking/rules/terms'
import { addDays, addMinutes, type Instant, type LocalDate, localDate } from '@yike/shared/kernel/time'
import { type Offering, offeringChange } from '../../circle/handlers'
import { type Change, MOST_CHANGES } from '../../platform/table'
import { keepChange, keptFrom, sheetTermsChange } from './sheet'

/** Offerings that take of one thing, each before and after. */
export type ChangedOfferings = readonly { readonly before: Offering; readonly after: Offering }[]

/**
 * Lists of bookings are indexes, which show a write a moment later: what was booked just before a change may be in none
 * when the stream looks whom it hits. After this long it is.
 */
const LOOK_AGAIN_MINUTES = 10

/**
 * The offerings as they are from now on, if nobody else has changed them since they were read; and on the day-sheet of
 * every date that their old terms let anybody book, the least version that may still be booked. One date more, for
 * midnight may pass before it is written. Where the new terms say something else of some dates alone, only these. What is
 * opened of `kept` dates is kept for those who had it; also of what the room is a part of, the next dates first, as far as
 * one write can hold: opening it is never refused for that.
 */
export const changeOfferingChanges = (
  changed: ChangedOfferings,
  now: Instant,
  saysOtherwise: (on: LocalDate) => boolean = () => true,
  kept: ReadonlySet<LocalDate> = new Set(),
): Change<'booking.offering_moved'>[] => {
  const [first] = changed
  if (!first) return []
  const today = localDate(now)
  const lookAt = addMinutes(now, LOOK_AGAIN_MINUTES)
  const ahead = Math.min(MOST_DAYS_AHEAD, Math.max(...changed.map(({ before }) => before.daysAhead)))
  const versions = Object.fromEntries(changed.map(({ after }) => [after.offeringId, after.version]))
  const dates = Array.from({ length: ahead + 2 }, (_, i) => addDays(today, i)).filter(saysOtherwise)
  const own = [
    ...changed.map(({ before, after }) =>
      offeringChange(after, before.version, 'booking.offering_moved', lookAt),
    ),
    ...dates.map(on =>
      sheetTermsChange(first.before.thingId, on, versions, kept.has(on) ? keptFrom(now) : {}),
    ),
  ]
  const { alsoTakes = [] } = first.after
  const larger = dates
    .filter(on => kept.has(on))
    .flatMap(on => alsoTakes.map(({ thingId }) => keepChange(thingId, on, now)))
  return [...own, ...larger.slice(0, Math.max(0, MOST_CHANGES - own.length))]
}
