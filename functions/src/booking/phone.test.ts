/** A number for the case that a message does not reach somebody: shown to whoever has to call, and to nobody else. */
import { addMinutes, instantAt } from '@yike/shared/kernel/time'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { everything } from '../../test/everything'
import { createWorld, type Person, STONEBRIDGE, type World } from '../../test/world'
import type { Offering } from '../circle/store'

const ON = '2026-11-25'
const PHONE = '13800001234'

let w: World
let staff: Person
let offering: Offering
beforeEach(async () => {
  w = await createWorld()
  staff = await w.person({ roles: ['resident', 'worker'] })
  offering = await w.offering(await w.place(), { capacity: 20 })
})
afterEach(() => w.close())

const slot = () => {
  const startAt = instantAt(ON, 600)
  const { placeId, offeringId } = offering
  return { placeId, offeringId, startAt, endAt: addMinutes(startAt, 60) }
}
const booked = async (by: Person, more: object = {}): Promise<string> =>
  (await w.as(by).post('/bookings', { ...slot(), ...more })).body.bookingId
const give = (by: Person, phone = PHONE, more: object = { agreed: true }) =>
  w.as(by).put('/me/phone', { phone, ...more })
/** Nobody of these has said yes to a message: at their time they stand on the call list. */
const unreached = async () => {
  await w.react()
  w.pass(25 * 60 + 1)
  await w.tick()
  await w.react()
}
const number = async (bookingId: string, by = staff) =>
  (await w.as(by).post(`/work/bookings/${bookingId}/contact`)).body
const lines = async () =>
  (await w.as(staff).get(`/work/calls?community=${offering.community}&on=${ON}`)).body.calls
const looks = async (by: Person) => (await w.as(by).get('/me/looks')).body.looks

describe('a resident’s own number', () => {
  it('is given with consent, changed and taken back at once, by its owner alone', async () => {
    const one = await w.person()
    expect((await give(one, PHONE, {})).status).toBe(400)
    expect((await w.as(one).get('/me/phone')).body).toEqual({})
    expect((await give(one, '138 0000-1234')).body.phone).toBe(PHONE)
    expect((await give(one, '0519 8866 1234')).body.phone).toBe('051988661234')
    expect((await w.as(await w.person()).get('/me/phone')).body).toEqual({})
    for (let i = 0; i < 2; i++) expect((await w.as(one).post('/me/phone/remove')).body).toEqual({})
    expect((await w.as(one).get('/me/phone')).body).toEqual({})
    expect(JSON.stringify(await everything(w))).not.toContain('88661234')
  })

  it.each(['1380000123', '138000012345', '12345678901', '0519', '00000000', '一三八', ''])(
    'is refused where nobody can be rung up by it: %s',
    async phone => {
      const one = await w.person()
      const { status } = await give(one, phone)
      expect(status).toBe(400)
      expect((await w.as(one).get('/me/phone')).body).toEqual({})
    },
  )

  it('is shown to nobody while a message may still reach them: not with the booking, not when asked for', async () => {
    const one = await w.person()
    await give(one)
    const bookingId = await booked(one)
    await w.react()
    expect(JSON.stringify((await w.as(staff).get(`/bookings/${bookingId}`)).body)).not.toContain(PHONE)
    expect(await number(bookingId)).toEqual({})
    expect((await looks(one)).map(({ about }: { about: string }) => about)).toEqual(['booking'])
  })

  it('is shown from the call list to 1 who asks, and its owner reads who and that it was the number', async () => {
    const [one, without] = [await w.person(), await w.person()]
    await give(one)
    const bookingId = await booked(one)
    const other = await booked(without)
    await unreached()
    const listed = await lines()
    expect(listed.find((line: { bookingId: string }) => line.bookingId === bookingId).hasPhone).toBe(true)
    expect(listed.find((line: { bookingId: string }) => line.bookingId === other).hasPhone).toBe(false)
    expect(JSON.stringify(listed)).not.toContain(PHONE)
    expect(await number(bookingId)).toEqual({ phone: PHONE })
    expect(await number(other)).toEqual({})
    const seen = (await looks(one)).find(({ about }: { about: string }) => about === 'phone')
    expect(seen).toMatchObject({ caseId: bookingId, office: 'worker' })
    // Who stands on no call list any more is not called again.
    const { version } = listed.find((line: { bookingId: string }) => line.bookingId === bookingId)
    await w.as(staff).post(`/work/bookings/${bookingId}/call`, { outcome: 'reached', version })
    expect(await number(bookingId)).toEqual({})
  })

  it('is nobody’s of another community, of residents, or of a booking that is over or cancelled', async () => {
    const one = await w.person()
    await give(one)
    const bookingId = await booked(one)
    await unreached()
    const far = await w.person({ roles: ['resident', 'worker'], scope: STONEBRIDGE, community: STONEBRIDGE })
    expect((await number(bookingId, far)).code).toBe('request.not_found')
    expect((await number(bookingId, await w.person())).code).toBe('request.forbidden')
    w.pass(26 * 60)
    expect(await number(bookingId)).toEqual({})
  })

  it('is not shown after it was taken back, of 12 who ask meanwhile to none after that write', async () => {
    const one = await w.person()
    await give(one)
    const bookingId = await booked(one)
    await unreached()
    const colleagues = await Promise.all(
      Array.from({ length: 12 }, () => w.person({ roles: ['resident', 'worker'] })),
    )
    let isBack = false
    const late: unknown[] = []
    const asking = colleagues.map(async (by, i) => {
      for (let turn = 0; turn < i % 4; turn++) await w.as(one).get('/me/phone')
      const begunAfter = isBack
      const { phone } = await number(bookingId, by)
      if (begunAfter && phone) late.push(phone)
    })
    const taking = w
      .as(one)
      .post('/me/phone/remove')
      .then(() => (isBack = true))
    await Promise.all([...asking, taking])
    expect(late).toEqual([])
    expect(await number(bookingId)).toEqual({})
    expect((await lines())[0].hasPhone).toBe(false)
  })
})

describe('of a booking by a grant', () => {
  const granted = async (giver: Person, holder: Person) => {
    const { code, grantId } = (await w.as(giver).post('/grants', { may: ['book', 'see'], days: 30 })).body
    await w.as(holder).post('/grants/take', { code })
    await w.as(giver).post(`/grants/${grantId}/confirm`)
    return grantId as string
  }

  it('the giver’s number is called; the holder’s only where there is none, and by name', async () => {
    const [giver, holder] = [await w.person({ name: '李奶奶' }), await w.person({ name: '李娟' })]
    const grantId = await granted(giver, holder)
    await give(holder)
    const bookingId = await booked(holder, { grantId })
    await unreached()
    expect((await lines())[0]).toMatchObject({ hasPhone: true })
    expect(await number(bookingId)).toEqual({ phone: PHONE, whose: '李娟' })
    expect((await looks(holder)).map(({ about }: { about: string }) => about)).toEqual(['phone'])
    await give(giver, '0519 8866 1234')
    expect(await number(bookingId)).toEqual({ phone: '051988661234' })
  })

  it('whose grant has ended is called no more', async () => {
    const [giver, holder] = [await w.person(), await w.person()]
    const grantId = await granted(giver, holder)
    await give(holder)
    const bookingId = await booked(holder, { grantId })
    await unreached()
    await w.as(giver).post(`/grants/${grantId}/end`)
    expect(await number(bookingId)).toEqual({})
    expect((await lines())[0].hasPhone).toBe(false)
  })
})
