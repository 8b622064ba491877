import { addMinutes } from '@yike/shared/kernel/time'
import { addWorkdays } from '@yike/shared/kernel/workday'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, OSMANTHUS, type Person, STONEBRIDGE, type World } from '../../test/world'
import { keys } from '../platform/keys'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const LENGTH_MINUTES = 30
const worker = (world: World, scope = OSMANTHUS) =>
  world.person({ roles: ['resident', 'worker', 'volunteer'], scope })
const volunteer = (world: World) => world.person({ roles: ['resident', 'volunteer'] })

/** Half-hour tasks one after another, claimed by all these people, and the clock at the end of the last one. */
const worked = async (world: World, people: readonly Person[], tasks = 1): Promise<string[]> => {
  const staff = world.as(await worker(world))
  const paths: string[] = []
  for (let i = 0; i < tasks; i++) {
    const startAt = addMinutes(world.now, 15 + i * LENGTH_MINUTES)
    const { body } = await staff.post('/tasks', {
      community: OSMANTHUS,
      title: '整理图书角',
      what: '上架、登记',
      where: '社区图书室',
      kind: 'culture',
      startAt,
      endAt: addMinutes(startAt, LENGTH_MINUTES),
      places: 200,
    })
    paths.push(`/tasks/${body.taskId}`)
    await world.react()
    for (const one of people)
      expect((await world.as(one).move(`/tasks/${body.taskId}/claim`)).status).toBe(200)
  }
  world.pass(15 + tasks * LENGTH_MINUTES)
  return paths
}
const workedOnce = async () => {
  const one = await volunteer(w)
  const [task = ''] = await worked(w, [one])
  return { one, task, hours: `${task}/claims/${one.residentId}` }
}
const reportedOnce = async () => {
  const done = await workedOnce()
  expect((await w.as(done.one).move(`${done.task}/complete`, { minutes: 30 })).status).toBe(200)
  return { ...done, staff: w.as(await worker(w)) }
}
const balanceOf = async (world: World, one: Person): Promise<number> =>
  (await world.as(one).get('/claims')).body.balanceMinutes
const entriesOf = async (world: World, accountId: string): Promise<{ minutes: number }[]> => {
  const { pk, sk } = keys.ledgerEntry(accountId, '')
  const page = await world.table.query({ pk, sk: { begins: sk }, consistent: true })
  if (!page.ok) throw new Error(page.refusal.code)
  return page.value.items as unknown as { minutes: number }[]
}
const total = (entries: readonly { minutes: number }[]) =>
  entries.reduce((sum, { minutes }) => sum + minutes, 0)

describe('reporting', () => {
  it('minutes wait for staff for five workdays; a retry finds them, other minutes are refused', async () => {
    const { one, task } = await workedOnce()
    const answers = await w.as(one).tap(3, `${task}/complete`, { minutes: 25 })
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect((await w.as(one).move(`${task}/complete`, { minutes: 30 })).body.code).toBe(
      'volunteer.wrong_state',
    )
    const { body } = await w.as(await worker(w)).get(`/work/queue?community=${OSMANTHUS}&limit=50`)
    expect(
      body.waiting.filter((row: { volunteerId: string }) => row.volunteerId === one.residentId),
    ).toMatchObject([{ kind: 'hours', title: '整理图书角', deadlineAt: addWorkdays(w.now, 5) }])
  })

  it('more minutes than the task lasts are refused, by volunteer and by staff', async () => {
    const { one, task, hours } = await workedOnce()
    expect((await w.as(one).move(`${task}/complete`, { minutes: 31 })).body.code).toBe(
      'volunteer.too_many_minutes',
    )
    await w.as(one).move(`${task}/complete`, { minutes: 30 })
    const refused = await w.as(await worker(w)).move(`${hours}/confirm`, { minutes: 31 })
    expect(refused.body.code).toBe('volunteer.too_many_minutes')
  })

  it('nobody releases a task that has started', async () => {
    const { one, task } = await workedOnce()
    expect((await w.as(one).move(`${task}/release`)).body).toMatchObject({
      code: 'volunteer.task_started',
      next: [{ do: 'call', phone: '0519-00000000' }],
    })
  })
})

describe('confirming', () => {
  it('twice is once: the minutes enter the time bank with two entries that add up to nothing', async () => {
    const { one, hours, staff } = await reportedOnce()
    const before = total(await entriesOf(w, `community:${OSMANTHUS}`))
    const answers = await staff.tap(3, `${hours}/confirm`, { minutes: 20 })
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect((await staff.get(hours)).body).toMatchObject({
      state: 'confirmed',
      minutes: 20,
      task: { can: [] },
    })
    expect(await balanceOf(w, one)).toBe(20)
    expect(await entriesOf(w, one.residentId)).toMatchObject([{ minutes: 20 }])
    expect(total(await entriesOf(w, `community:${OSMANTHUS}`))).toBe(before - 20)
  })

  it('of two colleagues at once exactly one confirms', async () => {
    const { one, hours, staff } = await reportedOnce()
    const colleague = w.as(await worker(w))
    const answers = await Promise.all([
      staff.move(`${hours}/confirm`, { minutes: 20 }),
      colleague.move(`${hours}/confirm`, { minutes: 30 }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect([20, 30]).toContain(await balanceOf(w, one))
    expect(await entriesOf(w, one.residentId)).toHaveLength(1)
  })

  it('nobody confirms hours of their own', async () => {
    const self = await worker(w)
    const [task = ''] = await worked(w, [self])
    await w.as(self).move(`${task}/complete`, { minutes: 30 })
    const hours = `${task}/claims/${self.residentId}`
    expect((await w.as(self).move(`${hours}/confirm`, { minutes: 30 })).body.code).toBe(
      'volunteer.wrong_state',
    )
    expect((await w.as(self).get(hours)).body.task.can).toEqual([])
    expect(await balanceOf(w, self)).toBe(0)
  })

  it('staff of another community find the same nothing as where nobody claimed', async () => {
    const { task, hours } = await reportedOnce()
    const stranger = w.as(await worker(w, STONEBRIDGE))
    const nobody = `${task}/claims/rs_01JD0000000000000000000000`
    const pairs = [
      [await stranger.get(hours), await stranger.get(nobody)],
      [
        await stranger.move(`${hours}/confirm`, { minutes: 5 }),
        await stranger.move(`${nobody}/confirm`, { minutes: 5 }),
      ],
      [
        await stranger.move(`${hours}/dispute`, { reason: '不对' }),
        await stranger.move(`${nobody}/dispute`, { reason: '不对' }),
      ],
    ] as const
    for (const [theirs, missing] of pairs) {
      expect(theirs.status).toBe(404)
      expect({ ...theirs.body, requestId: '' }).toEqual({ ...missing.body, requestId: '' })
    }
  })
})

describe('disputing', () => {
  it('says why, once; the volunteer is told, reports again, and staff confirm', async () => {
    const { one, task, hours, staff } = await reportedOnce()
    for (const { body } of await staff.tap(2, `${hours}/dispute`, { reason: '只到了一半时间' }))
      expect(body.state).toBe('claimed')
    expect((await staff.move(`${hours}/confirm`, { minutes: 30 })).body.code).toBe('volunteer.wrong_state')
    w.pass(15)
    expect((await w.as(one).move(`${task}/complete`, { minutes: 15 })).body.state).toBe('reported')
    w.pass(15)
    await staff.move(`${hours}/confirm`, { minutes: 15 })
    await w.react()
    await w.react()
    const { notices } = (await w.as(one).get('/notices')).body
    expect(notices).toMatchObject([
      { about: 'task', verb: 'confirm' },
      { about: 'task', verb: 'dispute', note: '只到了一半时间' },
    ])
    expect(await balanceOf(w, one)).toBe(15)
  })
})

describe('the time bank', () => {
  const step = fc.record({
    who: fc.nat(1),
    task: fc.nat(2),
    verb: fc.constantFrom('complete', 'confirm', 'dispute'),
    minutes: fc.integer({ min: 1, max: LENGTH_MINUTES + 5 }),
    times: fc.integer({ min: 1, max: 2 }),
  })

  it('whatever is reported, disputed and confirmed in whatever order, each balance is the sum of its entries', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async steps => {
        const own = await createWorld()
        const people = [await volunteer(own), await volunteer(own)]
        const paths = await worked(own, people, 3)
        const staff = own.as(await worker(own))
        for (const { who, task, verb, minutes, times } of steps) {
          const one = people[who] as Person
          const hours = `${paths[task]}/claims/${one.residentId}`
          const tap = () => {
            if (verb === 'complete') return own.as(one).move(`${paths[task]}/complete`, { minutes })
            return staff.move(`${hours}/${verb}`, verb === 'confirm' ? { minutes } : { reason: '请核对' })
          }
          await Promise.all(Array.from({ length: times }, tap))
        }
        let owed = 0
        for (const one of people) {
          const entries = await entriesOf(own, one.residentId)
          const { claims, balanceMinutes } = (await own.as(one).get('/claims')).body
          const confirmed = claims.filter(({ state }: { state: string }) => state === 'confirmed')
          expect(balanceMinutes).toBe(total(entries))
          expect(balanceMinutes).toBe(total(confirmed))
          expect(entries).toHaveLength(confirmed.length)
          owed += balanceMinutes
        }
        expect(total(await entriesOf(own, `community:${OSMANTHUS}`))).toBe(0 - owed)
        await own.close()
      }),
      { numRuns: 6 },
    )
  }, 60_000)
})
