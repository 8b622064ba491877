/**
 * A season's life: staff open it, and from that write on its weekly hours are kept for it. The digest of a secret seed is
 * published at once. Residents ask until it closes; then the list is frozen and published with its digest. When the public
 * number is known staff enter it, the seed comes out, and who gets what follows from both (`rules/draw`). What was won is
 * booked as far as it can be, the rest is everybody's again, and it is settled. Until it is drawn it may be called off.
 *
 * Pure: `now`, ids and the seed come in, a decision or a refusal goes out.
 */
import { type SeasonVerb, seasonLifecycle } from '@yike/shared/booking/lifecycle/season'
import { type DrawEntry, draw, listText, sha256Hex, withResult } from '@yike/shared/booking/rules/draw'
import { partsOf } from '@yike/shared/booking/rules/record'
import { isNumberOf } from '@yike/shared/booking/rules/season'
import type { CallOffReason } from '@yike/shared/booking/schema/season'
import type { Id } from '@yike/shared/kernel/id'
import { type Part, take } from '@yike/shared/kernel/lifecycle'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import { addMinutes, type Instant } from '@yike/shared/kernel/time'
import type { SeasonRecord } from '../../store/season'
import type { Listed } from '../../store/season/list'
import type { WishRecord } from '../../store/season/wish'

export { type Changed, missingOf, releasedOf, spanOfSlot, termsOfSeason } from './hours'
export { wideUntil } from './misfits'
export { openSeason } from './open'
export { firstMoment, takesWishes, wishMisfits } from './wish'

type Step = Result<SeasonRecord, 'booking.season_state'>

const step = (
  season: SeasonRecord,
  verb: SeasonVerb,
  { part, actorId, now }: { part: Part; actorId?: Id<'resident'>; now: Instant },
): Step => {
  const state = take(seasonLifecycle, season.state, verb, part)
  if (!state.ok) return refuse('booking.season_state')
  const { numberBy: _, ...rest } = season
  return ok({
    ...rest,
    state: state.value,
    version: season.version + 1,
    dueAt: now,
    ...(actorId && { lastActorId: actorId }),
    timeline: [...season.timeline, { at: now, verb, by: part }],
  })
}

/** From its write on no request comes in any more: what was asked for by then is the list. */
export const closeSeason = (season: SeasonRecord, now: Instant): Step =>
  season.closesAt <= now ? step(season, 'close', { part: 'clock', now }) : refuse('booking.season_state')

/** What is drawn from. */
const listOf = ({ seasonId, slots }: SeasonRecord, entries: readonly DrawEntry[]) => ({
  seasonId,
  slots: slots.map(({ slotId, seats }) => ({ slotId, seats })),
  entries,
})

const byName = (one: DrawEntry, other: DrawEntry) => (one.wishId < other.wishId ? -1 : 1)

/** The list of a season that has closed, with its digest. Next is the number, once it is drawn. */
export const freezeSeason = (season: SeasonRecord, wishes: readonly WishRecord[]): Listed => {
  const entries = wishes
    .filter(({ withdrawn }) => !withdrawn)
    .map(
      ({ wishId, first, wants, choices }): DrawEntry => ({ wishId, first: first ?? false, wants, choices }),
    )
    .sort(byName)
  return {
    season: {
      ...season,
      dueAt: season.drawAt,
      version: season.version + 1,
      asked: entries.length,
      slots: season.slots.map(slot => ({
        ...slot,
        wanted: entries.filter(({ choices }) => choices[0] === slot.slotId).length,
      })),
      listHash: sha256Hex(listText(listOf(season, entries))),
      parts: partsOf(entries).flatMap(([first]) => first?.wishId ?? []),
    },
    entries,
  }
}

/** Staff enter a number within a day of its drawing: our own choice. */
const NUMBER_WITHIN_MINUTES = 24 * 60

/** The number is known by now: until somebody enters it the season waits for staff. */
export const awaitNumber = ({ dueAt: _, ...season }: SeasonRecord): SeasonRecord => ({
  ...season,
  version: season.version + 1,
  numberBy: addMinutes(season.drawAt, NUMBER_WITHIN_MINUTES),
})

export const drawSeason = (
  { season, entries }: Listed,
  seed: string,
  { publicNumber, actorId, now }: { publicNumber: string; actorId: Id<'resident'>; now: Instant },
): Result<
  Listed,
  'booking.season_state' | 'booking.draw_early' | 'booking.draw_done' | 'booking.season_unclear'
> => {
  if (season.publicNumber !== undefined) return refuse('booking.draw_done')
  const isAhead = season.state === 'open' || season.state === 'closed'
  if (isAhead && now < season.drawAt) return refuse('booking.draw_early')
  const moved = step(season, 'draw', { part: 'staff', actorId, now })
  if (!moved.ok) return moved
  // Closed a moment ago: its list is being written.
  if (season.listHash === undefined) return refuse('booking.season_state')
  if (!isNumberOf(season.source, publicNumber))
    return refuse('booking.season_unclear', {
      fields: {
        publicNumber:
          season.source === 'hand'
            ? '写现场摇出的数字，至少六位，用空格隔开。'
            : '写七个两位数，按公布的顺序，用空格隔开，例如 03 08 11 17 25 30 07。',
      },
    })
  const list = listOf(season, entries)
  if (sha256Hex(listText(list)) !== season.listHash) throw new Error('a frozen list is not what it was')
  const result = draw(list, seed, publicNumber)
  const givenOf = (slotId: string) => result.allotted.filter(({ slotIds }) => slotIds.includes(slotId)).length
  return ok({
    season: {
      ...moved.value,
      ...{ seed, publicNumber },
      slots: season.slots.map(slot => ({ ...slot, given: givenOf(slot.slotId) })),
    },
    entries: withResult(entries, result),
  })
}

export const callOffSeason = (
  season: SeasonRecord,
  { reason, actorId, now }: { reason: CallOffReason; actorId: Id<'resident'>; now: Instant },
): Step => {
  const off = step(season, 'callOff', { part: 'staff', actorId, now })
  return off.ok ? ok({ ...off.value, reason }) : off
}

/** All of it is done: nothing is due any more. */
export const settleSeason = (season: SeasonRecord, now: Instant): SeasonRecord => {
  const settled = season.state === 'drawn' ? step(season, 'settle', { part: 'clock', now }) : ok(season)
  if (!settled.ok) throw new Error('a drawn season can be settled')
  const { dueAt: _, ...rest } = settled.value
  return { ...rest, version: season.version + 1 }
}
