/** Opening a season: what of it fits, and the hours that are kept for it from then on. */
import { datesOfSlot, meets, seasonMisfits } from '@yike/shared/booking/rules/season'
import type { OpenSeason, SeasonFields } from '@yike/shared/booking/schema/season'
import type { DayKindOf } from '@yike/shared/circle/hours'
import type { Id } from '@yike/shared/kernel/id'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import type { Instant } from '@yike/shared/kernel/time'
import type { Offering } from '../../../circle/handlers'
import type { SeasonRecord } from '../../store/season'
import { mostInOneGo } from '../series'
import { type Changed, missingOf, relatedTo, seatsIn } from './hours'

interface Opening {
  readonly seasonId: Id<'season'>
  readonly commitment: string
  readonly actorId: Id<'resident'>
  readonly now: Instant
  readonly dayKindOf: DayKindOf
}

/** A season, and the offerings that keep its hours. */
export const openSeason = (
  { placeId: _, offeringId: __, ...typed }: OpenSeason,
  offering: Offering,
  ofPlace: readonly Offering[],
  { seasonId, commitment, actorId, now, dayKindOf }: Opening,
): Result<{ season: SeasonRecord; changed: Changed[] }, 'booking.season_unclear'> => {
  const wrong = { ...misfitsWith(typed, offering, dayKindOf), ...seasonMisfits(typed, offering, now) }
  if (Object.keys(wrong).length > 0) return refuse('booking.season_unclear', { fields: wrong })
  const { from, to } = typed
  const { beforeMinutes, afterMinutes } = offering
  const held = { seasonId, from, to, slots: typed.slots, beforeMinutes, afterMinutes }
  const slots = typed.slots.map((slot, i) => ({
    ...slot,
    slotId: `s${i + 1}`,
    seats: seatsIn(offering, typed, slot),
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

/** What of it does not go with this offering. */
const misfitsWith = (
  typed: SeasonFields,
  offering: Offering,
  dayKindOf: DayKindOf,
): Partial<Record<keyof SeasonFields, string>> => {
  const { slots, ...dates } = typed
  const most = mostInOneGo({ ...offering, quotas: [] })
  const isShut = slots.some(
    slot => missingOf(offering, dates, slot, dayKindOf).length === datesOfSlot(dates, slot).length,
  )
  return {
    ...(slots.some(slot => datesOfSlot(dates, slot).length > most) && { to: `这一项一季最多 ${most} 周。` }),
    ...(slots.some(slot => seatsIn(offering, dates, slot) === 0) && {
      slots: '有个时段没有人值班，约不了。',
    }),
    ...(isShut && { slots: '有个时段整季都不开放，或不是能约的起止时间。' }),
    ...(offering.seasons?.some(held => meets({ ...offering, ...typed }, held)) && {
      slots: '有个时段已经留给另一次抽签。',
    }),
    ...(typed.source !== 'hand' && !typed.issue && { issue: '写上是哪一期，例如 2026138。' }),
  }
}
