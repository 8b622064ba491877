/** Somebody asks for hours of a season for a parent or a child by a grant: whose it is, who reads of it, and when it ends. */
import { minutesBetween } from '@yike/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBooks } from '../../../test/books'
import { createWorld, type Person, type World } from '../../../test/world'
import { seasonsIn } from './seasons.test-support'

let w: World
const { court, opened, ask, people, close, toDraw, drawn, record, mine } = seasonsIn(() => w)
beforeAll(async () => {
  w = await createWorld()
})
afterAll(async () => {
  const { kept, due } = await readBooks(w)
  expect(kept).toEqual(due)
  await w.close()
})

interface Two {
  readonly father: Person
  readonly daughter: Person
  readonly grantId: string
}

/** Both have said yes. */
const grant = async (giver: Person, holder: Person, is: object = {}): Promise<string> => {
  const asked = { may: ['book', 'cancel', 'see'], days: 30, ...is }
  const { code, grantId } = (await w.as(giver).post('/grants', asked)).body
  await w.as(holder).post('/grants/take', { code })
  await w.as(giver).post(`/grants/${grantId}/confirm`)
  return grantId
}
const two = async (is: object = {}): Promise<Two> => {
  const father = await w.person({ name: '王建国', bornOn: '1950-03' })
  const daughter = await w.person({ name: '王敏', bornOn: '1980-01' })
  return { father, daughter, grantId: await grant(father, daughter, is) }
}
const notices = async (by: Person) => (await w.as(by).get('/notices')).body.notices
const seen = async (by: Person, path: string, grantId?: string) =>
  w.as(by).get(`${path}${grantId ? `?grantId=${grantId}` : ''}`)
const worker = () => w.person({ roles: ['resident', 'worker'] })
const withdraw = (by: Person, path: string, grantId?: string) =>
  w.as(by).post(`${path}/wish/withdraw`, { ...(grantId && { grantId }) })

describe('a request for a parent', () => {
  it('is the parent’s one request, by the parent’s age; both see it and who did it, and the parent reads of it', async () => {
    const { father, daughter, grantId } = await two()
    const { path } = await opened(await court({ eligible: { ageMonths: { min: 720 } } }), {
      priority: ['elder'],
    })
    expect((await ask(daughter, path)).body.code).toBe('booking.wish_not_for')
    const filed = await ask(daughter, path, ['s1'], { grantId })
    expect(filed).toMatchObject({
      status: 200,
      body: { asked: 1, mine: { forName: '王建国', first: true, who: '王敏' } },
    })
    await w.react()
    expect((await seen(father, path)).body.mine).toMatchObject({ choices: ['s1'], who: '王敏' })
    expect((await seen(daughter, path)).body.mine).toBeUndefined()
    expect((await seen(daughter, path, grantId)).body.mine.wishId).toBe(filed.body.mine.wishId)
    expect(await notices(father)).toMatchObject([{ about: 'season', verb: 'file', who: '王敏' }])
    const { looks } = (await w.as(father).get('/me/looks')).body
    expect(looks).toContainEqual(
      expect.objectContaining({ office: 'delegate', who: '王敏', about: 'season' }),
    )
    // The father changes it himself: it is the same request, and nobody else’s doing.
    const changed = await ask(father, path, ['s2'])
    expect(changed.body).toMatchObject({ asked: 1, mine: { wishId: filed.body.mine.wishId } })
    expect(changed.body.mine.who).toBeUndefined()
    await w.react()
    expect(await notices(father)).toHaveLength(1)
  })

  it('beside one’s own is another: each is drawn for itself, and each result is told', async () => {
    const { father, daughter, grantId } = await two()
    const { path, staff } = await opened(await court())
    const own = await ask(daughter, path, ['s1'])
    const his = await ask(daughter, path, ['s2'], { grantId })
    expect(own.body.mine.wishId).not.toBe(his.body.mine.wishId)
    await toDraw()
    await drawn(staff, path)
    await w.react()
    const told = (await notices(daughter)).filter(({ verb }: { verb: string }) => verb === 'won')
    expect(told.map(({ grantId: by }: { grantId?: string }) => by).sort()).toEqual([grantId, undefined])
    expect((await notices(father)).map(({ verb }: { verb: string }) => verb)).toEqual(['won', 'file'])
    expect(await mine(father)).toHaveLength(3)
    // What he got she sees and gives up for him, as any booking that she made.
    const listed = (await w.as(daughter).get(`/grants/${grantId}/bookings`)).body.bookings
    expect(listed).toHaveLength(3)
    const given = await w.as(daughter).post(`/bookings/${listed[0].bookingId}/cancel`, { grantId })
    expect(given.body.state).toBe('cancelled')
  })

  it('by a grant that does not show it, neither reads, changes nor takes back what the parent asked for', async () => {
    const { father, daughter, grantId } = await two({ may: ['book', 'cancel'] })
    const { path } = await opened(await court())
    await ask(father, path, ['s1'])
    expect((await seen(daughter, path, grantId)).body.mine).toBeUndefined()
    expect((await ask(daughter, path, ['s2'], { grantId })).body.code).toBe('booking.wish_theirs')
    expect((await withdraw(daughter, path, grantId)).body.code).toBe('booking.wish_theirs')
    expect((await seen(father, path)).body.mine).toMatchObject({ choices: ['s1'] })
    // Once he has taken it back she may ask for him anew, and takes back what she asked.
    await withdraw(father, path)
    expect((await ask(daughter, path, ['s2'], { grantId })).status).toBe(200)
    expect((await withdraw(daughter, path, grantId)).body).toMatchObject({ asked: 0, mine: { who: '王敏' } })
    await w.react()
    expect((await notices(father)).map(({ verb }: { verb: string }) => verb)).toEqual(['withdraw', 'file'])
  })

  it('by a grant to book alone is not taken back, and by one to cancel alone not made', async () => {
    const { path } = await opened(await court())
    const books = await two({ may: ['book'] })
    expect((await ask(books.daughter, path, ['s1'], books)).status).toBe(400)
    expect((await ask(books.daughter, path, ['s1'], { grantId: books.grantId })).status).toBe(200)
    expect((await withdraw(books.daughter, path, books.grantId)).body.code).toBe('booking.grant_lacks')
    const cancels = await two({ may: ['cancel'] })
    expect((await ask(cancels.daughter, path, ['s1'], { grantId: cancels.grantId })).body.code).toBe(
      'booking.grant_lacks',
    )
  })

  it('is nobody’s to make by a grant of others, and for nobody else than whom it names', async () => {
    const { father, daughter, grantId } = await two()
    const [stranger] = await people(1)
    const { path } = await opened(await court())
    expect((await ask(stranger as Person, path, ['s1'], { grantId })).status).toBe(404)
    expect((await seen(stranger as Person, path, grantId)).status).toBe(404)
    const { personId } = daughter
    expect((await ask(daughter, path, ['s1'], { grantId, personId })).status).toBe(404)
    expect((await seen(father, path)).body).toMatchObject({ asked: 0 })
  })
})

describe('a grant that ends', () => {
  it('before the draw leaves the request standing: it is the parent’s, who alone reads the result and may take it back before', async () => {
    const { father, daughter, grantId } = await two()
    const { path, staff } = await opened(await court())
    await ask(daughter, path, ['s1'], { grantId })
    await w.as(father).post(`/grants/${grantId}/end`)
    expect((await ask(daughter, path, ['s2'], { grantId })).body.code).toBe('booking.grant_over')
    expect((await withdraw(daughter, path, grantId)).body.code).toBe('booking.grant_over')
    expect((await seen(daughter, path, grantId)).body.code).toBe('booking.grant_over')
    expect((await withdraw(father, path)).body).toMatchObject({ asked: 0 })
    await ask(father, path, ['s1'])
    await toDraw()
    await drawn(staff, path)
    await w.react()
    expect((await notices(father))[0]).toMatchObject({ verb: 'won' })
    expect(await notices(daughter)).toEqual([])
  })

  it('after the list is frozen changes nothing of it, and what is won is the parent’s', async () => {
    const { father, daughter, grantId } = await two()
    const { path, staff } = await opened(await court())
    await ask(daughter, path, ['s1'], { grantId })
    await close()
    const { listHash } = await record(path)
    await w.as(father).post(`/grants/${grantId}/end`)
    w.pass(60)
    await drawn(staff, path)
    await w.react()
    expect((await record(path)).listHash).toBe(listHash)
    expect(await mine(father)).toHaveLength(3)
    expect(await notices(daughter)).toEqual([])
    expect((await w.as(daughter).get(`/grants/${grantId}/bookings`)).body.code).toBe('booking.grant_over')
  })

  it('is called about on the number of whoever asked, under their own name', async () => {
    const { father, daughter, grantId } = await two()
    await w.as(daughter).put('/me/phone', { phone: '13800001234', agreed: true })
    const { path, staff } = await opened(await court())
    await ask(daughter, path, ['s1'], { grantId })
    await toDraw()
    await drawn(staff, path)
    for (let i = 0; i < 3; i++) await w.react()
    const [first] = await mine(father)
    w.pass(minutesBetween(w.now, first.startAt) - 23 * 60)
    await w.tick()
    await w.react()
    const said = await w.as(await worker()).post(`/work/bookings/${first.bookingId}/contact`)
    expect(said.body).toEqual({ phone: '13800001234', whose: '王敏' })
  })
})
