/** Opening a season: what of it fits, and the hours that are kept for it from then on. */
import { datesOfSlot, type WeeklySlot } from '@yike/shared/booking/rules/season'
import type { OpenSeason } from '@yike/shared/booking/schema/season'
import type { DayKindOf } from '@yike/shared/circle/hours'
import type { Id } from '@yike/shared/kernel/id'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import type { Instant, LocalDate } from '@yike/shared/kernel/time'
import type { Offering } from '../../../circle/handlers'
import type { SeasonRecord } from '../../store/season'
import { type Changed, relatedTo, seatsIn } from './hours'
import { misfitsOf } from './misfits'

interface Opening {
  readonly seasonId: Id<'season'>
  readonly commitment: string
  readonly actorId: Id<'resident'>
  readonly now: Instant
  readonly dayKindOf: DayKindOf
  /** Is all of it booked already? */
  readonly isFull: (slot: WeeklySlot, on: LocalDate) => boolean
}

/** A season, and the offerings that keep its hours. */
export const openSeason = (
  { placeId: _, offeringId: __, ...typed }: OpenSeason,
  offering: Offering,
  ofPlace: readonly Offering[],
  { seasonId, commitment, actorId, now, dayKindOf, isFull }: Opening,
): Result<{ season: SeasonRecord; changed: Changed[] }, 'booking.season_unclear'> => {
  const misfits = misfitsOf(typed, offering, { dayKindOf, isFull, now })
  if (misfits.length > 0)
    return refuse('booking.season_unclear', {
      // The first that is said of a field.
      fields: Object.fromEntries(misfits.toReversed().map(({ field, why }) => [field, why])),
      next: misfits.flatMap(({ instead = [] }) => instead),
    })
  const { from, to } = typed
  const { beforeMinutes, afterMinutes } = offering
  const held = { seasonId, from, to, slots: typed.slots, beforeMinutes, afterMinutes }
  const slots = typed.slots.map((slot, i) => ({
    ...slot,
    slotId: `s${i + 1}`,
    seats: seatsIn(offering, typed, slot),
    full: datesOfSlot(typed, slot).filter(on => isFull(slot, on)),
  }))
  const season: SeasonRecord = {
    ...typed,
    seasonId,
    version: 1,
    state: 'open',
    community: offering.community,
    placeId: offering.placeId,
    placeName: offering.placeName,
    offeringId: offering.offeringId,
    offeringName: offering.name,
    slots,
    commitment,
    asked: 0,
    dueAt: typed.closesAt,
    lastActorId: actorId,
    timeline: [{ at: now, verb: 'open', by: 'staff' }],
  }
  const most = Math.max(...slots.map(({ seats }) => seats))
  const changed = relatedTo(offering, ofPlace, most).map(before => ({
    before,
    after: { ...before, version: before.version + 1, seasons: [...(before.seasons ?? []), held] },
  }))
  return ok({ season, changed })
}
