/** A grant needs both yeses and a code that works once, for ten minutes. */
import { GRANT_CODE_MINUTES } from '@yike/shared/identity/schema/grant'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { everything } from '../../test/everything'
import { createWorld, type Person, type World } from '../../test/world'

let w: World
let mother: Person
let daughter: Person
beforeEach(async () => {
  w = await createWorld()
  mother = await w.person({ name: '王桂芳' })
  daughter = await w.person({ name: '张敏' })
})
afterEach(() => w.close())

const offer = async (is: object = {}) =>
  (await w.as(mother).post('/grants', { may: ['book'], days: 30, ...is })).body
const take = (code: string, by = daughter) => w.as(by).post('/grants/take', { code })

it('a code is read before it is taken, and says whose it is, for whom, what for and until when', async () => {
  const { code, untilAt } = await offer()
  const { body } = await w.as(daughter).post('/grants/read', { code })
  expect(body).toMatchObject({
    ...{ side: 'held', state: 'offered', forName: '王桂芳', may: ['book'], untilAt },
    giver: { name: '王桂芳' },
  })
  expect(body.code).toBeUndefined()
})

it('holds only once its giver has looked who took the code and said yes', async () => {
  const { code, grantId } = await offer()
  expect((await take(code)).body.state).toBe('taken')
  const seen = (await w.as(mother).get(`/grants/${grantId}`)).body
  expect(seen.holder).toMatchObject({ name: '张敏' })
  expect((await w.as(daughter).get(`/grants/${grantId}/bookings`)).body.code).toBe(
    'booking.grant_unconfirmed',
  )
  // Whoever took it cannot say the other's yes.
  expect((await w.as(daughter).post(`/grants/${grantId}/confirm`)).status).toBe(404)
  const [one, two] = await Promise.all([1, 2].map(() => w.as(mother).post(`/grants/${grantId}/confirm`)))
  expect([one?.body.state, two?.body.state]).toEqual(['open', 'open'])
})

it('of eight who take one code at once one has it, and a double tap of theirs is once', async () => {
  const { code } = await offer()
  const people = await Promise.all(Array.from({ length: 7 }, () => w.person()))
  const answers = await Promise.all([...people, daughter].map(one => take(code, one)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  const others = answers.filter(({ status }) => status !== 200)
  expect(new Set(others.map(({ body }) => body.code))).toEqual(new Set(['identity.grant_code_over']))
  const { code: next } = await offer()
  const taps = await Promise.all([take(next), take(next)])
  expect(taps.map(({ status }) => status)).toEqual([200, 200])
})

it('after ten minutes, after no, and for its own giver a code is worth nothing', async () => {
  const late = await offer()
  w.pass(GRANT_CODE_MINUTES)
  expect((await take(late.code)).body.code).toBe('identity.grant_code_over')
  const refused = await offer()
  await take(refused.code)
  await w.as(mother).post(`/grants/${refused.grantId}/end`)
  expect((await w.as(mother).post(`/grants/${refused.grantId}/confirm`)).body.code).toBe(
    'identity.grant_moved',
  )
  expect((await take(refused.code)).body.code).toBe('identity.grant_code_over')
  expect((await take((await offer()).code, mother)).body.code).toBe('identity.grant_own')
  expect((await take('0123456789AB')).body.code).toBe('identity.grant_wrong')
})

it('for nobody outside the household, for no time and for nothing there is no grant', async () => {
  const before = await everything(w)
  const tries = [{ personId: daughter.personId }, { days: 0 }, { days: 367 }, { may: [] }, { may: ['own'] }]
  for (const is of tries)
    expect([400, 404]).toContain(
      (await w.as(mother).post('/grants', { may: ['book'], days: 30, ...is })).status,
    )
  expect(await everything(w)).toEqual(before)
})

it('the code stands in no item but in the answer that its key remembers, and in no log', async () => {
  const { code } = await offer()
  const kept = Object.values(await everything(w)) as { pk: string }[]
  expect(
    kept
      .filter(item => !item.pk.startsWith('ONCE#'))
      .map(item => JSON.stringify(item))
      .join(),
  ).not.toContain(code)
  expect(w.lines.join()).not.toContain(code)
})
