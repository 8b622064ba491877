/** Waiting lists of the demo: a slot that neighbours have filled, one who waits for it, and one to whom a seat is offered. */
import { addMinutes } from '@yike/shared/kernel/time'
import { dayKindOf } from '@yike/shared/kernel/workday'
import { offer, type Placed, place, wait } from '../../booking/domain'
import { type BookingRecord, joinChanges, offerChanges } from '../../booking/store'
import type { Offering } from '../../circle/store'
import type { Change } from '../../platform/table'
import { offeringNamed } from '../offerings'
import { demoId } from '../street'
import { book, firstFree, type PlannedBooking, type Planning, sure } from './book'
import { type QueueRow, queues } from './booking-rows'
import { partiesFor } from './bookings'
import { type Party, partyOf, personaOf } from './cast'

/** Somebody waits; and where a seat is held for them, what it takes. */
export interface PlannedWait {
  readonly entry: BookingRecord
  readonly held?: Placed | undefined
}

export interface PlannedQueue {
  readonly bookings: readonly PlannedBooking[]
  readonly waits: readonly PlannedWait[]
}

const JOINED_HOURS_AGO = 9
const OFFERED_MINUTES_AGO = 20

const planQueue = (
  planning: Planning,
  [key, persona, name, placeName, offeringName, day, ahead]: QueueRow,
  line: number,
): PlannedQueue => {
  const { cast, diary, now } = planning
  const offering = offeringNamed(placeName, offeringName)
  const own = partyOf(personaOf(cast, persona), name)
  const joinedAt = addMinutes(now, -JOINED_HOURS_AGO * 60)
  const slot = firstFree(planning, offering, own, day, joinedAt)
  const neighbours = partiesFor(planning, key, offering).filter(
    ({ person }) => person.personId !== own.person.personId && diary.isFree(person.personId, slot),
  )
  const held = ahead === 'offered'
  const filled = diary.left(offering, slot) - (held ? 1 : 0)
  const bookings = neighbours.slice(0, filled).map((party, i) =>
    book(planning, offering, party, {
      startAt: slot.startAt,
      endAt: slot.endAt,
      placedAt: addMinutes(joinedAt, -60 * (i + 1)),
      seed: `queue/${line}/${i}`,
    }),
  )
  const before = held ? [] : neighbours.slice(filled, filled + ahead)
  const waits = [...before, own].map((party, i): PlannedWait => {
    const at = addMinutes(joinedAt, i * 7)
    const placed = placing(offering, party, slot, `wait/${line}/${i}`, at)
    const entry = wait(placed, offering, party.person, at)
    const offeredAt = addMinutes(now, -OFFERED_MINUTES_AGO)
    return { entry, held: held ? offer(entry, placed, offering, offeredAt) : undefined }
  })
  for (const { held: one } of waits)
    for (const { taken } of one?.takings ?? []) diary.take(taken.thingId, slot, taken.units)
  return { bookings, waits }
}

const placing = (
  offering: Offering,
  { residentId, person }: Party,
  { startAt, endAt }: { startAt: string; endAt: string },
  seed: string,
  now: string,
): Placed => {
  const { placeId, offeringId } = offering
  const input = { placeId, offeringId, startAt, endAt }
  const bookingId = demoId('booking', seed)
  return sure(seed, place({ offering, residentId, person, input, bookingId, asked: '', now, dayKindOf }))
}

export const planQueues = (planning: Planning): PlannedQueue[] =>
  queues.map((row, line) => planQueue(planning, row, line))

/** The writes of a wait in order: it is joined, then a seat is offered. */
export const waitWrites = ({ entry, held }: PlannedWait): Change[][] => [
  joinChanges(entry, undefined),
  ...(held ? [offerChanges(entry, held)] : []),
]
