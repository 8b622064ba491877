import { instantAt, minutesBetween } from '@yike/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, OSMANTHUS, type Person, STONEBRIDGE, type World } from '../../test/world'
import { keys } from '../platform/keys'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const worker = (scope = OSMANTHUS) => w.person({ roles: ['resident', 'worker'], scope })
const words = { title: '陪老人散步', what: '绕小区走两圈', where: '中心花园' }
const startAt = instantAt('2026-11-24', 14 * 60)
/** What a resident was told of tasks. */
const toldOf = async (resident: ReturnType<World['as']>) =>
  (await resident.get('/notices')).body.notices.map(({ verb }: { verb: string }) => verb)
const publish = async (by: Person, what: string) => {
  const { body } = await w.as(by).post('/tasks', {
    ...{ ...words, what, community: OSMANTHUS, kind: 'housework', places: 2 },
    startAt,
    endAt: instantAt('2026-11-24', 15 * 60),
  })
  await settle()
  return `/tasks/${body.taskId}`
}
/** WeChat reads, and what came of it is acted on. */
const settle = async () => {
  for (let turn = 0; turn < 3; turn++) await w.react()
}
/** Tasks in the queue, as a colleague finds them. */
const waiting = async () => {
  const { body } = await w.as(await worker()).get(`/work/queue?community=${OSMANTHUS}`)
  return body.waiting
    .filter(({ kind }: { kind: string }) => kind === 'task')
    .map(({ caseId, wording }: { caseId: string; wording: string }) => [`/tasks/${caseId}`, wording])
}
/** Somebody of staff whom WeChat knows: in their name it is asked. */
async function author(openId: string) {
  const staff = await worker()
  w.sandbox.login(openId)
  await w.table.write([{ put: { ...keys.openId(staff.residentId), type: 'OpenId', openId } }])
  return staff
}

describe('words of a task that WeChat could not judge', () => {
  it('wait in the queue of its community until a colleague says that they are fit; twice is the same as once', async () => {
    const at = await publish(await author('openid-unsure'), '这里有待看的话')
    expect(await waiting()).toEqual([[at, 'review']])
    const colleague = w.as(await worker())
    for (const _ of [1, 2]) expect((await colleague.post(`${at}/pass`)).status).toBe(200)
    expect((await colleague.get(at)).body.wording).toBe('pass')
    await settle()
    expect(await waiting()).toEqual([])
    expect((await w.as(await w.person()).get(at)).status).toBe(200)
  })

  it('are not for their author to pass', async () => {
    const staff = await author('openid-unsure-3')
    const at = await publish(staff, '还有待看的话')
    expect((await w.as(staff).post(`${at}/pass`)).body.code).toBe('volunteer.words_own')
    expect((await w.as(await worker()).post(`${at}/pass`)).status).toBe(200)
  })

  it('are written anew under who has claimed it: they read the former ones until WeChat has passed these, are told once, and can give it back', async () => {
    const at = await publish(await author('openid-unsure-4'), '另有待看的话')
    const one = w.as(await w.person({ roles: ['resident', 'volunteer'] }))
    await one.move(`${at}/claim`)
    await w.as(await author('openid-good-4')).post(`${at}/reword`, words)
    expect((await one.get(at)).body.what).toBe('另有待看的话')
    for (let turn = 0; turn < 3; turn++) await settle()
    expect((await one.get(at)).body).toMatchObject({ ...words, can: ['release'] })
    expect(await toldOf(one)).toEqual(['reword'])
    expect((await one.move(`${at}/release`)).status).toBe(200)
    expect((await one.move(`${at}/claim`)).status).toBe(200)
    await settle()
    expect(await toldOf(one)).toEqual(['reword'])
  })

  it('claimed once more while new words are unread, they are told of them all the same', async () => {
    const at = await publish(await author('openid-unsure-7'), '又有待看的话')
    const one = w.as(await w.person({ roles: ['resident', 'volunteer'] }))
    await one.move(`${at}/claim`)
    await one.move(`${at}/release`)
    await w.as(await author('openid-good-7')).post(`${at}/reword`, words)
    const again = await one.move(`${at}/claim`)
    expect(again.body.task.what).toBe('又有待看的话')
    for (let turn = 0; turn < 3; turn++) await settle()
    expect((await one.get(at)).body).toMatchObject(words)
    expect(await toldOf(one)).toEqual(['reword'])
  })

  it('of a task that was written anew before former words were kept are passed like others', async () => {
    const at = await publish(await author('openid-unsure-8'), '旧时待看的话')
    await w.table.write([
      {
        update: keys.task(at.slice('/tasks/'.length)),
        set: { version: 1, wordedAt: instantAt('2026-11-23', 8 * 60) },
      },
    ])
    expect((await w.as(await worker()).post(`${at}/pass`)).status).toBe(200)
  })

  it('written anew while somebody’s claim was on its way: they are told too', async () => {
    const at = await publish(await author('openid-unsure-5'), '更有待看的话')
    const person = await w.person({ roles: ['resident', 'volunteer'] })
    await w.as(person).move(`${at}/claim`)
    const key = keys.claim(at.slice('/tasks/'.length), person.residentId)
    const claimed = await w.table.get(key)
    await w.as(person).move(`${at}/release`)
    await w.as(await author('openid-good-5')).post(`${at}/reword`, words)
    await settle()
    // As it was read before those words, and is written after everybody was told.
    await w.table.write([{ put: { ...key, ...claimed, version: 3 } }])
    await settle()
    expect(await toldOf(w.as(person))).toEqual(['reword'])
  })

  it('stay as they are once it has started with somebody who has claimed it: they have gone by what it said', async () => {
    const at = await publish(await author('openid-unsure-6'), '仍有待看的话')
    await w.as(await w.person({ roles: ['resident', 'volunteer'] })).move(`${at}/claim`)
    const before = w.now
    w.pass(minutesBetween(w.now, startAt))
    const colleague = w.as(await worker())
    const refused = await colleague.post(`${at}/reword`, words)
    expect([refused.body.code, refused.body.next.length > 0]).toEqual(['volunteer.words_started', true])
    expect((await colleague.post(`${at}/pass`)).status).toBe(200)
    w.pass(minutesBetween(w.now, before))
  })

  it('are not for staff of another community, and answer them like a task that is not there', async () => {
    const at = await publish(await author('openid-unsure-2'), '这里也有待看的话')
    const theirs = w.as(await worker(STONEBRIDGE))
    expect((await theirs.post(`${at}/pass`)).status).toBe(404)
    expect((await theirs.post(`${at}/reword`, words)).status).toBe(404)
    expect((await w.as(await worker()).post(`${at}/pass`)).status).toBe(200)
  })
})

describe('words of a task that WeChat found risky', () => {
  it('have no yes: others are written, which WeChat reads anew; then neighbours see them', async () => {
    const at = await publish(await author('openid-bad'), '这里有违规的话')
    expect(await waiting()).toEqual([[at, 'risky']])
    const staff = await author('openid-good')
    const colleague = w.as(staff)
    const refused = await colleague.post(`${at}/pass`)
    expect(refused).toMatchObject({ status: 409, body: { code: 'volunteer.words_risky' } })

    w.pass(60)
    for (const _ of [1, 2]) expect((await colleague.post(`${at}/reword`, words)).status).toBe(200)
    // Until they are read, nobody but staff sees them, and nobody has to look.
    expect((await w.as(await w.person()).get(at)).status).toBe(404)
    await settle()
    expect((await w.as(await w.person()).get(at)).body).toMatchObject(words)
    expect(await waiting()).toEqual([])
  })

  it('written anew and risky again, they wait again', async () => {
    const at = await publish(await author('openid-bad-2'), '还是违规的话')
    const colleague = w.as(await author('openid-bad-3'))
    await colleague.post(`${at}/reword`, { ...words, what: '仍然违规的话' })
    await settle()
    expect(await waiting()).toEqual([[at, 'risky']])
    await colleague.post(`${at}/reword`, words)
    await settle()
    expect(await waiting()).toEqual([])
  })

  it('of two colleagues who read at once the second is told that it is done', async () => {
    const at = await publish(await author('openid-bad-5'), '又是违规的话')
    const [one, other] = [w.as(await author('openid-a')), w.as(await author('openid-b'))]
    const answers = await Promise.all([
      one.post(`${at}/reword`, { ...words, what: '走一圈' }),
      other.post(`${at}/reword`, { ...words, what: '走两圈' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('volunteer.words_read')
  })

  it('of a task that has started with somebody who claimed it leave the queue by a look', async () => {
    const at = await publish(await author('openid-unsure-9'), '后有待看的话')
    await w.as(await w.person({ roles: ['resident', 'volunteer'] })).move(`${at}/claim`)
    await w.as(await author('openid-bad-9')).post(`${at}/reword`, { ...words, what: '改成违规的话' })
    await settle()
    expect(await waiting()).toContainEqual([at, 'risky'])
    const before = w.now
    w.pass(minutesBetween(w.now, startAt))
    expect((await w.as(await worker()).post(`${at}/pass`)).status).toBe(200)
    expect(await waiting()).not.toContainEqual([at, 'risky'])
    w.pass(minutesBetween(w.now, before))
  })

  it('of a task that is over leave the queue by a look: nobody reads them any more', async () => {
    const at = await publish(await author('openid-bad-4'), '过去的违规的话')
    w.pass(7 * 24 * 60)
    const colleague = w.as(await worker())
    expect((await colleague.post(`${at}/pass`)).status).toBe(200)
    expect(await waiting()).toEqual([])
    expect((await colleague.get(at)).body.wording).toBe('risky')
  })
})
