import { spokenFirst } from '@yike/shared/booking/rules/first-ones'
import { type PriorityGroup, priorityGroups } from '@yike/shared/booking/rules/terms'
import type { Booking } from '@yike/shared/booking/schema'
import type { Day, Slot } from '@yike/shared/booking/schema/day'
import type { Person } from '@yike/shared/identity/schema'
import { instantAt } from '@yike/shared/kernel/time'
import { describe, expect, test } from 'vitest'
import { reasons } from '../bulletin/words'
import {
  dayCells,
  firstFree,
  inOrder,
  laterOf,
  likelyPerson,
  slotGroups,
  stateWord,
  termLines,
  timelineOf,
  whyNot,
} from './view'
import { nearestFree, whyGone } from './view/gone'

const on = '2026-11-23'
const at = instantAt(on, 10 * 60)
const slot = (hour: number, left: number, shut?: Slot['shut']): Slot => ({
  startAt: instantAt(on, hour * 60),
  endAt: instantAt(on, hour * 60 + 60),
  left,
  ...(shut ? { shut } : {}),
})
const day = (...slots: Slot[]): Day => ({ on, slots })

describe('the calendar of an offering', () => {
  test('a day counts the times that can be booked now, never their seats added up', () => {
    const some = day(slot(9, 5, 'past'), slot(11, 3, 'too_late'), slot(12, 0), slot(14, 8), slot(15, 8))
    expect(dayCells([some], at)[0]?.free).toBe(2)
  })

  test('a slot that has gone says why, each reason otherwise, and the nearest of its day come before other days', () => {
    const gone = [slot(9, 0), slot(9, 5, 'past'), slot(9, 5, 'too_late'), undefined]
    expect(new Set(gone.map(one => whyGone(day(slot(10, 1)), one))).size).toBe(4)
    const other = { on: '2026-11-24', slots: [{ ...slot(9, 1), startAt: instantAt('2026-11-24', 9 * 60) }] }
    const near = nearestFree([other, day(slot(9, 0), slot(14, 1), slot(11, 2), slot(8, 3, 'past'))], at, 3)
    expect(near.map(({ startAt }) => startAt)).toEqual([
      slot(11, 2).startAt,
      slot(14, 1).startAt,
      other.slots[0]?.startAt,
    ])
  })

  test('who comes first is told by the groups of the terms, and nobody else is promised it', () => {
    const told = (...groups: PriorityGroup[]) => termLines({ priority: { groups, days: 5 } }).join('')
    for (const one of priorityGroups)
      for (const other of priorityGroups) expect(told(one).includes(spokenFirst(other))).toBe(one === other)
    expect(told()).toBe('')
  })

  test('a day off is a word, not a full day', () => {
    const [cell] = dayCells([day()], at)
    expect(cell?.free).toBeNull()
    expect(cell?.mark).toBeTruthy()
  })

  test('a day whose slots all lie ahead, but too near, is not said to be over', () => {
    const [over] = dayCells([day(slot(8, 2, 'past'), slot(9, 5, 'past'))], at)
    const [late] = dayCells([day(slot(9, 5, 'past'), slot(11, 5, 'too_late'))], at)
    expect(late?.mark).toBeTruthy()
    expect(late?.mark).not.toBe(over?.mark)
    expect(whyNot(day(slot(11, 5, 'too_late')))).toBeTruthy()
  })

  test('a day that is not open for booking yet is a word too, whatever is left', () => {
    expect(dayCells([day(slot(9, 5, 'too_early'), slot(10, 5, 'too_early'))], at)[0]?.free).toBeNull()
  })

  test('a day whose holidays nobody has published is a word as well', () => {
    expect(dayCells([{ ...day(), calendarUnknown: true }], at)[0]?.free).toBeNull()
  })

  test('slots that have begun are gone from the grid; full ones stay', () => {
    const shown = slotGroups(day(slot(9, 5, 'past'), slot(11, 0), slot(14, 2), slot(19, 1)))
    expect(shown.map(({ slots }) => slots.length)).toEqual([0, 1, 1, 1])
  })

  test('a slot of the whole day stands in a part of its own, half days in theirs', () => {
    const whole = { ...slot(8, 3), endAt: slot(17, 0).startAt }
    const half = { ...slot(8, 3), endAt: slot(12, 0).startAt }
    expect(slotGroups(day(whole, half, slot(13, 3))).map(({ slots }) => slots.length)).toEqual([1, 1, 1, 0])
  })

  test('the first free slot is neither full nor shut', () => {
    expect(firstFree([day(slot(9, 5, 'past'), slot(11, 0), slot(14, 2))])).toEqual(slot(14, 2))
  })
})

const person = (personId: string, relation: Person['relation']) =>
  ({ personId, relation, name: personId, community: null }) as Person & { community: null }

test('until another is chosen, childcare is for the child, elder care for the parent, a room for oneself', () => {
  const people = [person('me', 'self'), person('ma', 'parent'), person('doudou', 'child')]
  const likely = (kind: 'childcare' | 'elderCare' | 'venue', of = people) =>
    likelyPerson({ kind }, of, slot(9, 1))?.personId
  expect(likely('childcare')).toBe('doudou')
  expect(likely('elderCare')).toBe('ma')
  expect(likely('elderCare', people.slice(0, 1))).toBe('me')
  expect(likely('venue')).toBe('me')
})

test('nobody is proposed for what is not for them while it is for somebody else at home', () => {
  const people = [
    { ...person('me', 'self'), bornOn: '1954-03' },
    { ...person('xiaoman', 'grandchild'), bornOn: '2021-06' },
  ]
  const forAges = (min: number, kind: 'childcare' | 'venue') =>
    likelyPerson({ kind, eligible: { ageMonths: { min } } }, people, slot(9, 1))?.personId
  expect(forAges(720, 'childcare')).toBe('me')
  expect(forAges(12, 'childcare')).toBe('xiaoman')
})

const booking = (hour: number, state: Booking['state'], more: Partial<Booking> = {}): Booking =>
  ({ ...slot(hour, 1), bookingId: `${hour}`, state, can: [], timeline: [], ...more }) as unknown as Booking

describe('my bookings', () => {
  test('what is coming stands soonest first; what is over or given up is past', () => {
    const { coming, past } = inOrder(
      [booking(16, 'requested'), booking(14, 'confirmed'), booking(15, 'cancelled'), booking(8, 'confirmed')],
      at,
    )
    expect(coming.map(({ bookingId }) => bookingId)).toEqual(['14', '16'])
    expect(past.map(({ bookingId }) => bookingId)).toEqual(['15', '8'])
  })

  test('a booking in whose place something is looked for is not among the past ones until its time has come', () => {
    const { seeking, past } = inOrder([booking(14, 'displaced'), booking(8, 'displaced')], at)
    expect(seeking.map(({ bookingId }) => bookingId)).toEqual(['14'])
    expect(past.map(({ bookingId }) => bookingId)).toEqual(['8'])
  })

  test('what comes later stands by its time, and the soonest named of it is one to come to, not a place in a queue', () => {
    const { later, soonest } = laterOf([
      booking(16, 'confirmed'),
      booking(12, 'waiting'),
      booking(14, 'requested'),
    ])
    expect(later.map(({ bookingId }) => bookingId)).toEqual(['12', '14', '16'])
    expect(soonest?.bookingId).toBe('14')
    expect(laterOf([booking(12, 'waiting')]).soonest?.bookingId).toBe('12')
  })

  test('a booking that is over reads otherwise than one that is coming', () => {
    expect(stateWord(booking(8, 'confirmed'), at)).not.toEqual(stateWord(booking(14, 'confirmed'), at))
    expect(stateWord(booking(8, 'cancelled'), at)).toEqual(stateWord(booking(14, 'cancelled'), at))
  })

  test('while the community has not answered, the timeline ends with its promise', () => {
    const steps = timelineOf(booking(16, 'requested', { deadlineAt: instantAt(on, 15 * 60) }), at)
    expect(steps.at(-1)?.now).toBe(true)
  })

  test('why is said in the language of the phone, and what was kept as a sentence before as it was', () => {
    const notes = [{ reason: 'nothingFree' }, { note: '附近还没有空着的同类时段' }, { reason: 'newer' }].map(
      why => {
        const timeline = [{ at, verb: 'seek', by: 'clock' as const, ...why }]
        return timelineOf({ ...booking(16, 'displaced'), timeline }, at)[0]?.note
      },
    )
    expect(notes).toEqual([reasons.nothingFree, '附近还没有空着的同类时段', undefined])
  })

  test('a cancelled booking promises nothing more', () => {
    expect(timelineOf(booking(16, 'cancelled'), at).some(step => step.now)).toBe(false)
  })
})
