/** The bookings of the demo: those of the personas first, then what their neighbours ask for, then full slots. */
import { whyIneligible } from '@yike/shared/booking/rules/eligibility'
import { addMinutes, type Instant } from '@yike/shared/kernel/time'
import { moveChanges, newBookingChanges } from '../../booking/store'
import type { Offering } from '../../circle/store'
import { offeringNamed } from '../offerings'
import { type CommunityKey, communityKeys } from '../street'
import { book, firstFree, type PlannedBooking, type Planning, slotsFrom } from './book'
import {
  attended,
  type CameRow,
  type FilledRow,
  filled,
  type OwnRow,
  own,
  type WaitingRow,
  waiting,
} from './booking-rows'
import { asChildren, asSelf, type Party, partyOf, personaOf } from './cast'

const hoursBefore = (now: Instant, hours: number): Instant => addMinutes(now, -hours * 60)

const planOwn = (
  planning: Planning,
  [persona, name, placeName, offeringName, day, hoursAgo, outcome]: OwnRow,
  line: number,
): PlannedBooking => {
  const offering = offeringNamed(placeName, offeringName)
  const party = partyOf(personaOf(planning.cast, persona), name)
  const when = firstFree(planning, offering, party, day, hoursBefore(planning.now, hoursAgo))
  return book(planning, offering, party, { ...when, seed: `own/${line}`, outcome })
}

/** The neighbours who might book: children are booked for, and everybody books what is for them. */
export const partiesFor = (
  { cast, now }: Planning,
  key: CommunityKey,
  { kind, eligible }: Offering,
): Party[] => {
  const { elders, families, volunteers } = cast.neighbours[key]
  const everybody =
    kind === 'childcare' ? asChildren(families) : [...families, ...volunteers, ...elders].map(asSelf)
  return everybody.filter(({ person }) => !whyIneligible(eligible, person, { startAt: now }))
}

const planWaiting = (
  planning: Planning,
  key: CommunityKey,
  [placeName, offeringName, day, hoursAgo, note]: WaitingRow,
  line: number,
): PlannedBooking => {
  const offering = offeringNamed(placeName, offeringName)
  const party = partiesFor(planning, key, offering)[line]
  if (!party) throw new Error(`No neighbour asks for ${placeName} ${offeringName}`)
  const when = firstFree(planning, offering, party, day, hoursBefore(planning.now, hoursAgo))
  return book(planning, offering, party, { ...when, seed: `waiting/${key}/${line}`, note })
}

const nth = <T>(of: Iterable<T>, number: number): T | undefined => {
  let left = number
  for (const one of of) if (left-- === 0) return one
  return undefined
}

const planFilled = (
  planning: Planning,
  key: CommunityKey,
  [placeName, offeringName, day, number, left]: FilledRow,
  line: number,
): PlannedBooking[] => {
  const { diary, now } = planning
  const offering = offeringNamed(placeName, offeringName)
  const slot = nth(slotsFrom(offering, day, now, now), number)
  if (!slot) throw new Error(`${placeName} ${offeringName} has no slot ${number} from day ${day}`)
  const wanted = Math.max(0, diary.left(offering, slot) - left)
  const guests = partiesFor(planning, key, offering).filter(({ person }) =>
    diary.isFree(person.personId, slot),
  )
  if (guests.length < wanted) throw new Error(`Too few neighbours for ${placeName} ${offeringName}`)
  return guests.slice(0, wanted).map((party, i) => {
    const when = { ...slot, placedAt: hoursBefore(now, 3 + 2 * i) }
    return book(planning, offering, party, { ...when, seed: `filled/${key}/${line}/${i}` })
  })
}

/** Only what has begun can be marked. */
const planAttended = (
  planning: Planning,
  [key, placeName, offeringName, day, number, came]: CameRow,
  line: number,
): PlannedBooking[] => {
  const { diary, now } = planning
  const offering = offeringNamed(placeName, offeringName)
  const placedAt = hoursBefore(now, 72)
  const slot = nth(slotsFrom(offering, day, placedAt, now), number)
  if (!slot) throw new Error(`${placeName} ${offeringName} has no slot ${number} from day ${day}`)
  const guests = partiesFor(planning, key, offering).filter(({ person }) =>
    diary.isFree(person.personId, slot),
  )
  return came.slice(0, diary.left(offering, slot)).flatMap((outcome, i) => {
    const party = guests[i]
    const seed = `attended/${key}/${line}/${i}`
    return party ? [book(planning, offering, party, { ...slot, placedAt, seed, outcome })] : []
  })
}

export const planBookings = (planning: Planning): PlannedBooking[] => [
  ...own.map((row, line) => planOwn(planning, row, line)),
  ...communityKeys.flatMap(key => waiting[key].map((row, line) => planWaiting(planning, key, row, line))),
  ...attended.flatMap((row, line) => planAttended(planning, row, line)),
  ...communityKeys.flatMap(key => filled[key].flatMap((row, line) => planFilled(planning, key, row, line))),
]

/** A booking's writes in order: it is placed, then answered. */
export const bookingWrites = ({ placed, booking, story }: PlannedBooking) =>
  story ?? [
    newBookingChanges(placed),
    ...(booking === placed.booking ? [] : [moveChanges(placed.booking, booking)]),
  ]
