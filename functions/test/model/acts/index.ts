/** What people, staff and the clock may do, each to the model and to the product. */
import fc from 'fast-check'
import { expect } from 'vitest'
import type { Carers, House } from '../house'
import { at, clock, dateOf, outcomeOf, type Real, shiftsOf, startAnew, termsOf } from '../real'
import {
  aheadMinutes,
  dayOf,
  dayStart,
  HOUR,
  type Intent,
  isBeside,
  type OfferingName,
  offeringNames,
  placeOf,
  RESIDENTS,
  type Stay,
  type Time,
  type Wish,
} from '../stay'
import { act, exists, isResident, personOf, pick, somewhere, withStay } from './act'
import { join, send } from './book'
import { grantActs } from './grant'
import { seriesActs } from './series'
import { teamActs } from './team'

// Booking

const place = (wish: Wish) =>
  act(
    `book ${JSON.stringify(wish)}`,
    async (house, real) => {
      const intent: Intent = { wish }
      house.intents.push(intent)
      await send(house, real, intent)
    },
    exists(wish),
  )

const retry = (which: number) =>
  act(
    `book again ${which}`,
    (house, real) => send(house, real, pick(house.intents, which)),
    ({ intents }) => intents.length > 0,
  )

const wait = (wish: Wish) =>
  act(`wait ${JSON.stringify(wish)}`, (house, real) => join(house, real, wish), exists(wish))

// What is done to a booking

const own = (verb: 'cancel' | 'accept' | 'pass', which: number) =>
  withStay(
    verb,
    which,
    async (house, real, stay) => {
      const answer = await real.w.as(personOf(real, stay.who)).post(`/bookings/${stay.id}/${verb}`)
      expect(outcomeOf(answer)).toBe(house[verb](stay))
    },
    {
      may: isResident,
      suits: verb === 'cancel' ? ['requested', 'confirmed', 'waiting', 'displaced'] : ['offered'],
    },
  )

const decide = (verb: 'approve' | 'decline', which: number) =>
  withStay(
    verb,
    which,
    async (house, real, stay) => {
      const reason = verb === 'decline' ? { reason: '当天消毒' } : {}
      const answer = await real.w.as(real.staff).post(`/bookings/${stay.id}/${verb}`, reason)
      expect(outcomeOf(answer)).toBe(house[verb](stay))
    },
    { suits: ['requested'] },
  )

const cancelFor = (which: number) =>
  withStay(
    'cancel by telephone',
    which,
    async (house, real, stay) => {
      const path = `/work/bookings/${stay.id}/cancel`
      const answer = await real.w.as(real.staff).post(path, { reason: '来电取消' })
      expect(outcomeOf(answer)).toBe(house.cancelFor(stay))
    },
    { suits: ['requested', 'confirmed', 'waiting', 'offered', 'displaced'] },
  )

const acceptFor = (which: number) =>
  withStay(
    'take what is held by telephone',
    which,
    async (house, real, stay) => {
      const answer = await real.w.as(real.staff).post(`/work/bookings/${stay.id}/accept`)
      expect(outcomeOf(answer)).toBe(house.acceptFor(stay))
    },
    { suits: ['offered'] },
  )

// Who came

const mark = (as: 'came' | 'absent' | 'excused', which: number, agoMinutes: number) =>
  withStay(
    `${agoMinutes} minutes ago marked as ${as}`,
    which,
    async (house, real, stay) => {
      const markedAt = house.now - agoMinutes
      const path = `/work/bookings/${stay.id}/mark`
      const answer = await real.w.as(real.staff).post(path, { mark: as, markedAt: at(markedAt) })
      expect(outcomeOf(answer)).toBe(house.mark(stay, as, markedAt))
    },
    { suits: ['confirmed', 'came', 'absent', 'excused'], isNear: true },
  )

const checkIn = (which: number) =>
  withStay(
    'come',
    which,
    async (house, real, stay) => {
      const { placeId } = real.paths[stay.offering]
      const { code } = (await real.w.as(real.staff).get(`/work/places/${placeId}/door`)).body
      const path = `/bookings/${stay.id}/check-in`
      const answer = await real.w.as(personOf(real, stay.who)).post(path, { code })
      expect(outcomeOf(answer)).toBe(house.checkIn(stay))
    },
    { may: isResident, suits: ['confirmed', 'absent'], isNear: true },
  )

const appeal = (which: number) =>
  withStay(
    'appeal',
    which,
    async (house, real, stay) => {
      const path = `/bookings/${stay.id}/appeal`
      const answer = await real.w.as(personOf(real, stay.who)).post(path, { reason: '那天发烧' })
      expect(outcomeOf(answer)).toBe(house.appeal(stay))
    },
    { may: isResident, suits: ['absent'] },
  )

const hear = (verb: 'excuse' | 'uphold', which: number) =>
  withStay(
    verb,
    which,
    async (house, real, stay) => {
      const reason = verb === 'uphold' ? { reason: '没有请假' } : {}
      const answer = await real.w.as(real.staff).post(`/bookings/${stay.id}/${verb}`, reason)
      expect(outcomeOf(answer)).toBe(house.answer(stay, verb))
    },
    { suits: ['appealed'] },
  )

// What staff change

const crowdedBy = (house: House, offering: OfferingName): Stay[] =>
  placeOf(offering) === 'class' ? house.crowded().filter(one => !isBeside(one)) : []

/** Writes an offering anew as `change` has made it in the model; first staff are told whom that hits. */
const write = async (house: House, real: Real, offering: OfferingName): Promise<void> => {
  const { placeId, offeringId } = real.paths[offering]
  const staff = real.w.as(real.staff)
  const { offerings } = (await staff.get(`/work/places/${placeId}/offerings`)).body
  const { version } = offerings.find((one: { offeringId: string }) => one.offeringId === offeringId)
  const terms = termsOf(house, offering)
  const affected = await staff.post(`/work/places/${placeId}/affected`, {
    offeringId,
    hours: terms.hours,
    days: terms.closures.map(({ from, to }) => ({ from, to, hours: '休' })),
    capacity: terms.capacity,
  })
  const hit = new Set([...house.outside(offering), ...crowdedBy(house, offering)])
  expect(affected.body.affected.map((one: { bookingId: string }) => one.bookingId).sort()).toEqual(
    [...hit].map(({ id }) => id).sort(),
  )
  const path = `/work/places/${placeId}/offerings/${offeringId}`
  expect(outcomeOf(await staff.put(path, { ...terms, version }))).toBe('ok')
}

const closeDay = async (house: House, real: Real, offering: OfferingName, day: number): Promise<void> => {
  const closed = house.closed[offering].has(day) ? undefined : [day]
  house.closed[offering].add(day)
  await write(house, real, offering)
  house.changeTerms(offering, { opened: [], closed })
}

const close = (offering: OfferingName, day: number) =>
  act(
    `close ${offering} on ${day}`,
    (house, real) => closeDay(house, real, offering, day),
    exists({ offering }),
  )

/** What closes is mostly what somebody has. */
const closeOn = (which: number) =>
  withStay(
    'close the day of',
    which,
    (house, real, { offering, start }) => closeDay(house, real, offering, dayOf(start)),
    { suits: ['confirmed', 'requested', 'offered'] },
  )

const shut = ({ closed, closes }: Readonly<House>): OfferingName[] =>
  offeringNames.filter(name => closed[name].size > 0 || closes[name] < 18 * HOUR)

const reopen = (which: number) =>
  act(
    `open what is closed ${which}`,
    async (house, real) => {
      const offering = pick(shut(house), which)
      const opened = house.closes[offering] === 18 * HOUR ? [...house.closed[offering]] : 'all'
      house.closed[offering].clear()
      house.closes[offering] = 18 * HOUR
      await write(house, real, offering)
      house.changeTerms(offering, { opened, closed: opened })
    },
    house => shut(house).length > 0,
  )

const shorten = (offering: 'hour' | 'nextDoor') =>
  act(
    `${offering} closes at ${clock(9 * HOUR)}`,
    async (house, real) => {
      const opened = house.closes[offering] === 9 * HOUR ? [] : 'all'
      house.closes[offering] = 9 * HOUR
      await write(house, real, offering)
      house.changeTerms(offering, { opened, closed: opened === 'all' ? opened : undefined })
    },
    exists({ offering }),
  )

const changeRoom = (seats: number, week: Carers) =>
  act(`a room for ${seats}, in an ordinary week ${week} carers`, async (house, real) => {
    const before = { seats: house.seats, week: house.week }
    const after = { seats, ...(house.week && { week }) }
    const isSame = seats === house.seats && `${after.week}` === `${house.week}`
    Object.assign(house, after)
    await write(house, real, 'hour')
    Object.assign(house, before)
    house.changeTerms('hour', isSame ? { opened: [] } : after)
  })

const setRoster = (day: number, carers: Carers) =>
  act(
    `${carers} carers on ${day}`,
    async (house, real) => {
      const { placeId, offeringId } = real.paths.hour
      const path = `/places/${placeId}/offerings/${offeringId}/rosters/${dateOf(day)}`
      const staff = real.w.as(real.staff)
      const { version } = (await staff.get(path)).body
      const answer = await staff.put(path, { version, shifts: shiftsOf(carers) })
      expect(outcomeOf(answer)).toBe('ok')
      house.setRoster(day, carers)
      expectCalls(house, day, answer.body.affected)
    },
    ({ week, now }) => week !== undefined && day >= dayOf(now),
  )

/** Whom it leaves without a carer: without them all are looked after, and where all are nobody is called. */
const expectCalls = (
  house: House,
  day: number,
  affected: readonly { readonly bookingId: string }[],
): void => {
  const called = new Set(affected.map(one => one.bookingId))
  const hours = [8, 9, 10, 11, 12, 13, 14, 15, 16, 17].map(hour => dayStart(day) + hour * HOUR)
  const isOver = (among: readonly Stay[]) =>
    hours.some(hour => house.taken('class', hour, among) > house.seatsAt('class', hour))
  expect(isOver(house.stays.filter(one => !called.has(one.id)))).toBe(false)
  expect(called.size > 0).toBe(isOver(house.stays))
}

// Time

const pass = (house: House, { w }: Real, minutes: number) => {
  house.time += minutes
  w.pass(minutes)
}
const tick = act('the clock comes by on the hour', async (house, real) => {
  pass(house, real, (HOUR - (house.time % HOUR)) % HOUR)
  // Whom it reminds takes nothing and frees nothing.
  const { reminded: _, ...done } = await real.w.tick()
  expect(done).toEqual(house.tick())
})
const sit = (minutes: number) =>
  act(`${minutes} minutes pass`, async (house, real) => pass(house, real, minutes))
/** Twenty minutes before the first slot, when many deadlines meet, or when the first guests have come. */
const sleep = (minute: number) =>
  act(`it is the next day, ${minute} minutes from midnight`, async (house, real) =>
    pass(house, real, dayStart(dayOf(house.time) + 1) + minute - house.time),
  )
const restart = (nth: number) => act(`server ${nth} starts anew`, async (_, real) => startAnew(real, nth))

// Chance

const which = fc.nat(24)
const day = fc.constantFrom(1, 1, 1, 2, 3)
const carers = fc.tuple(fc.nat(2), fc.nat(2))
const offering = fc.constantFrom<OfferingName>('hour', 'hour', 'hour', 'wholeDay', 'nextDoor')
const time = fc.record({ offering, day, hour: fc.constantFrom(8, 8, 9, 17) }).map(
  ({ offering: name, day: on, hour }): Time => ({
    offering: name,
    start: (on * 24 + (name === 'wholeDay' ? 8 : hour)) * HOUR,
  }),
)
const wishOf = (people: number) =>
  fc.record({ who: fc.nat(people - 1), of: time }).map(({ who, of }): Wish => ({ who, ...of }))
const anyOffering = fc.constantFrom(...offeringNames)

const verbs = fc.constantFrom(
  'cancel' as const,
  'cancel' as const,
  'accept' as const,
  'accept' as const,
  'pass' as const,
)
const decisions = fc.constantFrom('approve' as const, 'decline' as const)
const marks = fc.constantFrom('came' as const, 'absent' as const, 'absent' as const, 'excused' as const)

const often = <T>(times: number, one: fc.Arbitrary<T>): fc.Arbitrary<T>[] =>
  Array.from({ length: times }, () => one)

export const acts = fc.commands<House, Real, false>(
  [
    ...often(7, wishOf(RESIDENTS + 2).map(place)),
    ...often(6, wishOf(RESIDENTS).map(wait)),
    which.map(retry),
    ...often(
      5,
      fc.tuple(verbs, which).map(([verb, of]) => own(verb, of)),
    ),
    ...often(
      2,
      fc.tuple(decisions, which).map(([verb, of]) => decide(verb, of)),
    ),
    which.map(cancelFor),
    which.map(acceptFor),
    ...often(
      3,
      fc.tuple(marks, which, fc.constantFrom(0, 0, 30)).map(([as, of, ago]) => mark(as, of, ago)),
    ),
    ...often(2, which.map(checkIn)),
    ...often(2, which.map(appeal)),
    ...often(
      2,
      fc
        .tuple(fc.constantFrom('excuse' as const, 'uphold' as const), which)
        .map(([verb, of]) => hear(verb, of)),
    ),
    fc.tuple(anyOffering, day).map(([of, on]) => close(of, on)),
    ...often(2, which.map(closeOn)),
    ...often(2, which.map(reopen)),
    fc.constantFrom('hour' as const, 'nextDoor' as const).map(shorten),
    fc.tuple(fc.integer({ min: 1, max: 3 }), carers).map(([seats, week]) => changeRoom(seats, week)),
    ...often(
      2,
      fc.tuple(day, carers).map(([on, of]) => setRoster(on, of)),
    ),
    ...grantActs(time),
    ...seriesActs,
    ...teamActs(time),
    ...often(2, fc.constant(tick)),
    ...often(2, fc.constantFrom(1, 20, 50, 130).map(sit)),
    fc.nat(aheadMinutes.length - 1).map(restart),
    fc.constantFrom(8 * 60 - 20, 8 * 60 + 1).map(sleep),
  ].map(somewhere),
  { maxCommands: 80, size: 'max' },
)
