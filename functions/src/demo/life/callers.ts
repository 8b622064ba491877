/** Whom staff have booked for on the telephone, and whom they are to call, for no message reached them. */
import { spokenNumber } from '@yike/shared/kernel/id'
import { addDays, addMinutes, type Instant, localDate } from '@yike/shared/kernel/time'
import { dayKindOf } from '@yike/shared/kernel/workday'
import { moveReminder, place, type ReminderRecord } from '../../booking/domain'
import { type BookingRecord, newBookingChanges, scheduleChange } from '../../booking/store'
import type { Resident } from '../../identity/store'
import { newCallerChanges } from '../../identity/store/caller'
import { certificateChanges } from '../../identity/store/certificate'
import { givePhoneChange } from '../../identity/store/phone'
import type { Change } from '../../platform/table'
import type { Household } from '../households'
import { offeringNamed } from '../offerings'
import { type CommunityKey, communities, demoId } from '../street'
import { book, firstFree, type PlannedBooking, type Planning, sure } from './book'
import { asSelf, workerFor } from './cast'

/** No phone of their own that knows WeChat: name, age, number, what for, from which day on. */
const rows = [
  ['osmanthus', '顾阿婆', 81, '051955550101', '桂花里日间照料中心', '半日托', 1],
  ['osmanthus', '柴老伯', 84, '051955550102', '桂花里助浴点', '助浴', 1],
  ['osmanthus', '丁奶奶', 78, '051955550103', '桂花里日间照料中心', '计时托', 1],
  ['stonebridge', '罗阿婆', 80, '051955550104', '石桥头颐养驿站', '半日托', 1],
] as const satisfies readonly (readonly [CommunityKey, string, number, string, string, string, number])[]

/** Booked in the app, and no message has reached them: place, what for, whether they left a number for that. */
const unreached = [
  ['osmanthus', 12, '桂花里日间照料中心', '计时托', '13800000112'],
  ['osmanthus', 13, '桂花里日间照料中心', '计时托', undefined],
] as const satisfies readonly (readonly [CommunityKey, number, string, string, string | undefined])[]

const CALLED_HOURS_AGO = 26
const REMINDED_MINUTES_AGO = 5
const CERTIFICATE_DAYS_LEFT = 12

export interface PlannedCaller {
  readonly planned: PlannedBooking
  readonly known: readonly Change[]
  /** On the list of tomorrow's calls. */
  readonly reminder: Change
}

export const planCallers = (planning: Planning): PlannedCaller[] => [
  ...planCalled(planning),
  ...planUnreached(planning),
]

const planUnreached = (planning: Planning): PlannedCaller[] =>
  unreached.map(([key, nth, placeName, offeringName, phone], i) => {
    const { cast, now } = planning
    const neighbour = cast.neighbours[key].elders[nth]
    if (!neighbour) throw new Error(`${key} has no elder ${nth}`)
    const offering = offeringNamed(placeName, offeringName)
    const placedAt = addMinutes(now, -60 * CALLED_HOURS_AGO)
    const party = asSelf(neighbour)
    const when = firstFree(planning, offering, party, 1, placedAt)
    const planned = book(planning, offering, party, { ...when, seed: `unreached/${i}` })
    return {
      planned,
      known: phone
        ? [
            givePhoneChange(party.residentId, phone, placedAt),
            ...certificateOf(neighbour, planned.booking, workerFor(cast, planned.booking.community), now),
          ]
        : [],
      reminder: toCall(planned.booking, now),
    }
  })

/** Seen by the worker long ago, and over in some days: both are told. */
const certificateOf = (
  household: Household,
  { residentId, personId, forName, community, bookingId }: BookingRecord,
  { resident: { residentId: seenById } }: Household,
  now: Instant,
): Change[] =>
  certificateChanges(household, {
    ...{ residentId, personId, forName, community, bookingId, seenById },
    ...{ seenBy: spokenNumber(seenById), seenAt: addMinutes(now, -60 * CALLED_HOURS_AGO) },
    untilOn: addDays(localDate(now), CERTIFICATE_DAYS_LEFT),
  })

const toCall = ({ bookingId, community, startAt }: BookingRecord, now: Instant): Change => {
  const due: ReminderRecord = {
    ...{ bookingId, community, startAt, version: 1 },
    ...{ remindAt: addMinutes(now, -REMINDED_MINUTES_AGO), state: 'due', tries: 0 },
  }
  return scheduleChange(moveReminder(due, 'call'))
}

const planCalled = (planning: Planning): PlannedCaller[] => {
  const { cast, diary, now } = planning
  return rows.map(([key, name, age, phone, placeName, offeringName, day], i) => {
    const offering = offeringNamed(placeName, offeringName)
    const { code } = communities[key]
    const placedAt = addMinutes(now, -60 * CALLED_HOURS_AGO)
    const residentId = demoId('resident', `caller/${i}`)
    const personId = demoId('person', `caller/${i}`)
    const bornOn = `${Number(now.slice(0, 4)) - age}-03`
    const person = { personId, name, community: code, home: null, bornOn }
    const slot = firstFree(planning, offering, { residentId, person }, day, placedAt)
    const input = {
      ...{ placeId: offering.placeId, offeringId: offering.offeringId },
      ...{ startAt: slot.startAt, endAt: slot.endAt },
    }
    const staffId = workerFor(cast, code).resident.residentId
    const placed = sure(
      `caller/${i}`,
      place({
        ...{ offering, residentId, person, input, bookingId: demoId('booking', `caller/${i}`) },
        ...{ asked: 'demo', now: placedAt, dayKindOf, audience: 'staff', server: undefined },
        onBehalf: { staffId, phone },
      }),
    )
    const { booking } = placed
    for (const { thingId, units } of booking.takes) diary.take(thingId, booking, units)
    const resident: Resident & { community: typeof code } = {
      ...{ residentId, personId, name, community: code, createdAt: placedAt, householdSize: 1, bornOn },
      ...{ roles: ['resident'], scope: code, home: null },
    }
    return {
      planned: { placed, booking },
      known: newCallerChanges(resident, phone),
      reminder: toCall(booking, now),
    }
  })
}

/** In the order in which it happened. */
export const callerWrites = ({ planned, known, reminder }: PlannedCaller): Change[][] => [
  [...newBookingChanges(planned.placed), ...known],
  [reminder],
]
