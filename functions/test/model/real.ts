/** The product beside the model, and in what the two must agree after each act. */
import { addDays, instantAt, type LocalDate } from '@yike/shared/kernel/time'
import { expect } from 'vitest'
import { memberOf } from '../../src/identity/store/team'
import { readBooks } from '../books'
import { everything } from '../everything'
import { type Answer, createWorld, OSMANTHUS, type Person, type Server, type World } from '../world'
import type { House } from './house'
import {
  aheadMinutes,
  BOOKER,
  DAY,
  dayOf,
  dayStart,
  endOf,
  HOUR,
  holds,
  type Intent,
  isBeside,
  isCaller,
  type OfferingName,
  offeringNames,
  placeOf,
  RESIDENTS,
  type Stay,
  TEAM,
  type Time,
} from './stay'

export interface Real {
  readonly w: World
  readonly paths: Readonly<Record<OfferingName, { readonly placeId: string; readonly offeringId: string }>>
  readonly things: Readonly<Record<'class' | 'nextDoor', string>>
  readonly residents: readonly Person[]
  readonly staff: Person
  readonly team: { readonly teamId: string; readonly booker: string }
  /** By who books: the sheet of their own time. */
  readonly bodies: Map<number, string>
  /** What an intent was answered when it was granted. */
  readonly answers: Map<Intent, Answer>
  /** The product's names of the model's series, in order. */
  readonly series: string[]
  readonly servers: Server[]
  /** Which of them follows the stream. */
  follower: number
}

/** From now on this process answers, by its own clock. */
export const turnTo = (house: House, { w, servers }: Real, nth: number): void => {
  house.ahead = aheadMinutes[nth] ?? 0
  w.turnTo(servers[nth] as Server)
}
/** It has forgotten whatever it knew. */
export const startAnew = ({ w, servers }: Real, nth: number): void => {
  servers[nth] = w.startServer({ aheadMinutes: aheadMinutes[nth] ?? 0 })
}

const MONDAY = '2026-11-23'
export const at = (minutes: number): string => instantAt(MONDAY, minutes)
const minutesAt = (instant: string): number => (Date.parse(instant) - Date.parse(at(0))) / 60_000
export const dateOf = (day: number): LocalDate => addDays(MONDAY, day)
export const spanOf = (time: Time) => ({ startAt: at(time.start), endAt: at(endOf(time)) })
export const outcomeOf = ({ status, body }: Answer): string => (status < 300 ? 'ok' : String(body.code))
export const clock = (minute: number): string => `${Math.floor(minute / 60)}:00`

export const shiftsOf = ([morning, afternoon]: readonly [number, number]) => [
  ...Array.from({ length: morning }, (_, i) => ({ name: `早${i}`, fromMinute: 8 * 60, toMinute: 13 * 60 })),
  ...Array.from({ length: afternoon }, (_, i) => ({
    name: `晚${i}`,
    fromMinute: 13 * 60,
    toMinute: 18 * 60,
  })),
]

/** The terms of an offering as the model has them, as staff type them. */
export const termsOf = (house: House, offering: OfferingName) => ({
  // The whole day is nothing that an hour stands in for.
  purpose: offering === 'wholeDay' ? 'hall' : 'room',
  ...{ name: '照护', forWhom: '60 岁以上老人', noticeMinutes: 0, daysAhead: 14, cancelMinutes: 60 },
  ...{ priceClass: 'free', priceFen: 0, priority: { groups: ['elder'], days: 1 } },
  hours: `每天 8:00–${clock(house.closes[offering])}，节假日照常`,
  slotMinutes: offering === 'wholeDay' ? 600 : 60,
  needsApproval: house.setting.needsApproval[offering],
  capacity: placeOf(offering) === 'nextDoor' ? 1 : house.seats,
  ...(placeOf(offering) === 'class' &&
    house.week && {
      staffing: { ratio: 1, weekly: Array.from({ length: 7 }, () => shiftsOf(house.week ?? [0, 0])) },
    }),
  ...(offering === 'hour' &&
    house.setting.ration && {
      quotas: ['person', 'team'].map(per => ({ per, count: 'bookings', ...house.setting.ration })),
    }),
  closures: [...house.closed[offering]]
    .sort()
    .map(day => ({ from: dateOf(day), to: dateOf(day), why: '消毒' })),
})

export const openReal = async (house: House, ...made: Parameters<typeof createWorld>): Promise<Real> => {
  const w = await createWorld(...made)
  const [staff, ...residents] = await Promise.all([
    w.person({ roles: ['resident', 'worker'] }),
    ...Array.from({ length: RESIDENTS }, (_, i) => w.person(i === 0 ? { bornOn: '1946-05' } : {})),
  ])
  const [here, there] = [await w.place(), await w.place()]
  const add = async (offering: OfferingName, sharesWith?: string) => {
    const { placeId } = placeOf(offering) === 'nextDoor' ? there : here
    const body = { kind: 'venue', ...termsOf(house, offering), sharesWith }
    const added = await w.as(staff).post(`/work/places/${placeId}/offerings`, body)
    expect(added.status).toBe(201)
    return { placeId: String(placeId), offeringId: String(added.body.offeringId) }
  }
  const hour = await add('hour')
  const wholeDay = await add('wholeDay', hour.offeringId)
  const nextDoor = house.setting.hasNeighbour
    ? await add('nextDoor')
    : { placeId: there.placeId, offeringId: '' }
  house.names = { hour: hour.offeringId, wholeDay: wholeDay.offeringId, nextDoor: nextDoor.offeringId }
  const { teamId, code } = (await w.as(staff).post('/work/teams', { community: OSMANTHUS, name: '舞蹈队' }))
    .body
  await w.as(residents[BOOKER + 1] as Person).post('/teams/join', { code, name: '队长' })
  const led = w.as(residents[BOOKER + 1] as Person)
  const forAll = (await led.post(`/teams/${teamId}/code`)).body.code
  const booker = residents[BOOKER] as Person
  await w.as(booker).post('/teams/join', { code: forAll, name: '队员' })
  const memberId = memberOf(teamId, booker.residentId)
  await led.put(`/teams/${teamId}/members/${memberId}`, { mayBook: true })
  // What staff have written is read before anybody else sees it.
  await w.react()
  const items = (await everything(w)) as Record<string, { thingId?: string } | undefined>
  const thingOf = ({ placeId, offeringId }: { placeId: string; offeringId: string }) =>
    String(items[`PLACE#${placeId} OFFERING#${offeringId}`]?.thingId)
  return {
    w,
    paths: { hour, wholeDay, nextDoor },
    things: { class: thingOf(hour), nextDoor: thingOf(nextDoor) },
    residents,
    staff,
    team: { teamId, booker: memberId },
    bodies: new Map(),
    answers: new Map(),
    series: [],
    servers: aheadMinutes.map(ahead => w.startServer({ aheadMinutes: ahead })),
    follower: 0,
  }
}

/** The stream tells of all that was committed, in both; then the books, the states and the times of all bookings agree. */
export const settleAndAgree = async (house: House, real: Real): Promise<void> => {
  const { w, paths, bodies } = real
  turnTo(house, real, real.follower)
  house.settle()
  await w.react()
  expect(w.lines.filter(line => line.includes('failed'))).toEqual([])
  const { kept, due, bookings } = await readBooks(w)
  expectSame(sorted(kept), sorted(due))
  for (const { bookingId, insteadOf } of bookings) {
    const made = house.stays.find(one => one.id === '' && one.beside?.id === insteadOf?.bookingId)
    if (made && insteadOf && !house.stays.some(one => one.id === bookingId)) made.id = bookingId
  }
  for (const { bookingId, personId } of bookings) {
    const stay = house.stays.find(one => one.id === bookingId)
    if (stay && stay.who !== TEAM) bodies.set(stay.who, personId)
  }
  const said = (state: string, offeringId: string, start: number) => `${state} ${offeringId} ${start}`
  const shown = bookings.map(one => [one.bookingId, said(one.state, one.offeringId, minutesAt(one.startAt))])
  const meant = house.stays.map(one => [one.id, said(one.state, paths[one.offering].offeringId, one.start)])
  expectSame(shown.sort(), meant.sort())
  for (const [who, owner] of [...bodies, [TEAM, real.team.teamId] as const]) {
    const counts = Object.entries(kept).filter(([name]) => name.startsWith(`QUOTA#${owner} `))
    const held = house.stays.filter(
      one => one.who === who && one.offering === 'hour' && holds(one) && !isBeside(one),
    ).length
    expect(counts.reduce((sum, [, count]) => sum + count, 0)).toBe(house.setting.ration ? held : 0)
  }
  // Of days that are over nobody counts anything anew.
  const ahead = (sheets: Counts) =>
    sorted(sheets).filter(
      ([name]) => (/^SHEET#\S+ DAY#(\S+)/.exec(name)?.[1] ?? '') >= dateOf(dayOf(house.now)),
    )
  expectSame(ahead(kept), ahead(sheetsOf(house, real)))
}

type Counts = Readonly<Record<string, number>>
const sorted = (counts: Counts) => Object.entries(counts).sort(([one], [other]) => (one < other ? -1 : 1))

/** Seen at a glance, a thousand times a second; where it is not so, told as a test tells it. */
const expectSame = (one: unknown, other: unknown): void => {
  if (JSON.stringify(one) !== JSON.stringify(other)) expect(one).toEqual(other)
}

/** What must stand on the day-sheets of rooms and of people, by the model. */
const sheetsOf = (house: House, { things, bodies }: Pick<Real, 'things' | 'bodies'>) => {
  const sheets: Record<string, number> = {}
  const take = (thing: string, at: number, units: number) => {
    const day = `SHEET#${thing} DAY#${dateOf(dayOf(at))}`
    for (let quarter = 0; quarter < 4; quarter++) {
      const name = `${day} ${(at % DAY) / 15 + quarter}`
      const count = (sheets[name] ?? 0) + units
      if (count === 0) delete sheets[name]
      else sheets[name] = count
    }
  }
  for (const stay of house.stays.filter(holds))
    for (let at = stay.start; at < endOf(stay); at += HOUR) {
      take(things[placeOf(stay.offering)], at, 1)
      if (stay.who !== TEAM && !isBeside(stay)) take(bodies.get(stay.who) ?? '', at, 1)
    }
  // What the carers on duty cannot look after, also at night, when there are none.
  for (const day of house.rosters.keys())
    for (let hour = 0; hour < 24; hour++) {
      const at = dayStart(day) + hour * HOUR
      const isByDay = 8 <= hour && hour < 18
      take(things.class, at, house.seats - (isByDay ? house.seatsAt('class', at) : 0))
    }
  return sheets
}

/** What a resident is shown of the days is what the model has left; and where each stands who waits. */
export const agreeOnSight = async (house: House, { w, paths, residents }: Real): Promise<void> => {
  for (const offering of offeringNames) {
    const { placeId, offeringId } = paths[offering]
    if (!offeringId) continue
    const asked = `from=${dateOf(dayOf(house.now))}&days=4`
    const days = await w.as(residents[0] as Person).days({ placeId, offeringId }, asked)
    const shown = days.flatMap(({ slots }) => slots)
    expect(shown.map(({ startAt, left }) => [minutesAt(startAt), left])).toEqual(
      [0, 1, 2, 3]
        .map(ahead => dayOf(house.now) + ahead)
        .filter(day => !house.closed[offering].has(day))
        .flatMap(day => house.slotsOn(offering, day))
        .map(start => [start, house.left({ offering, start })]),
    )
  }
  for (const stay of house.stays.filter(one => one.state === 'waiting' && !isCaller(one))) {
    const before = (one: Stay) =>
      one.state === 'waiting' &&
      one.offering === stay.offering &&
      one.start === stay.start &&
      house.dueOrder(one)[1] <= house.dueOrder(stay)[1]
    const { body } = await w
      .as(residents[stay.who === TEAM ? BOOKER : stay.who] as Person)
      .get(`/bookings/${stay.id}`)
    expect(body.queue.position).toBe(house.stays.filter(before).length)
  }
}
