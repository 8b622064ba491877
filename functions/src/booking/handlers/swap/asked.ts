/** What is meant to hold at a place, as its offerings would say it. */
import { closedForGood } from '@yike/shared/booking/rules/closures'
import { sortsOf } from '@yike/shared/booking/rules/equipment'
import type { AskAffected } from '@yike/shared/booking/schema/affected'
import { adviceOn } from '@yike/shared/circle/hours/advice'
import { understandHours } from '@yike/shared/circle/hours/read'
import { readDay } from '@yike/shared/circle/hours/special'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import type { Offering } from '../../../circle/handlers'
import { type SomeDates, sharersOf } from '../../domain'

interface Meant {
  /** The offerings of which it says something else, as they would be then. */
  readonly meant: readonly Offering[]
  /** Those of them whose hours and days it says. */
  readonly closing: readonly Offering[]
  /** Those of them of which there may be less. */
  readonly fewer: readonly Offering[]
  /** Special days alone reach no further than themselves. */
  readonly reach: SomeDates
}

export const readMeant = (
  asked: AskAffected,
  ofPlace: readonly Offering[],
): Result<Meant, 'booking.terms_unclear'> => {
  const { closed, hours: typed, days, offeringId, capacity, equipment, staffing } = asked
  const unclear = (fields: Record<string, string>) => refuse('booking.terms_unclear', { fields })
  const isRoom = offeringId !== undefined && [capacity, equipment, staffing].some(one => one !== undefined)
  if (!closed && typed === undefined && days.length === 0 && !isRoom)
    return unclear({ days: '写上哪几天、几点，或停用。' })
  const read = typed === undefined ? undefined : understandHours(typed)
  if (read && 'unclear' in read) return unclear({ hours: adviceOn(read.unclear) })
  if (days.some(({ from, to }) => from > to)) return unclear({ days: '起始日期不能晚于结束日期。' })
  const special = days.map(({ from, to, hours }) => ({ from, to, spans: readDay(hours) }))
  const within = special.flatMap(({ spans, ...dates }) => (spans ? [{ ...dates, spans }] : []))
  if (within.length < special.length) return unclear({ days: '那几天的时间写“休”或“9:00–12:00”。' })
  const named = days.flatMap(one => [one.from, one.to]).sort()
  const [from] = named
  const to = named.at(-1)
  const opening = (one: Offering): Offering => ({
    ...one,
    // Whoever writes the hours writes all its closed days with them: those of before hold no more.
    ...(read && { hours: read.hours, closures: [] }),
    // The special days of its place hold beside those of an offering.
    within: closed ? [closedForGood] : [...within, ...((offeringId && one.within) || [])],
  })
  const room = (one: Offering): Offering => ({
    ...one,
    ...(capacity !== undefined && { capacity }),
    ...(equipment && { equipment: sortsOf(equipment, one.equipment) }),
    ...(staffing && { staffing }),
  })
  const own = ofPlace.filter(one => !offeringId || one.offeringId === offeringId)
  // What shares its room has as much of it.
  const sharers = isRoom ? own.flatMap(one => sharersOf(one, ofPlace)) : []
  const closing = own.map(one => (isRoom ? room(opening(one)) : opening(one)))
  const meant = [...closing, ...sharers.map(room)]
  return ok({
    ...{ meant, closing, fewer: isRoom ? meant : [] },
    reach: closed || read || isRoom || !from || !to ? {} : { from, to },
  })
}
