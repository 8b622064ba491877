import { addMinutes, instantAt } from '@yike/shared/kernel/time'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, OSMANTHUS, STONEBRIDGE, STREET, type World } from '../../test/world'
import { indexes } from '../platform/keys'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const worker = () => w.person({ roles: ['resident', 'worker'] })
const supervisor = () => w.person({ roles: ['resident', 'supervisor'], scope: STREET })
const wish = { title: '修路灯', what: '三盏不亮了', where: '北门', kind: 'works' }
const queue = async (query: string) => (await w.as(await worker()).get(`/work/queue?${query}`)).body
const kindsOf = (body: { waiting: { kind: string }[] }) => body.waiting.map(({ kind }) => kind)

it('a worker answers for one community, a supervisor for all of the street', async () => {
  const codes = async (one: { token: string }) =>
    (await w.as(one).get('/work/communities')).body.communities.map(({ code }: { code: string }) => code)
  expect(await codes(await worker())).toEqual([OSMANTHUS])
  expect(await codes(await supervisor())).toEqual([OSMANTHUS, STONEBRIDGE])
})

it('bookings, requests and hours of one community wait in one queue, each with what tells it from the next, oldest deadline first, and leave when answered', async () => {
  const resident = await w.person({ roles: ['resident', 'volunteer'], name: '小李' })
  const staff = w.as(await worker())
  const startAt = addMinutes(w.now, 15)
  const published = await staff.post('/tasks', {
    community: OSMANTHUS,
    title: '扫落叶',
    what: '带手套',
    where: '东门',
    kind: 'errand',
    startAt,
    endAt: addMinutes(startAt, 30),
    places: 1,
  })
  const task = `/tasks/${published.body.taskId}`
  await w.react()
  // WeChat does not know who wrote it: a colleague has read it.
  await w.react()
  await w.as(await worker()).post(`${task}/pass`)
  await w.as(resident).move(`${task}/claim`)
  const filed = await w.as(resident).post('/microprojects', wish)
  w.pass(45)
  await w.as(resident).move(`${task}/complete`, { minutes: 30 })
  const { placeId, offeringId } = await w.offering(await w.place(), { needsApproval: true })
  await w.as(resident).post('/bookings', {
    placeId,
    offeringId,
    startAt: instantAt('2026-11-24', 600),
    endAt: instantAt('2026-11-24', 660),
  })
  const other = await w.person({ community: STONEBRIDGE, scope: STONEBRIDGE })
  await w.as(other).post('/microprojects', wish)

  const all = await queue(`community=${OSMANTHUS}`)
  expect(kindsOf(all)).toEqual(['booking', 'microproject', 'hours'])
  // Parts, of which the phone makes words in the language of its reader.
  expect(all.waiting).toMatchObject([
    { startAt: instantAt('2026-11-24', 600), number: expect.stringMatching(/\w/) },
    { where: wish.where },
    { title: '扫落叶', volunteerId: resident.residentId, minutes: 30 },
  ])
  // Who asked is read with the case, by whoever takes it up; a list over a shoulder names nobody.
  expect(JSON.stringify(all)).not.toContain('小李')
  const deadlines = all.waiting.map(({ deadlineAt }: { deadlineAt: string }) => deadlineAt)
  expect(deadlines).toEqual([...deadlines].sort())

  const first = await queue(`community=${OSMANTHUS}&limit=2`)
  const rest = await queue(`community=${OSMANTHUS}&limit=2&cursor=${first.cursor}`)
  expect([...kindsOf(first), ...kindsOf(rest)]).toEqual(kindsOf(all))

  await staff.move(`/microprojects/${filed.body.microprojectId}/accept`)
  await staff.move(`${task}/claims/${resident.residentId}/confirm`, { minutes: 30 })
  expect(kindsOf(await queue(`community=${OSMANTHUS}`))).toEqual(['booking'])
})

it('a queue of another community and of one that is not there answer alike', async () => {
  const staff = w.as(await worker())
  const [theirs, missing] = [
    await staff.get(`/work/queue?community=${STONEBRIDGE}`),
    await staff.get(`/work/queue?community=${OSMANTHUS.slice(0, -1)}9`),
  ]
  expect(theirs.status).toBe(404)
  expect({ ...theirs.body, requestId: '' }).toEqual({ ...missing.body, requestId: '' })
})

it('what waits of a kind that this version does not know leaves the rest of the queue to be seen', async () => {
  const own = await createWorld()
  await own.as(await own.person()).post('/microprojects', wish)
  const [deadlinePk, deadlineSk] = indexes.byDeadline.waiting(OSMANTHUS, own.now, 'ap_01')
  await own.table.write([
    { put: { pk: 'APPEAL#ap_01', sk: 'APPEAL', type: 'Appeal', deadlinePk, deadlineSk } },
  ])
  const staff = await own.person({ roles: ['resident', 'worker'] })
  const { status, body } = await own.as(staff).get(`/work/queue?community=${OSMANTHUS}`)
  expect([status, kindsOf(body)]).toEqual([200, ['microproject']])
  await own.close()
})
