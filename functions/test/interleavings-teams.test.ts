/**
 * Two members book for a team that has room for one of them in its ration, while one of them is taken out or the team is closed:
 * in whatever order their calls meet the table, the ration holds, and nothing is written for it by who may not any more.
 */
import { addMinutes, instantAt } from '@yike/shared/kernel/time'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { memberOf } from '../src/identity/store/team'
import { present } from '../src/platform/condition'
import type { Table } from '../src/platform/table'
import { readBooks } from './books'
import { createTurns } from './interleavings/turns'
import { report, tried } from './long'
import { createMemory } from './memory'
import { createMeter } from './meter'
import { type Answer, createWorld, OSMANTHUS } from './world'

const MOST = 120
const span = (hour: number) => {
  const startAt = instantAt('2026-11-26', hour * 60)
  return { startAt, endAt: addMinutes(startAt, 60) }
}

const acts = ['place', 'place a series', 'join', 'accept'] as const
type Act = (typeof acts)[number]
const ends = ['removed', 'not let', 'left', 'closed'] as const

interface Met {
  readonly act: Act
  readonly end: (typeof ends)[number]
  /** So often whoever ends it looks at the team first. */
  readonly looks: number
}
const met: fc.Arbitrary<Met> = fc.record({
  act: fc.constantFrom(...acts),
  end: fc.constantFrom(...ends),
  looks: fc.nat(4),
})

const meet = async (
  order: fc.Scheduler,
  { act, end, looks }: Met,
  broken: (table: Table) => Table = table => table,
): Promise<'done' | 'refused'> => {
  const turns = createTurns(order)
  /** What the booker wrote for the team, and when that ended. */
  const committed: ('by' | 'end')[] = []
  let bookers = ''
  const watched = (table: Table): Table => ({
    ...table,
    async write(changes) {
      const saved = await table.write(changes)
      if (!saved.ok) return saved
      for (const change of changes) {
        if ('check' in change && change.check.sk === `MEMBER#${bookers}`) committed.push('by')
        const isOut = 'put' in change && change.put.memberId === bookers && change.put.role !== 'booker'
        const isClosed = 'update' in change && change.set?.state === 'closed'
        if (isOut || isClosed) committed.push('end')
      }
      return saved
    },
  })
  const around = (table: Table) => turns.around(watched(broken(table)))
  const w = await createWorld({ memory: createMemory(), meter: { ...createMeter(), around } })
  const [staff, leader, booker, other] = await Promise.all([
    w.person({ roles: ['resident', 'worker'] }),
    w.person(),
    w.person(),
    w.person(),
  ])
  const quotas = [{ per: 'team', count: 'minutes', within: 'week', most: MOST } as const]
  const hall = await w.offering(await w.place(), { kind: 'venue', capacity: 1, quotas })
  const { teamId, code } = (await w.as(staff).post('/work/teams', { community: OSMANTHUS, name: '舞蹈队' }))
    .body
  await w.as(leader).post('/teams/join', { code, name: '吴' })
  const forAll = (await w.as(leader).post(`/teams/${teamId}/code`)).body.code
  await w.as(booker).post('/teams/join', { code: forAll, name: '陈' })
  bookers = memberOf(teamId, booker.residentId)
  await w.as(leader).put(`/teams/${teamId}/members/${bookers}`, { mayBook: true })

  const here = { placeId: hall.placeId, offeringId: hall.offeringId }
  const by = w.as(booker)
  const wish = { ...here, ...span(9), teamId }
  await w.as(leader).post('/bookings', { ...here, ...span(8), teamId })
  const held = async () => (await w.as(other).post('/bookings', { ...here, ...span(9) })).body.bookingId
  const wait = () => by.post('/bookings/waiting', wish)
  const prepare: Record<Act, () => Promise<() => Promise<Answer>>> = {
    place: async () => () => by.post('/bookings', wish),
    'place a series': async () => () => by.post('/series', { ...here, spans: [span(9)], teamId }),
    async join() {
      await held()
      return wait
    },
    async accept() {
      const bookingId = await held()
      const entry = (await wait()).body.bookingId
      await w.as(other).post(`/bookings/${bookingId}/cancel`)
      for (let i = 0; i < 4; i++) await w.react()
      return () => by.post(`/bookings/${entry}/accept`)
    },
  }
  const perform = await prepare[act]()
  committed.length = 0
  const endIt = async () => {
    for (let i = 0; i < looks; i++) await w.as(leader).get(`/teams/${teamId}`)
    const path = `/teams/${teamId}/members/${bookers}`
    if (end === 'removed') await w.as(leader).post(`${path}/remove`)
    if (end === 'not let') await w.as(leader).put(path, { mayBook: false })
    if (end === 'left') await by.post(`/teams/${teamId}/leave`)
    if (end === 'closed') await w.as(staff).post(`/work/teams/${teamId}/close`)
  }
  let answer: Answer | undefined
  let leaders: Answer | undefined
  await turns.run([
    async () => {
      answer = await perform()
    },
    async () => {
      leaders = await w.as(leader).post('/bookings', { ...here, ...span(10), teamId })
    },
    endIt,
  ])
  const isDone = committed.includes('by')
  expect(committed.filter(what => what === 'by')).toHaveLength(isDone ? 1 : 0)
  if (isDone) expect(committed[0]).toBe('by')
  expect((answer?.status ?? 500) < 300).toBe(isDone)
  const why = [answer, leaders].flatMap(one => (one && one.status >= 300 ? [String(one.body.code)] : []))
  for (const code of why)
    expect([
      'booking.team_over',
      'booking.quota_used',
      'booking.series_moved',
      'request.not_found',
    ]).toContain(code)
  // Whoever is out of it is out: what they try next is refused, and not for want of a ration.
  const again = await by.post('/bookings', { ...here, ...span(15), teamId })
  expect([404, 'booking.team_over']).toContain(again.status === 404 ? 404 : again.body.code)
  const { kept, due } = await readBooks(w)
  expect(kept).toEqual(due)
  for (const [at, used] of Object.entries(kept))
    if (at.startsWith('QUOTA#')) expect(used).toBeLessThanOrEqual(MOST)
  await w.close()
  return isDone ? 'done' : 'refused'
}

const { params, timeoutMs } = tried(100)

it(
  'however 100 acts for a team meet the end of who may book for it and the last hour of its ration, each comes before or is refused, and the ration holds',
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

it('without the check of the member and the team in the write the same meetings are caught', async () => {
  const careless = (table: Table): Table => ({
    ...table,
    write: changes =>
      table.write(
        changes.map(change =>
          'check' in change && change.check.pk.startsWith('TEAM#')
            ? { ...change, if: present('pk') }
            : change,
        ),
      ),
  })
  const found = await fc.check(
    fc.asyncProperty(fc.scheduler(), met, async (order, one) => {
      await meet(order, one, careless)
    }),
    { seed: 20261123, numRuns: 100, endOnFailure: true },
  )
  expect(found.failed).toBe(true)
})
