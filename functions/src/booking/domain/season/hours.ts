/** The hours of a season: when they are, who keeps them, and by which terms they are booked in the end. */
import type { Span } from '@yike/shared/booking/calendar'
import { closureOn, spokenWhy } from '@yike/shared/booking/rules/closures'
import { type Dates, datesOfSlot, type WeeklySlot } from '@yike/shared/booking/rules/season'
import type { Missing } from '@yike/shared/booking/schema/season'
import type { DayKindOf } from '@yike/shared/circle/hours'
import type { Id } from '@yike/shared/kernel/id'
import { instantAt, type LocalDate } from '@yike/shared/kernel/time'
import type { Offering } from '../../../circle/handlers'
import { whyNoSlot } from '../no-slot'
import { leftIn } from '../slots'
import { sheetOfWeek } from '../staffing'

export const spanOfSlot = ({ fromMinute, toMinute }: WeeklySlot, on: LocalDate): Span => ({
  startAt: instantAt(on, fromMinute),
  endAt: instantAt(on, toMinute),
})

/** On which of its dates a slot cannot be, as far as the place itself says. */
export const missingOf = (
  offering: Offering,
  dates: Dates,
  slot: WeeklySlot,
  dayKindOf: DayKindOf,
): Missing[] =>
  datesOfSlot(dates, slot).flatMap((on): Missing[] => {
    const closure = closureOn(offering, on)
    if (closure) return [{ on, code: 'booking.closed', why: spokenWhy(closure) }]
    const noSlot = whyNoSlot(offering, spanOfSlot(slot, on), dayKindOf)
    return noSlot ? [{ on, code: noSlot.code }] : []
  })

/** How many may have a slot: all that an ordinary week has room for while nothing is booked. */
export const seatsIn = (offering: Offering, dates: Dates, slot: WeeklySlot): number => {
  const [on] = datesOfSlot(dates, slot)
  if (on === undefined) return 0
  const sheet = sheetOfWeek(offering, on)
  return leftIn(offering, new Map([[offering.thingId, sheet]]), spanOfSlot(slot, on))
}

type Share = NonNullable<Offering['alsoTakes']>[number]

const takesOf = ({ thingId, capacity, units = 1, alsoTakes = [] }: Offering): readonly Share[] => [
  { thingId, capacity, units },
  ...alsoTakes,
]

/**
 * Offerings of the place that keep a season's hours: itself first, and those of which not one booking more has room beside
 * so many of it. The other half of a hall goes on; the whole hall does not. Carers on duty are for its own seats.
 */
export const relatedTo = (offering: Offering, ofPlace: readonly Offering[], seats: number): Offering[] => {
  const own = takesOf(offering)
  const isCrowded = (theirs: Share): boolean =>
    own.some(
      ({ thingId, capacity, units }) =>
        thingId === theirs.thingId &&
        (seats * units + theirs.units > capacity || offering.staffing !== undefined),
    )
  const others = ofPlace.filter(one => one.offeringId !== offering.offeringId && takesOf(one).some(isCrowded))
  return [offering, ...others]
}

export interface Changed {
  readonly before: Offering
  readonly after: Offering
}

/** Those of a place that keep hours for a season, as they are without it. */
export const releasedOf = (ofPlace: readonly Offering[], seasonId: Id<'season'>): Changed[] =>
  ofPlace.flatMap(before => {
    const seasons = before.seasons?.filter(held => held.seasonId !== seasonId) ?? []
    if (seasons.length === (before.seasons?.length ?? 0)) return []
    const { seasons: _, ...rest } = before
    const after = { ...rest, ...(seasons.length > 0 && { seasons }), version: before.version + 1 }
    return [{ before, after }]
  })

/** More dates than any season lies ahead. */
const FAR_AHEAD = 800

/**
 * By which terms what was won is booked: the season said how many and for whom, so its own hours, the days ahead, quotas and
 * approval do not stand against it, nor does a pause, which stops what is asked anew. Opening hours, closures and who else is there do.
 */
export const termsOfSeason = (
  { quotas: _, priority: __, paused: ___, seasons = [], ...offering }: Offering,
  seasonId: Id<'season'>,
): Offering => ({
  ...offering,
  seasons: seasons.filter(held => held.seasonId !== seasonId),
  noticeMinutes: 0,
  daysAhead: FAR_AHEAD,
  needsApproval: false,
})
