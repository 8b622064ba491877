/** Somebody acts for another by a grant while that is ended: at whatever moment it ends, nothing is written by it afterwards. */
import { instantAt } from '@yike/shared/kernel/time'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { present } from '../src/platform/condition'
import type { Table } from '../src/platform/table'
import { readBooks } from './books'
import { everything } from './everything'
import { createTurns } from './interleavings/turns'
import { report, tried } from './long'
import { createMemory } from './memory'
import { createMeter } from './meter'
import { type Answer, createWorld, type Person } from './world'

const DAY = '2026-11-26'
const span = (hour: number, on = DAY) => ({
  startAt: instantAt(on, hour * 60),
  endAt: instantAt(on, (hour + 1) * 60),
})
const spans = [DAY, '2026-11-27', '2026-11-28'].map(on => span(9, on))

/** What may be done by a grant; `prepare` brings about what it is done to, and tells where. */
const acts = [
  'place',
  'join',
  'cancel',
  'leave the list',
  'accept',
  'pass',
  'accept a swap',
  'place a series',
  'cancel a series',
  'ask in a season',
  'change what is asked',
  'take back what is asked',
] as const
type Act = (typeof acts)[number]

const open = async (order: fc.Scheduler, broken: (table: Table) => Table) => {
  const turns = createTurns(order)
  /** What was committed by which grant, and the ends of grants, in their order. */
  const committed: string[] = []
  const watched = (table: Table): Table => ({
    ...table,
    async write(changes) {
      const saved = await table.write(changes)
      if (!saved.ok) return saved
      for (const change of changes) {
        if ('check' in change && change.check.pk.startsWith('GRANT#'))
          committed.push(`by ${change.check.pk.slice('GRANT#'.length)}`)
        if ('put' in change && change.put.type === 'Grant' && change.put.state === 'ended')
          committed.push(`end of ${change.put.pk.slice('GRANT#'.length)}`)
      }
      return saved
    },
  })
  const around = (table: Table) => turns.around(watched(broken(table)))
  const w = await createWorld({ memory: createMemory(), meter: { ...createMeter(), around } })
  const [staff, giver, holder, other] = await Promise.all([
    w.person({ roles: ['resident', 'worker'] }),
    w.person(),
    w.person(),
    w.person(),
  ])
  const place = await w.place()
  const offering = await w.offering(place, { capacity: 1 })
  const here = { placeId: offering.placeId, offeringId: offering.offeringId }
  const grant = async (): Promise<string> => {
    const asked = { may: ['book', 'cancel', 'see'], days: 1 }
    const { code, grantId } = (await w.as(giver).post('/grants', asked)).body
    await w.as(holder).post('/grants/take', { code })
    await w.as(giver).post(`/grants/${grantId}/confirm`)
    return grantId
  }
  const settle = async () => {
    for (let i = 0; i < 4; i++) await w.react()
  }
  const by = w.as(holder)
  const idOf = ({ body }: Answer) => String(body.bookingId)

  /** Brings about what the act is done to; the act. */
  const prepare: Record<Act, (grantId: string) => Promise<() => Promise<Answer>>> = {
    place: async grantId => () => by.post('/bookings', { ...here, ...span(9), grantId }),
    async join(grantId) {
      await w.as(other).post('/bookings', { ...here, ...span(9) })
      return () => by.post('/bookings/waiting', { ...here, ...span(9), grantId })
    },
    async cancel(grantId) {
      const booked = await by.post('/bookings', { ...here, ...span(9), grantId })
      return () => by.post(`/bookings/${idOf(booked)}/cancel`, { grantId })
    },
    async 'leave the list'(grantId) {
      await w.as(other).post('/bookings', { ...here, ...span(9) })
      const joined = await by.post('/bookings/waiting', { ...here, ...span(9), grantId })
      return () => by.post(`/bookings/${idOf(joined)}/cancel`, { grantId })
    },
    accept: async grantId => answer('accept', await offered(grantId), grantId),
    pass: async grantId => answer('pass', await offered(grantId), grantId),
    async 'accept a swap'(grantId) {
      const booked = await by.post('/bookings', { ...here, ...span(9), grantId })
      const path = `/work/places/${here.placeId}/offerings`
      const [entry] = (await w.as(staff).get(path)).body.offerings
      const { version, name, forWhom, capacity, hours, slotMinutes, noticeMinutes, daysAhead } = entry
      const { cancelMinutes, needsApproval, priceClass, priceFen } = entry
      await w.as(staff).put(`${path}/${here.offeringId}`, {
        ...{ version, name, forWhom, capacity, hours, slotMinutes, noticeMinutes, daysAhead },
        ...{ cancelMinutes, needsApproval, priceClass, priceFen },
        closures: [{ from: DAY, to: DAY, why: '检修' }],
      })
      await settle()
      return answer('accept', idOf(booked), grantId)
    },
    async 'place a series'(grantId) {
      await by.post('/series/preview', { ...here, ...spans[0], every: 'daily', times: 3, grantId })
      return () => by.post('/series', { ...here, spans, grantId })
    },
    async 'cancel a series'(grantId) {
      const { seriesId } = (await by.post('/series', { ...here, spans, grantId })).body
      return () => by.post(`/series/${seriesId}/cancel`, { grantId })
    },
    async 'ask in a season'(grantId) {
      const { ask } = await season()
      return () => ask(grantId, 's1')
    },
    async 'change what is asked'(grantId) {
      const { ask } = await season()
      await ask(grantId, 's1')
      return () => ask(grantId, 's2', 's1')
    },
    async 'take back what is asked'(grantId) {
      const { ask, path } = await season()
      await ask(grantId, 's1')
      return () => by.post(`${path}/withdraw`, { grantId })
    },
  }
  /** A season, and what is asked of it by the grant. */
  const season = async () => {
    const { body } = await w
      .as(staff)
      .post(`/work/places/${here.placeId}/offerings/${here.offeringId}/seasons`, {
        ...{ from: '2026-12-07', to: '2026-12-20', most: 1, source: 'hand' },
        slots: [0, 2].map(weekday => ({ weekday, fromMinute: 840, toMinute: 900 })),
        ...{ closesAt: instantAt('2026-12-01', 720), drawAt: instantAt('2026-12-02', 720) },
      })
    const path = `/seasons/${body.seasonId}/wish`
    return {
      path,
      ask: (grantId: string, ...choices: string[]) => by.put(path, { choices, wants: 1, grantId }),
    }
  }
  const answer = (verb: string, bookingId: string, grantId: string) => () =>
    by.post(`/bookings/${bookingId}/${verb}`, { grantId })
  const offered = async (grantId: string): Promise<string> => {
    const held = await w.as(other).post('/bookings', { ...here, ...span(9) })
    const joined = await by.post('/bookings/waiting', { ...here, ...span(9), grantId })
    await w.as(other).post(`/bookings/${idOf(held)}/cancel`)
    await settle()
    return idOf(joined)
  }
  return { w, turns, committed, giver, holder, grant, prepare }
}

/** All but grants themselves. */
const rest = (items: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(items).filter(([key]) => !key.startsWith('GRANT#')))

interface Met {
  readonly act: Act
  /** The giver or the holder ends it meanwhile, or its time is over before. */
  readonly ends: 'giver' | 'holder' | 'time'
  /** The same two have another grant that stays open. */
  readonly hasOther: boolean
  /** So often whoever ends it looks at it first. */
  readonly looks: number
}
const met: fc.Arbitrary<Met> = fc.record({
  act: fc.constantFrom(...acts),
  ends: fc.constantFrom('giver', 'giver', 'holder', 'time'),
  hasOther: fc.boolean(),
  looks: fc.nat(5),
})

const meet = async (
  order: fc.Scheduler,
  { act, ends, hasOther, looks }: Met,
  broken: (table: Table) => Table = table => table,
): Promise<'done' | 'refused'> => {
  const { w, turns, committed, grant, prepare, ...people } = await open(order, broken)
  const grantId = await grant()
  if (hasOther) await grant()
  const perform = await prepare[act](grantId)
  const end = async (by: Person) => {
    for (let i = 0; i < looks; i++) await w.as(by).get(`/grants/${grantId}`)
    await w.as(by).post(`/grants/${grantId}/end`)
  }
  if (ends === 'time') w.pass(24 * 60)
  const before = rest(await everything(w))
  committed.length = 0
  let answer: Answer | undefined
  await turns.run([
    async () => {
      answer = await perform()
    },
    ...(ends === 'time' ? [] : [() => end(people[ends])]),
  ])
  const isDone = committed.includes(`by ${grantId}`)
  const [first] = committed
  expect(committed.filter(what => what === `by ${grantId}`).length).toBe(isDone ? 1 : 0)
  if (isDone) expect([first, ends]).toEqual([`by ${grantId}`, expect.not.stringMatching('time')])
  if (isDone) expect(answer?.status).toBeLessThan(300)
  else {
    expect(answer).toMatchObject({ status: 409, body: { code: 'booking.grant_over' } })
    expect(rest(await everything(w))).toEqual(before)
  }
  // Nobody waits for its end: whoever tries once more is refused.
  const again = await perform()
  expect(again).toMatchObject({ status: 409, body: { code: 'booking.grant_over' } })
  const { kept, due } = await readBooks(w)
  expect(kept).toEqual(due)
  await w.close()
  return isDone ? 'done' : 'refused'
}

const { params, timeoutMs } = tried(200)

it(
  'however 200 acts by a grant meet its end, each comes before it or is refused and changes nothing',
  async () => {
    const seen: Record<string, number> = {}
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), met, async (order, one) => {
        const what = `${one.act}: ${await meet(order, one)}`
        seen[what] = (seen[what] ?? 0) + 1
      }),
      params,
    )
    report(() => `${params.numRuns} meetings, 0 failures: ${JSON.stringify(seen)}`)
    const both = acts.flatMap(act => [`${act}: done`, `${act}: refused`])
    expect(Object.keys(seen).sort()).toEqual(both.sort())
  },
  timeoutMs,
)

it('without the check of the grant in the write the same meetings are caught', async () => {
  const careless = (table: Table): Table => ({
    ...table,
    write: changes =>
      table.write(
        changes.map(change =>
          'check' in change && change.check.pk.startsWith('GRANT#')
            ? { ...change, if: present('pk') }
            : change,
        ),
      ),
  })
  const found = await fc.check(
    fc.asyncProperty(fc.scheduler(), met, async (order, one) => {
      await meet(order, one, careless)
    }),
    { seed: 20261123, numRuns: 200, endOnFailure: true },
  )
  expect(found.failed).toBe(true)
})
