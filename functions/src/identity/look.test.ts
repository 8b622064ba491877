import { spokenNumber } from '@yike/shared/kernel/id'
import { instantAt } from '@yike/shared/kernel/time'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type Person, type World } from '../../test/world'

let w: World
let resident: Person
let worker: Person
let bookingId: string
beforeAll(async () => {
  w = await createWorld()
  resident = await w.person()
  worker = await w.person({ roles: ['resident', 'worker'] })
  const { placeId, offeringId } = await w.offering(await w.place(), { needsApproval: true, name: '计时托' })
  const slot = { startAt: instantAt('2026-11-24', 9 * 60), endAt: instantAt('2026-11-24', 10 * 60) }
  bookingId = (await w.as(resident).post('/bookings', { placeId, offeringId, ...slot })).body.bookingId
})
afterAll(() => w.close())

const looks = async (whose = resident) => (await w.as(whose).get('/me/looks')).body.looks

it('who looks at their own booking leaves no trace', async () => {
  await w.as(resident).get(`/bookings/${bookingId}`)
  expect(await looks()).toEqual([])
})

it('a worker who opens a booking five times at once on a day is noted once, by office and number', async () => {
  const seen = await Promise.all(Array.from({ length: 5 }, () => w.as(worker).get(`/bookings/${bookingId}`)))
  expect(seen.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  expect(await looks()).toEqual([
    {
      at: w.now,
      office: 'worker',
      number: spokenNumber(worker.residentId),
      about: 'booking',
      caseId: bookingId,
      name: '桂花里日间照料中心 计时托',
    },
  ])
})

it('the next day, and a second member of staff, are noted again, newest day first', async () => {
  const supervisor = await w.person({ roles: ['resident', 'supervisor'] })
  w.pass(15 * 60)
  await w.as(worker).get(`/bookings/${bookingId}`)
  await w.as(supervisor).get(`/bookings/${bookingId}`)
  const all = await looks()
  expect(all).toHaveLength(3)
  expect(all.map(({ office }: { office: string }) => office).sort()).toEqual([
    'supervisor',
    'worker',
    'worker',
  ])
  expect(all[2].at < w.now).toBe(true)
})

it('the list, its pages and their cursors name no account of staff', async () => {
  const first = (await w.as(resident).get('/me/looks?limit=1')).body
  const told = JSON.stringify(first) + Buffer.from(first.cursor, 'base64url').toString()
  expect(told).not.toContain(worker.residentId)
  expect((await w.as(resident).get(`/me/looks?limit=5&cursor=${first.cursor}`)).body.looks).toHaveLength(2)
})

it('a request that staff open is noted, one that a neighbour reads is not', async () => {
  const owner = await w.person()
  const wish = { title: '修路灯', what: '北门三盏灯不亮', where: '北门', kind: 'works' }
  const { microprojectId } = (await w.as(owner).post('/microprojects', wish)).body
  await w.as(worker).move(`/microprojects/${microprojectId}/accept`)
  await w.as(await w.person()).get(`/microprojects/${microprojectId}`)
  expect(await looks(owner)).toMatchObject([
    { about: 'microproject', caseId: microprojectId, name: '修路灯' },
  ])
})

it('nobody sees who looked at another person’s cases', async () => {
  expect(await looks(await w.person())).toEqual([])
})

it('of one day the latest stands first, whatever case it is of', async () => {
  const guest = await w.person()
  const { placeId, offeringId } = await w.offering(await w.place(), { name: '助浴' })
  const book = async (hour: number): Promise<string> => {
    const slot = {
      startAt: instantAt('2026-11-25', hour * 60),
      endAt: instantAt('2026-11-25', hour * 60 + 60),
    }
    return (await w.as(guest).post('/bookings', { placeId, offeringId, ...slot })).body.bookingId
  }
  const cases = await Promise.all([book(9), book(11), book(13)])
  for (const one of cases.sort().reverse()) {
    w.pass(1)
    await w.as(worker).get(`/bookings/${one}`)
  }
  const at = (await looks(guest)).map((look: { at: string }) => look.at)
  expect(at).toHaveLength(3)
  expect(at).toEqual([...at].sort().reverse())
})
