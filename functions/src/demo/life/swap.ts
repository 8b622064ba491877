/**
 * Two closings. The court of Stonebridge has its lights repaired: somebody is held the neighbours' court, which lacks a
 * thing. The teaching kitchen has its ovens replaced: who booked an hour is held the shared kitchen, and who booked two
 * hours finds nothing that long, and stands on the call list.
 */
import { addDays, addMinutes, type Instant, localDate } from '@yike/shared/kernel/time'
import { dayKindOf } from '@yike/shared/kernel/workday'
import { decide, place, slotTimes, swap, unsettledCall } from '../../booking/domain'
import {
  type BookingRecord,
  moveChanges,
  newBookingChanges,
  offerChanges,
  putReminderChange,
} from '../../booking/store'
import type { Offering } from '../../circle/store'
import type { Change } from '../../platform/table'
import { offeringNamed } from '../offerings'
import { demoId } from '../street'
import { firstFree, type PlannedBooking, type Planning, sure } from './book'
import { partyOf, personaOf } from './cast'

/** What is closed: of a place all, or one offering; from so many days on, for so many days, and why. */
interface Closed {
  readonly place: string
  readonly offering?: string
  readonly from: number
  readonly days: number
  readonly why: string
}

const court: Closed = { place: '石桥头篮球场', from: 5, days: 10, why: '灯光检修' }
const kitchen: Closed = { place: '石桥头多功能厅', offering: '烘焙厨房', from: 0, days: 20, why: '换烤箱' }

const datesOf = ({ from, days }: Closed, now: Instant) => {
  const first = addDays(localDate(now), from)
  return { from: first, to: addDays(first, days) }
}

/** An offering as it is while something is closed. */
export const whileClosed = (offering: Offering, now: Instant): Offering => {
  const { placeName, name } = offering
  if (placeName === court.place) return { ...offering, within: repairsAt(placeName, now) }
  if (placeName !== kitchen.place || name !== kitchen.offering) return offering
  return { ...offering, closures: [{ ...datesOf(kitchen, now), why: kitchen.why }] }
}

/** The special days of a place that is closed as a whole. */
export const repairsAt = (placeName: string, now: Instant) =>
  placeName === court.place ? [{ ...datesOf(court, now), spans: [], note: court.why }] : undefined

interface Row {
  readonly seed: string
  readonly closed: Closed
  readonly persona: string
  readonly name: string
  readonly offering: string
  readonly day: number
  /** In slots one after the other. */
  readonly slots: number
  readonly equipment?: { readonly name: string; readonly count: number }[]
  /** Where else, or nothing that fits. */
  readonly to?: readonly [place: string, offering: string]
}

const rows: readonly Row[] = [
  {
    ...{ seed: 'swap', closed: court, persona: 'stonebridge-resident', name: '陆一鸣' },
    ...{ offering: '篮球场（晚间）', day: 5, slots: 1, to: ['桂花里篮球场', '篮球场（晚间）'] },
    equipment: [
      { name: '篮球', count: 2 },
      { name: '记分牌', count: 1 },
    ],
  },
  {
    ...{ seed: 'swap-kitchen', closed: kitchen, persona: 'stonebridge-volunteer', name: '许志宁' },
    ...{ offering: '烘焙厨房', day: 4, slots: 1, to: ['石桥头共享厨房', '共享灶台'] },
  },
  {
    ...{ seed: 'swap-none', closed: kitchen, persona: 'stonebridge-resident', name: '陆一鸣' },
    ...{ offering: '烘焙厨房', day: 6, slots: 2 },
  },
]

export const planSwaps = (planning: Planning): PlannedBooking[] => rows.map(row => planRow(planning, row))

const planRow = (planning: Planning, row: Row): PlannedBooking => {
  const { cast, now } = planning
  const { seed, closed, day, slots, equipment = [] } = row
  const offering = offeringNamed(closed.place, row.offering)
  const party = partyOf(personaOf(cast, row.persona), row.name)
  const { residentId, person } = party
  const asked = { residentId, person, bookingId: demoId('booking', seed), asked: 'demo', dayKindOf }
  const times = slotTimes(offering, addDays(localDate(now), day), dayKindOf) ?? []
  const [first, last] = [times[0], times[slots - 1]]
  if (!first || !last) throw new Error(`${closed.place} is not open then`)
  const span = { startAt: first.startAt, endAt: last.endAt }
  const { placeId, offeringId } = offering
  const before = sure(
    seed,
    place({
      ...{ ...asked, offering, now: addMinutes(now, -20 * 60) },
      input: { placeId, offeringId, ...span, equipment },
    }),
  )
  const closedAt = addMinutes(now, -2 * 60)
  const doing = { part: 'clock', now: closedAt } as const
  const displaced = sure(seed, decide.displace(before.booking, { ...doing, note: closed.why }))
  const moved = [newBookingChanges(before), moveChanges(before.booking, displaced)]
  if (!row.to) {
    const sought = sure(seed, decide.seek(displaced, { ...doing, reason: 'nothingFree' }))
    const call = putReminderChange(undefined, unsettledCall(sought, undefined, closedAt))
    const booking = { ...sought, seekAt: addMinutes(now, 30) }
    return { placed: before, booking, story: [...moved, [...moveChanges(displaced, booking), call]] }
  }
  return hold(planning, row, { displaced, moved, closedAt, asked, party })
}

interface Holding {
  readonly displaced: BookingRecord
  readonly moved: readonly (readonly Change[])[]
  readonly closedAt: Instant
  readonly asked: Pick<
    Parameters<typeof place>[0],
    'residentId' | 'person' | 'bookingId' | 'asked' | 'dayKindOf'
  >
  readonly party: ReturnType<typeof partyOf>
}

const hold = (
  planning: Planning,
  { seed, to: [placeName, name] = ['', ''], day, equipment = [] }: Row,
  { displaced, moved, closedAt, asked, party }: Holding,
): PlannedBooking => {
  const other = offeringNamed(placeName, name)
  const next = firstFree(planning, other, party, day, addMinutes(planning.now, -1))
  const input = {
    ...{ placeId: other.placeId, offeringId: other.offeringId, startAt: next.startAt, endAt: next.endAt },
    equipment: equipment.filter(one => other.equipment?.some(lent => lent.name === one.name)),
  }
  const placed = place({ ...asked, offering: other, input, now: closedAt, audience: 'staff' })
  const held = swap(displaced, sure(seed, placed), closedAt)
  if (!held) throw new Error('no time is left to answer the swap in')
  const call = putReminderChange(undefined, unsettledCall(held.booking, undefined, closedAt))
  for (const { taken } of held.takings) planning.diary.take(taken.thingId, next, taken.units)
  return { placed: held, booking: held.booking, story: [...moved, [...offerChanges(displaced, held), call]] }
}
