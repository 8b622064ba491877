/**
 * A small season as its people live through it: they ask, change, take back, also for one another by grants that end; days
 * close, people book beside it, the clock and two of staff come when they come, and whatever goes on is interrupted.
 */
import { recheckRecord } from '@yike/shared/booking/rules/record'
import { datesOfSlot } from '@yike/shared/booking/rules/season'
import type { Season } from '@yike/shared/booking/schema/season'
import type { DrawRecord } from '@yike/shared/booking/schema/season/draw'
import { addMinutes, instantAt } from '@yike/shared/kernel/time'
import fc from 'fast-check'
import { expect } from 'vitest'
import { advanceSeason } from '../../src/booking/handlers'
import { failing, seasonsIn } from '../../src/booking/season/seasons.test-support'
import type { BookingRecord } from '../../src/booking/store'
import type { Table } from '../../src/platform/table'
import { readBooks } from '../books'
import { createTurns } from '../interleavings/turns'
import type { Memory } from '../memory'
import { createMeter } from '../meter'
import { type Answer, createWorld, type Person } from '../world'

const DATES = { from: '2026-12-14', to: '2027-01-03' }
/** Monday, and Friday, whose third is a holiday of a year that nobody has published yet. */
const SLOTS = [0, 4].map(weekday => ({ weekday, fromMinute: 840, toMinute: 900 }))
const dates = SLOTS.flatMap(slot => datesOfSlot(DATES, slot))
/** What the community draws before all eyes: whichever comes first holds. */
const NUMBERS = ['12 34 56', '65 43 21'] as const

export interface Setting {
  readonly seats: number
  readonly most: number
  readonly isPriority: boolean
  readonly closedOnHolidays: boolean
  readonly hasQuota: boolean
}
export const setting: fc.Arbitrary<Setting> = fc.record({
  seats: fc.integer({ min: 1, max: 2 }),
  most: fc.integer({ min: 1, max: 2 }),
  isPriority: fc.boolean(),
  closedOnHolidays: fc.boolean(),
  hasQuota: fc.boolean(),
})

const who = fc.nat(3)
const choices = fc.constantFrom(['s1'], ['s2'], ['s1', 's2'], ['s2', 's1'])
const act = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('ask' as const), who, choices, wants: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('ask for' as const), choices }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('take back' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('take back for' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('end the grant' as const), atOnce: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('book' as const, 'wait' as const),
      ...{ who, on: fc.constantFrom(...dates), hour: fc.constantFrom(10, 14), elsewhere: fc.boolean() },
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('give up' as const), who }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('close a day' as const), on: fc.constantFrom(...dates) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('pass' as const), minutes: fc.integer({ min: 1, max: 20 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      ...{ do: fc.constant('go on' as const), broken: fc.option(fc.nat(8)), two: fc.boolean() },
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('react' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('draw' as const), two: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('call off' as const), luck: fc.nat(4) }) },
)
const some = (most: number) => fc.array(act, { maxLength: most })
const hour: Act = { do: 'pass', minutes: 60 }
/** Its minute comes while somebody asks. */
const closing = fc.record({ do: fc.constant('ask at the end' as const), who, choices })
type Valued<A> = A extends fc.Arbitrary<infer V> ? V : never
type Act = Valued<typeof act> | Valued<typeof closing>
/** While it is open, once it is closed, and from the hour on in which its number is known. */
export const acts = fc
  .tuple(some(14), closing, some(5), some(14))
  .map(([open, last, closed, drawable]): Act[] => [...open, last, ...closed, hour, ...drawable])

interface Asked {
  readonly choices: readonly string[]
  readonly wants: number
  readonly byGrant: boolean
}

/** Lives through it on a table that may be broken, and says what it came to. */
export const live = async (
  order: fc.Scheduler,
  of: Setting,
  history: readonly Act[],
  { memory }: { memory?: Memory },
  broken: (table: Table) => Table = table => table,
): Promise<readonly string[]> => {
  const turns = createTurns(order)
  const w = await createWorld({
    memory,
    meter: { ...createMeter(), around: table => turns.around(broken(table)) },
  })
  const { worker, ask } = seasonsIn(() => w)
  const staff = await Promise.all([worker(), worker()])
  const people = await Promise.all([1950, 1980, 1990, 2000].map(year => w.person({ bornOn: `${year}-01` })))
  const daughter = await w.person({ bornOn: '1985-01' })
  const [father, desk, colleague] = [people[0], ...staff] as [Person, Person, Person]
  const court = await w.offering(await w.place(), {
    ...{ capacity: of.seats, daysAhead: 60 },
    hours: {
      days: Array.from({ length: 7 }, () => [[480, 1080]] as const),
      publicHoliday: of.closedOnHolidays ? 'closed' : 'asUsual',
    },
    ...(of.hasQuota && { quotas: [{ per: 'person', within: 'week', count: 'bookings', most: 1 }] }),
  })
  const other = await w.offering(await w.place(), { capacity: 9, daysAhead: 60 })
  const path = `/work/places/${court.placeId}/offerings`
  const closesAt = addMinutes(w.now, 60)
  const drawAt = addMinutes(w.now, 120)
  const openedAs = await w.as(desk).post(`${path}/${court.offeringId}/seasons`, {
    ...{ ...DATES, slots: SLOTS, most: of.most, closesAt, drawAt, source: 'hand' },
    priority: of.isPriority ? ['elder'] : [],
  })
  expect(openedAs.status, JSON.stringify(openedAs.body)).toBe(201)
  const season = openedAs.body.seasonId as never
  const at = `/seasons/${season}`
  const { code, grantId } = (await w.as(father).post('/grants', { may: ['book', 'cancel'], days: 1 })).body
  await w.as(daughter).post('/grants/take', { code })
  await w.as(father).post(`/grants/${grantId}/confirm`)

  const asked = new Map<Person, Asked>()
  const closed = new Set<string>()
  let isGranted = true
  let frozen: DrawRecord | undefined
  const record = async (): Promise<DrawRecord> => (await w.send('GET', `${at}/draw`, {})).body
  const seen = async (by: Person): Promise<Season> => (await w.as(by).get(at)).body
  const isOpen = () => w.now < closesAt
  const held = async () => {
    const found = await w.table.get({ pk: `PLACE#${court.placeId}`, sk: `OFFERING#${court.offeringId}` })
    return found?.seasons !== undefined
  }
  const number = (i: number) => NUMBERS[i] ?? NUMBERS[0]
  const met: string[] = []

  /** Both at once, a call to the table after the other; what each came to, where it did not throw. */
  const atOnce = async <A, B>(one: () => Promise<A>, another: false | (() => Promise<B>)) => {
    let came: [A?, B?] = []
    await turns.run([
      async () => {
        const value = await one().catch(() => undefined)
        came = [value, came[1]]
      },
      async () => {
        const value = another ? await another().catch(() => undefined) : undefined
        came = [came[0], value]
      },
    ])
    return came
  }
  const asks = (by: Person, wish: Omit<Asked, 'byGrant'>) => {
    // What stands as it is asked once more stays whoever’s doing it was.
    const before = asked.get(by)
    if (before?.wants !== wish.wants || before.choices.join() !== wish.choices.join())
      asked.set(by, { ...wish, byGrant: false })
  }

  const perform = async (one: Act): Promise<Answer | undefined> => {
    switch (one.do) {
      case 'ask': {
        const by = people[one.who] ?? father
        const wants = Math.min(one.wants + 1, of.most)
        const answer = await ask(by, at, one.choices, { wants })
        if (answer.status === 200) asks(by, { choices: one.choices, wants })
        return answer
      }
      case 'ask at the end': {
        const by = people[one.who] ?? father
        const [answer] = await atOnce(
          () => ask(by, at, one.choices),
          async () => {
            w.pass(60)
            await advanceSeason(w.table, season, w.now)
          },
        )
        if (answer?.status === 200) asks(by, { choices: one.choices, wants: 1 })
        return answer
      }
      case 'ask for': {
        const before = asked.get(father)
        const answer = await ask(daughter, at, one.choices, { grantId })
        if (answer.status === 200 && !(before && !before.byGrant))
          asked.set(father, { choices: one.choices, wants: 1, byGrant: true })
        if (!isGranted) expect(answer.body.code).toBe('booking.grant_over')
        else if (isOpen() && before && !before.byGrant) expect(answer.status).not.toBe(200)
        return answer
      }
      case 'take back': {
        const answer = await w.as(people[one.who] ?? father).post(`${at}/wish/withdraw`)
        if (answer.status === 200 && isOpen()) asked.delete(people[one.who] ?? father)
        return answer
      }
      case 'take back for': {
        const answer = await w.as(daughter).post(`${at}/wish/withdraw`, { grantId })
        if (!isGranted) expect(answer.body.code).toBe('booking.grant_over')
        if (answer.status === 200 && isOpen()) {
          expect(asked.get(father)?.byGrant ?? true).toBe(true)
          asked.delete(father)
        }
        return answer
      }
      case 'end the grant': {
        const before = asked.get(father)
        const mayAsk = isOpen() && (!before || before.byGrant)
        const [answer, meanwhile] = await atOnce(
          () => w.as(father).post(`/grants/${grantId}/end`),
          one.atOnce && (() => ask(daughter, at, ['s2'], { grantId })),
        )
        // Whichever came first: what was answered holds.
        if (meanwhile?.status === 200 && mayAsk)
          asked.set(father, { choices: ['s2'], wants: 1, byGrant: true })
        isGranted = false
        return answer
      }
      case 'book':
      case 'wait': {
        const { placeId, offeringId } = one.elsewhere ? other : court
        const span = {
          startAt: instantAt(one.on, one.hour * 60),
          endAt: instantAt(one.on, one.hour * 60 + 60),
        }
        const isKept = !one.elsewhere && one.hour === 14 && (await held())
        const answer = await w
          .as(people[one.who] ?? father)
          .post(one.do === 'book' ? '/bookings' : '/bookings/waiting', { placeId, offeringId, ...span })
        if (isKept) expect([400, 409]).toContain(answer.status)
        return answer
      }
      case 'give up': {
        const by = w.as(people[one.who] ?? father)
        const [first] = (await by.get('/bookings')).body.bookings
        return first && by.post(`/bookings/${first.bookingId}/cancel`)
      }
      case 'close a day': {
        const entries = (await w.as(desk).get(path)).body.offerings
        const entry = entries.find(
          ({ offeringId }: { offeringId: string }) => offeringId === court.offeringId,
        )
        const { version, name, forWhom, capacity, hours, slotMinutes, noticeMinutes, daysAhead } = entry
        const { cancelMinutes, needsApproval, priceClass, priceFen, quotas } = entry
        const days = new Set([...closed, one.on])
        const answer = await w.as(desk).put(`${path}/${court.offeringId}`, {
          ...{ version, name, forWhom, capacity, hours, slotMinutes, noticeMinutes, daysAhead, quotas },
          ...{ cancelMinutes, needsApproval, priceClass, priceFen },
          closures: [...days].map(on => ({ from: on, to: on, why: '检修' })),
        })
        expect(answer.status, JSON.stringify(answer.body)).toBe(200)
        closed.add(one.on)
        return answer
      }
      case 'pass':
        w.pass(one.minutes)
        return undefined
      case 'go on':
        await atOnce(
          async (): Promise<unknown> =>
            one.broken === null ? w.tick() : advanceSeason(failing(w.table, one.broken), season, w.now),
          one.two && (() => advanceSeason(w.table, season, w.now)),
        )
        return undefined
      case 'react':
        await w.react()
        return undefined
      case 'draw': {
        const [first, second] = await atOnce(
          () => w.as(desk).post(`${at}/draw`, { publicNumber: number(0) }),
          one.two && (() => w.as(colleague).post(`${at}/draw`, { publicNumber: number(1) })),
        )
        const { publicNumber } = await record()
        for (const [i, answer] of [first, second].entries())
          if (answer?.status === 200) expect(number(i)).toBe(publicNumber)
        if (w.now < drawAt) expect(publicNumber).toBeUndefined()
        return first
      }
      case 'call off':
        return one.luck === 0 ? w.as(desk).post(`${at}/call-off`, { reason: 'few' }) : undefined
    }
  }
  const watch = async () => {
    const now = await record()
    if (now.listHash && !frozen) frozen = now
    // What is frozen stays, whoever looks when.
    if (frozen) expect([now.listHash, now.entries.length]).toEqual([frozen.listHash, frozen.entries.length])
    if (isOpen()) expect(now.entries).toEqual([])
  }
  for (const one of history) {
    const answer = await perform(one)
    met.push(`${one.do}: ${answer ? (answer.status < 300 ? 'done' : answer.body.code) : 'done'}`)
    await watch()
  }

  // Whatever is left to do is done by time, the stream and a number.
  w.pass(61)
  await w.tick()
  w.pass(61)
  await w.tick()
  await w.as(desk).post(`${at}/draw`, { publicNumber: number(0) })
  for (let i = 0; i < 4; i++) {
    await w.react()
    w.pass(1)
    await w.tick()
  }
  await watch()

  const last = await record()
  const { kept, due, bookings } = await readBooks(w)
  expect(kept).toEqual(due)
  for (const [name, taken] of Object.entries(kept))
    if (name.startsWith(`SHEET#${court.thingId}`)) expect(taken).toBeLessThanOrEqual(of.seats)
  expect(await held()).toBe(false)
  // Nothing is in force on a day that is closed.
  const onClosed = bookings.filter(
    ({ offeringId, state, startAt }) =>
      offeringId === court.offeringId && state === 'confirmed' && closed.has(dateOf(startAt)),
  )
  expect(onClosed).toEqual([])

  for (const by of [...people, daughter]) {
    const told = (await w.as(by).get('/notices?limit=50')).body.notices
      .filter(({ about, verb, grantId: for_ }: Told) => about === 'season' && !for_ && ENDS.includes(verb))
      .map(({ verb }: Told) => verb)
    const { mine } = await seen(by)
    const wish = asked.get(by)
    expect(mine && !mine.withdrawn ? { choices: mine.choices, wants: mine.wants } : undefined).toEqual(
      wish && { choices: wish.choices, wants: wish.wants },
    )
    const byGrant = by === father && wish?.byGrant
    if (byGrant) expect(mine?.who).toBeDefined()
    expect(told).toHaveLength(wish ? 1 : 0)
    if (last.state === 'calledOff') {
      expect(told).toEqual(wish ? ['callOff'] : [])
      continue
    }
    expect(told).toEqual(wish ? [endOf(mine)] : [])
    for (const { slotId, seriesId, booked = -1, missing } of mine?.got ?? []) {
      const slot = SLOTS[Number(slotId.slice(1)) - 1]
      expect(slot && datesOfSlot(DATES, slot)).toHaveLength(booked + missing.length)
      const series: BookingRecord[] = bookings.filter(one => one.series?.seriesId === seriesId && seriesId)
      expect(series).toHaveLength(booked)
      for (const one of series)
        expect([one.residentId, one.timeline[0]?.verb]).toEqual([by.residentId, 'allot'])
    }
  }
  // Who asked for another reads how it ended as long as they may, and never of what was not their doing.
  const forFather = (await w.as(daughter).get('/notices?limit=50')).body.notices.filter(
    ({ about, grantId: for_, verb }: Told) => about === 'season' && for_ && ENDS.includes(verb),
  )
  const mayRead = isGranted && asked.get(father)?.byGrant ? 1 : 0
  // The grant may have ended after it was told.
  expect(forFather.length).toBeGreaterThanOrEqual(mayRead)
  expect(forFather.length).toBeLessThanOrEqual(asked.get(father)?.byGrant ? 1 : 0)

  if (last.state !== 'calledOff') {
    expect(last.state).toBe('settled')
    expect(last.entries).toHaveLength(asked.size)
    expect(recheckRecord(last)).toEqual({ commitment: true, list: true, order: true, result: true })
  }
  await w.close()
  return [...met, `ended: ${last.state}`]
}

interface Told {
  readonly about: string
  readonly verb: string
  readonly grantId?: string
}
const ENDS = ['won', 'lost', 'unbooked', 'callOff']

const endOf = (mine: Season['mine']): string => {
  if (!mine?.got?.length) return 'lost'
  return mine.got.some(({ booked }) => booked) ? 'won' : 'unbooked'
}

const dateOf = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10)
