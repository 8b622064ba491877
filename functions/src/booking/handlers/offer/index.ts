/** A free seat and those who wait for it: one after the other is asked, and each is held the seat that they are asked about. */

import type { Span } from '@yike/shared/booking/calendar'
import { comesFirst, lengthsOf } from '@yike/shared/booking/rules/terms'
import { queueOrder } from '@yike/shared/booking/rules/waiting'
import type { RegionCode } from '@yike/shared/identity/schema'
import { addMinutes, type Instant, localDate } from '@yike/shared/kernel/time'
import { dayKindOf } from '@yike/shared/kernel/workday'
import { loadOffering, loadPlace, type Offering, type Server } from '../../../circle/handlers'
import { inTeamChecks, loadPerson, queryBookers } from '../../../identity/handlers'
import type { Table } from '../../../platform/table'
import {
  type Freed,
  freeServers,
  type Guest,
  isFor,
  MOST_AROUND_MINUTES,
  offer,
  place,
  teamGuest,
  thingsOf,
} from '../../domain'
import {
  type BookingRecord,
  loadBooking,
  offerChanges,
  queryOwnedSince,
  queryQueue,
  querySlotQueue,
} from '../../store'
import { certificateChecks } from '../certificate'
import { loadTaken, seemsFree } from '../days'
import { mayHaveSeat } from '../roster'
import { notFirst, skip } from './passed'

/**
 * Offers what was freed to whoever is next, until nothing of it is left. It may be done twice, and by two at once: each
 * seat is taken in the write of its offer, so there are never more offers than seats. Throws where the table was busy.
 */
export const offerFreed = async (
  table: Table,
  community: RegionCode,
  freed: Freed,
  now: Instant,
): Promise<void> => {
  await offerInOrder(table, await waitingFor(table, community, freed), now)
}

/** Who waits for what is, or would be, freed. */
export const waitingFor = async (
  table: Table,
  community: RegionCode,
  freed: Freed,
): Promise<BookingRecord[]> => {
  const { offerings = [] } = (await loadPlace(table, freed.placeId, { consistent: true })) ?? {}
  const longest = Math.max(0, ...offerings.map(one => lengthsOf(one).at(-1) ?? 0))
  const from = addMinutes(freed.startAt, -longest - MOST_AROUND_MINUTES)
  const to = addMinutes(freed.endAt, MOST_AROUND_MINUTES)
  const things = new Map(offerings.map(one => [one.offeringId, thingsOf(one)]))
  return (await queryQueue(table, community, from, to)).filter(wait =>
    isFor(freed, wait, things.get(wait.offeringId) ?? []),
  )
}

/** Somebody has just begun to wait: what was given back meanwhile nobody else has been asked about. */
export const offerJoined = async (table: Table, joined: BookingRecord, now: Instant): Promise<void> => {
  const shown = await querySlotQueue(table, joined)
  // The index may show the last of them a moment later.
  const isShown = shown.some(({ bookingId }) => bookingId === joined.bookingId)
  await offerInOrder(table, isShown ? shown : [...shown, joined], now)
}

/**
 * Whose booking has ended may have been passed over elsewhere because of it: for their time, or for what they may have in
 * a month. Wherever and whenever they wait, the list of that slot is asked again. A team's ration is all its bookers'.
 */
export const offerElsewhere = async (
  table: Table,
  { residentId, team }: Pick<BookingRecord, 'residentId' | 'team'>,
  now: Instant,
): Promise<void> => {
  const others = team ? await queryBookers(table, team.teamId) : []
  for (const owner of new Set([residentId, ...others]))
    for (const wait of await queryOwnedSince(table, owner, now))
      if (wait.state === 'waiting' && (owner === residentId || wait.team?.teamId === team?.teamId))
        await offerJoined(table, wait, now)
}

/** Slots of which nothing is left are passed over by their sheets: a write that is refused costs as much as one that is not. */
const offerInOrder = async (table: Table, waiting: readonly BookingRecord[], now: Instant): Promise<void> => {
  const full = new Set<string>()
  const known = new Set<string>()
  const left = inOrder(waiting)
  for (let wait = left.shift(); wait; wait = left.shift()) {
    const slot = `${wait.offeringId} ${wait.startAt} ${wait.endAt}`
    if (wait.startAt <= now || full.has(slot)) continue
    const isFull = !known.has(slot) && !(await seemsFree(table, wait))
    const came = isFull ? 'full' : await offerTo(table, wait, now)
    if (came === 'full') full.add(slot)
    // Not first any more: whoever waited longer is asked before them.
    if (typeof came === 'object') left.splice(0, left.length, ...inOrder([...left, came]))
    known.add(slot)
  }
}

const inOrder = (waiting: readonly BookingRecord[]): BookingRecord[] => {
  const order = ({ queued, bookingId }: BookingRecord) => (queued ? queueOrder(queued) : '') + bookingId
  return [...waiting].sort((one, other) => (order(one) < order(other) ? -1 : 1))
}

/** Whom a booking is for, as they are now; a team as it was called then. */
export const guestOf = async (
  table: Table,
  { residentId, personId, team }: BookingRecord,
): Promise<Guest | undefined> => {
  const person = await loadPerson(table, { residentId }, personId)
  return person && team ? teamGuest(person, team) : person
}

const offerTo = async (
  table: Table,
  wait: BookingRecord,
  now: Instant,
  looks = 2,
): Promise<'full' | 'done' | BookingRecord> => {
  const { residentId, team, bookingId, asked, note } = wait
  const [offering, person] = await Promise.all([
    loadOffering(table, wait.placeId, wait.offeringId, { consistent: true }),
    guestOf(table, wait),
  ])
  if (!offering || !person) return skip(table, wait, 'request.not_found', undefined, now)
  // The terms count as they were then; a certificate has to hold still.
  const isByCertificate = offering.priority?.groups.includes('disabled')
  if (wait.queued?.first && isByCertificate && !comesFirst(offering, person, localDate(wait.startAt)))
    return notFirst(table, wait, now)
  const { startAt, endAt, placeId, offeringId, mode } = wait
  const equipment = wait.equipment && [...wait.equipment]
  const input = { placeId, offeringId, startAt, endAt, note, mode, equipment }
  for (const server of await serversFor(table, offering, person, wait)) {
    const placed = place({
      ...{ offering, residentId, person, team, input, bookingId, asked, now, dayKindOf, server },
    })
    if (!placed.ok) return skip(table, wait, placed.refusal.code, placed.refusal.detail, now)
    const held = offer(wait, placed.value, offering, now)
    if (!held) return skip(table, wait, 'booking.too_late', undefined, now)
    const saved = await table.write<
      | NonNullable<ReturnType<typeof offerChanges>[number]['else']>
      | NonNullable<ReturnType<typeof certificateChecks>[number]['else']>
      | 'booking.team_over'
    >([
      ...offerChanges(wait, held),
      ...certificateChecks(offering, { residentId, person }, wait),
      // Who waits for a team waits as long as they may book for it.
      ...(team ? inTeamChecks(team.teamId, residentId) : []),
    ])
    if (saved.ok) return 'done'
    const { code } = saved.refusal
    if (code === 'request.busy') throw new Error('an offer met a busy table')
    // Of a class: nobody has counted in the roster of the day yet, or its terms have changed since they were read.
    if (code === 'booking.slot_full')
      return looks > 1 && (await mayHaveSeat(table, offering, wait))
        ? offerTo(table, wait, now, looks - 1)
        : 'full'
    if (code === 'booking.wrong_state') {
      // Offered by another, left by its owner, or passed over a moment before the index showed it: then they are still next.
      const latest = looks > 1 ? await loadBooking(table, bookingId) : undefined
      return latest?.state === 'waiting' ? offerTo(table, latest, now, looks - 1) : 'done'
    }
    if (code !== 'booking.no_server') return skip(table, wait, code, undefined, now)
  }
  return 'full'
}

/** Those who could serve, the least busy first; one who is nobody where nobody has to. */
export const serversFor = async (
  table: Table,
  offering: Offering,
  person: Parameters<typeof freeServers>[2],
  wait: Span,
): Promise<readonly (Server | undefined)[]> => {
  if (!offering.servers) return [undefined]
  const on = localDate(wait.startAt)
  return freeServers(offering, (await loadTaken(table, offering, on, on))(on), person, wait)
}
