/** Somebody whose evening on the court was closed by repairs, and who is held the neighbours’ court, which lacks a thing. */
import { addDays, addMinutes, type Instant, localDate } from '@yike/shared/kernel/time'
import { dayKindOf } from '@yike/shared/kernel/workday'
import { decide, place, slotTimes, swap } from '../../booking/domain'
import { offeringNamed } from '../offerings'
import { demoId } from '../street'
import { firstFree, type PlannedBooking, type Planning, sure } from './book'
import { partyOf, personaOf } from './cast'

const row = {
  ...{ persona: 'stonebridge-resident', name: '陆一鸣', offering: '篮球场（晚间）', day: 5 },
  why: '灯光检修',
  to: '桂花里篮球场',
} as const
/** As far as it can be booked ahead. */
const REPAIR_DAYS = 10
const equipment = [
  { name: '篮球', count: 2 },
  { name: '记分牌', count: 1 },
]
/** Where the repairs are. */
export const REPAIRED = '石桥头篮球场'

/** The day of the repairs, as the place and what is offered there say it. */
export const repairs = (now: Instant) => {
  const on = addDays(localDate(now), row.day)
  return [{ from: on, to: addDays(on, REPAIR_DAYS), spans: [], note: row.why }]
}

export const planSwap = (planning: Planning): PlannedBooking => {
  const { cast, diary, now } = planning
  const offering = offeringNamed(REPAIRED, row.offering)
  const party = partyOf(personaOf(cast, row.persona), row.name)
  const { residentId, person } = party
  const { placeId, offeringId } = offering
  const placedAt = addMinutes(now, -20 * 60)
  const asked = {
    residentId,
    person,
    bookingId: demoId('booking', 'swap'),
    asked: 'demo',
    dayKindOf,
  }
  const [first] = slotTimes(offering, addDays(localDate(now), row.day), dayKindOf) ?? []
  if (!first) throw new Error(`${REPAIRED} has no evening`)
  const before = sure(
    'swap',
    place({ ...asked, offering, input: { placeId, offeringId, ...first, equipment }, now: placedAt }),
  )
  const closedAt = addMinutes(now, -2 * 60)
  const displaced = sure(
    'swap',
    decide.displace(before.booking, { part: 'clock', now: closedAt, note: row.why }),
  )
  const other = offeringNamed(row.to, row.offering)
  const next = firstFree(planning, other, party, row.day, addMinutes(now, -1))
  const input = {
    ...{ placeId: other.placeId, offeringId: other.offeringId, startAt: next.startAt, endAt: next.endAt },
    equipment: equipment.filter(({ name }) => other.equipment?.some(one => one.name === name)),
  }
  const held = swap(
    displaced,
    sure('swap', place({ ...asked, offering: other, input, now: closedAt, audience: 'staff' })),
    closedAt,
  )
  if (!held) throw new Error('no time is left to answer the swap in')
  for (const { taken } of held.takings) diary.take(taken.thingId, next, taken.units)
  return { placed: held, booking: held.booking }
}
