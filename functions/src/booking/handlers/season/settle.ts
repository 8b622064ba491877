/**
 * After a draw: what was won is booked, each slot in one write of its own, everybody is told, and what nobody got is
 * everybody's again. Each step finds what the ones before have done, so that whoever is interrupted, stream or clock, is
 * gone on from there.
 */
import { resultIn } from '@yike/shared/booking/rules/draw'
import { datesOfSlot } from '@yike/shared/booking/rules/season'
import { comesFirst } from '@yike/shared/booking/rules/terms'
import type { Missing } from '@yike/shared/booking/schema/season'
import type { Id } from '@yike/shared/kernel/id'
import { type Instant, localDate } from '@yike/shared/kernel/time'
import { loadOffering, loadPlace, unchanged } from '../../../circle/handlers'
import { loadPerson } from '../../../identity/handlers'
import { atOnce } from '../../../platform/at-once'
import { hashedId } from '../../../platform/ids'
import { MOST_CHANGES, type Table } from '../../../platform/table'
import {
  awaitNumber,
  closeSeason,
  freezeSeason,
  releasedOf,
  settleSeason,
  spanOfSlot,
  termsOfSeason,
} from '../../domain/season'
import { changeOfferingChanges, newSeriesChanges } from '../../store'
import { loadSeason, moveSeasonChange, type SeasonRecord } from '../../store/season'
import { type Listed, loadList, moveListChanges } from '../../store/season/list'
import { type Booked, bookedChange, queryWishes, type WishRecord } from '../../store/season/wish'
import { mayHaveSeat } from '../roster'
import { loadPlan } from '../series/plan'
import { save, tellAll } from './tell'

/** Somebody else may be faster, terms may have changed, rosters may have to be opened: so often at most. */
const TRIES = 4

/** All that time and a draw have left to do for a season. Throws where it has to be gone on with. */
export const advanceSeason = async (table: Table, seasonId: Id<'season'>, now: Instant): Promise<void> => {
  const season = await loadSeason(table, seasonId)
  if (!season) return
  if (season.state === 'open') {
    const closed = closeSeason(season, now)
    if (closed.ok && (await save(table, [moveSeasonChange(season, closed.value)])))
      await freeze(table, closed.value)
    return
  }
  if (season.state === 'closed' && !season.listHash) return freeze(table, season)
  if (!season.dueAt) return
  if (season.state === 'closed') {
    if (season.drawAt <= now) await save(table, [moveSeasonChange(season, awaitNumber(season))])
    return
  }
  // The clock goes on with the rest.
  const entries = season.state === 'drawn' ? await loadList(table, season) : []
  if (season.state === 'drawn' && !(await bookAll(table, { season, entries }, now))) return
  const told = await tellAll(table, { season, entries }, await queryWishes(table, seasonId), now)
  if (!told) return
  await release(table, told, now)
  await save(table, [moveSeasonChange(told, settleSeason(told, now))])
}

/** The list and its digest are one write: whoever is interrupted before it freezes the same list later. */
const freeze = async (table: Table, season: SeasonRecord): Promise<void> => {
  const wishes = await stillFirst(table, season, await queryWishes(table, season.seasonId))
  await save(table, moveListChanges(season, freezeSeason(season, wishes)))
}

/** So many people are read at a time. */
const AT_ONCE = 50

/** Who came first by a certificate that is noted no longer is drawn with everybody. */
const stillFirst = async (
  table: Table,
  { priority: groups, from }: SeasonRecord,
  wishes: readonly WishRecord[],
): Promise<WishRecord[]> => {
  if (!groups.includes('disabled')) return [...wishes]
  const priority = { groups: [...groups], days: 1 }
  const asNow = async ({ first, ...wish }: WishRecord): Promise<WishRecord> => {
    const person = first && (await loadPerson(table, wish, wish.personId))
    return person && comesFirst({ priority }, person, from) ? { ...wish, first: true } : wish
  }
  return atOnce(wishes, AT_ONCE, asNow)
}

/** So many slots are booked in one go: stream and clock have other things to do. */
const MOST_AT_ONCE = 60

/** True: all that was won is booked. */
const bookAll = async (table: Table, { season, entries }: Listed, now: Instant): Promise<boolean> => {
  const wishes = await queryWishes(table, season.seasonId)
  const byId = new Map<string, WishRecord>(wishes.map(wish => [wish.wishId, wish]))
  const failures: unknown[] = []
  const left = (resultIn(entries)?.allotted ?? []).flatMap(({ wishId, slotIds }) => {
    const wish = byId.get(wishId)
    return wish ? slotIds.filter(slotId => !wish[`got_${slotId}`]).map(slotId => ({ wish, slotId })) : []
  })
  for (const { wish, slotId } of left.slice(0, MOST_AT_ONCE))
    await bookSlot(table, season, wish, slotId, now).catch((failure: unknown) => failures.push(failure))
  // Whoever is next in the order does not wait for what is wrong with somebody else's.
  if (failures.length > 0) throw failures[0]
  return left.length <= MOST_AT_ONCE
}

/** Every date of a slot that can be booked, in one write with the note of it and of those that cannot. */
const bookSlot = async (
  table: Table,
  season: SeasonRecord,
  wish: WishRecord,
  slotId: string,
  now: Instant,
): Promise<void> => {
  const { seasonId, community } = season
  const { residentId, personId, delegate } = wish
  const slot = season.slots.find(one => one.slotId === slotId)
  if (!slot) throw new Error(`${slotId} is no slot of its season`)
  const spans = datesOfSlot(season, slot).map(on => spanOfSlot(slot, on))
  // A pseudonym is published: alone it must not lead to the booking, as its number does.
  const seriesId = hashedId('series', `${residentId} ${wish.wishId} ${slotId}`)
  for (let left = TRIES; left > 0; left--) {
    const [offering, person] = await Promise.all([
      loadOffering(table, season.placeId, season.offeringId, { consistent: true }),
      loadPerson(table, { residentId }, personId),
    ])
    const none: Missing[] = spans.map(({ startAt }) => ({
      on: localDate(startAt),
      code: 'request.not_found',
    }))
    if (!offering || !person) return note(table, season, wish, slotId, { booked: 0, missing: none })
    const input = { placeId: season.placeId, offeringId: season.offeringId, personId }
    const asked = { residentId, person, delegate, input, seriesId, asked: wish.wishId.slice(3, 25), now }
    const terms = termsOfSeason(offering, seasonId)
    const { plan } = await loadPlan(table, terms, { ...asked, allotted: true }, spans, { consistent: true })
    const planned = spans.map(span => ({ on: localDate(span.startAt), result: plan.add(span) }))
    const can = planned.flatMap(({ result }) => (result.ok ? [result.value] : []))
    const missing = planned.flatMap(({ on, result }): Missing[] => {
      if (result.ok) return []
      const { code, detail } = result.refusal
      return [{ on, code, ...(detail && { why: detail }) }]
    })
    if (can.length === 0) return note(table, season, wish, slotId, { booked: 0, missing })
    const changesOf = (most: number) => {
      const placed = can.slice(0, most).map((one, i) => ({
        ...one,
        booking: { ...one.booking, series: { seriesId, nth: i + 1, of: most } },
      }))
      const later = can.slice(most).map(({ booking }): Missing => {
        return { on: localDate(booking.startAt), code: 'booking.series_long' }
      })
      const record = {
        ...{ seriesId, residentId, community, asked: asked.asked },
        bookingIds: placed.map(({ booking }) => booking.bookingId),
      }
      return [
        bookedChange(seasonId, wish, slotId, { seriesId, booked: most, missing: [...missing, ...later] }),
        // Dates that lie beyond those that can be booked by anybody have no mark of the terms on their sheets.
        unchanged(offering, 'booking.offering_moved'),
        ...newSeriesChanges(record, placed),
      ]
    }
    let changes = changesOf(can.length)
    // What is kept free past midnight takes of another day.
    for (let most = can.length - 1; changes.length > MOST_CHANGES; most--) changes = changesOf(most)
    const saved = await table.write(changes)
    if (saved.ok || saved.refusal.code === 'booking.known') return
    if (saved.refusal.code === 'request.busy') break
    for (const span of spans) await mayHaveSeat(table, offering, span)
  }
  throw new Error('what was won in a season could not be booked yet')
}

const note = async (
  table: Table,
  { seasonId }: SeasonRecord,
  wish: WishRecord,
  slotId: string,
  booked: Booked,
): Promise<void> => {
  const saved = await table.write([bookedChange(seasonId, wish, slotId, booked)])
  if (!saved.ok && saved.refusal.code === 'request.busy') throw new Error('a season waits for a busy table')
}

const release = async (table: Table, { placeId, seasonId }: SeasonRecord, now: Instant): Promise<void> => {
  const found = await loadPlace(table, placeId, { consistent: true })
  const released = releasedOf(found?.offerings ?? [], seasonId)
  for (const thingId of new Set(released.map(({ before }) => before.thingId))) {
    const ofThing = released.filter(({ before }) => before.thingId === thingId)
    // Whoever decides by the terms of before is refused these hours once more, and nothing else.
    const saved = await table.write(changeOfferingChanges(ofThing, now, () => false))
    if (!saved.ok) throw new Error(`hours of a season were not given back: ${saved.refusal.code}`)
  }
}
