/** A day at a class of children: who may fetch them, who was brought, who is still to come. */
import type { Span } from '@yike/shared/booking/calendar'
import type { Id } from '@yike/shared/kernel/id'
import { addMinutes, type Instant, localDate } from '@yike/shared/kernel/time'
import { dayKindOf } from '@yike/shared/kernel/workday'
import { type Fetching, slotTimes } from '../../booking/domain'
import {
  arrive,
  correctFetcher,
  instruct,
  leave,
  nameFetcher,
  noteCare,
  setContact,
} from '../../booking/domain/pickup'
import { pickupChanges } from '../../booking/store'
import type { Change } from '../../platform/table'
import { offeringNamed } from '../offerings'
import { demoId } from '../street'
import { book, type PlannedBooking, type Planning, slotsFrom, sure } from './book'
import { partiesFor } from './bookings'
import { type Party, partyOf, personaOf, workerFor } from './cast'

const PLACE = '石桥头向阳托育园'
const OFFERING = '托大班临时托'
const PLACED_HOURS_AGO = 20
/** Of the neighbours' children: so many are booked for the same hours. */
const NEIGHBOURS = 3

export interface PlannedHandovers {
  readonly bookings: readonly PlannedBooking[]
  /** After the bookings. */
  readonly writes: readonly (readonly Change[])[]
}

/** What is on now, else what comes next. */
const slotNow = ({ now }: Planning, placedAt: Instant): Span | undefined => {
  const offering = offeringNamed(PLACE, OFFERING)
  const today = slotTimes(offering, localDate(now), dayKindOf) ?? []
  const on = today.find(({ startAt, endAt }) => placedAt < startAt && startAt <= now && now < endAt)
  return on ?? [...slotsFrom(offering, 0, placedAt, now)][0]
}

export const planHandovers = (planning: Planning): PlannedHandovers => {
  const { cast, diary, now } = planning
  const offering = offeringNamed(PLACE, OFFERING)
  const placedAt = addMinutes(now, -60 * PLACED_HOURS_AGO)
  const slot = slotNow(planning, placedAt)
  if (!slot) return { bookings: [], writes: [] }
  const family = personaOf(cast, 'stonebridge-resident')
  const parties: Party[] = [
    partyOf(family, '陆豆豆'),
    ...partiesFor(planning, 'stonebridge', offering).slice(0, NEIGHBOURS),
  ].filter(({ person }) => diary.isFree(person.personId, slot))
  const staffId = workerFor(cast, offering.community).resident.residentId
  const bookings = parties
    .slice(0, diary.left(offering, slot))
    .map((party, i) => book(planning, offering, party, { ...slot, placedAt, seed: `handover/${i}` }))
  const writes = bookings.flatMap(({ booking }, i) => {
    const start: Fetching = {
      ...{ booking, part: 'owner' },
      child: { personId: booking.personId, version: 0, fetchers: [] },
      handover: { bookingId: booking.bookingId, residentId: booking.residentId, version: 0, timeline: [] },
    }
    const steps = tell(start, i, staffId, now)
    return steps.map((after, n) => pickupChanges(steps[n - 1] ?? start, after, now))
  })
  return { bookings, writes }
}

/** Each state in turn: the first child's family has written most, the second is gone already, the last is still to come. */
const tell = (start: Fetching, nth: number, staffId: Id<'resident'>, now: Instant): Fetching[] => {
  const { startAt, residentId } = start.booking
  const steps: Fetching[] = []
  const then = (after: Fetching) => void steps.push(after)
  const last = () => steps.at(-1) ?? start
  const home = { actorId: residentId, now: addMinutes(startAt, -120) }
  const at = (minutes: number) => ({ actorId: staffId, now: addMinutes(startAt, minutes) })
  const inClass = (): Fetching => ({ ...last(), part: 'staff' })
  const named = [
    ['何秀英', 'grandparent'],
    ['孙阿姨', 'nanny'],
    ['沈国梁', 'grandparent'],
  ] as const
  const [name, relation] = named[nth % named.length] ?? named[0]
  if (nth < 3) {
    const fetcherId = demoId('fetcher', `${nth}`)
    then(sure('name', nameFetcher(last(), { fetcherId, name, relation, days: 180 }, home)))
    then(setContact(last(), `1390000${1001 + nth}`))
  }
  // Written as it was heard, and put right by the family.
  if (nth === 2) {
    const to = { fetcherId: demoId('fetcher', 'corrected'), name: '沈国良' }
    then(sure('correct', correctFetcher(last(), demoId('fetcher', '2'), to, home)))
  }
  if (nth === 0) then(sure('instruct', instruct(last(), '带了润喉糖浆，饭后 5 毫升', home)))
  const isOn = (minutes: number) => addMinutes(startAt, minutes) <= now
  if (nth === 3 || !isOn(3)) return steps
  const how = nth === 0 ? { temperatureDeci: 365, medicine: 'received' as const } : { temperatureDeci: 367 }
  then(sure('arrive', arrive(inClass(), {}, { at: at(3).now, ...how }, at(3))))
  if (nth === 0 && isOn(40))
    then(
      sure('care', noteCare(inClass(), { at: at(40).now, meal: 'most', note: '吃了点心，精神好' }, at(40))),
    )
  if (nth === 1 && isOn(50))
    then(sure('leave', leave(inClass(), undefined, '妈妈', { at: at(50).now }, at(50))))
  return steps
}
