import { addMinutes } from '@yike/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everything } from '../../test/everything'
import { createWorld, type Person, type World } from '../../test/world'

let w: World
let worker: Person
beforeAll(async () => {
  w = await createWorld()
  worker = await w.person({ roles: ['resident', 'worker'], name: '钱文静' })
})
afterAll(() => w.close())

const ask = async () => (await w.send('POST', '/desks', { body: { label: 'Chrome · Windows' } })).body
const take = ({ code, secret }: { code: string; secret: string }) =>
  w.send('POST', '/desks/take', { body: { code, secret } })
const renew = ({ deskId, secret }: { deskId: string; secret: string }) =>
  w.send('POST', '/desks/renew', { body: { deskId, secret } })
const confirm = (by: Person, { code }: { code: string }) => w.as(by).post('/desks/confirm', { code })
const refuseIt = (by: Person, { code }: { code: string }) => w.as(by).post('/desks/refuse', { code })
const queueOf = (token: string) => w.send('GET', '/work/communities', { token })

const listed = async ({ deskId }: { deskId: string }) =>
  (await w.as(worker).get('/me/desks')).body.desks.find((desk: { deskId: string }) => desk.deskId === deskId)

/** A desk that has taken its session. */
const open = async () => {
  const asked = await ask()
  await confirm(worker, asked)
  const { token } = (await take(asked)).body.session
  return { ...asked, token }
}

describe('a desk is let in by a scanned code', () => {
  it('asked, looked at, confirmed, taken: the desk acts as the worker', async () => {
    const asked = await ask()
    expect((await take(asked)).body).toEqual({ session: null })
    const scanned = await w.as(worker).post('/desks/scan', { code: asked.code })
    expect(scanned.body).toEqual({
      deskId: asked.deskId,
      number: asked.number,
      label: 'Chrome · Windows',
      askedAt: w.now,
      expiresAt: addMinutes(w.now, 2),
    })
    expect((await confirm(worker, asked)).body).toMatchObject({ state: 'confirmed' })
    const { session } = (await take(asked)).body
    expect(session.me).toMatchObject({ name: '钱文静', residentId: worker.residentId })
    expect((await queueOf(session.token)).body.communities).toHaveLength(1)
  })

  it('asking writes nothing, however often', async () => {
    const before = await everything(w)
    await Promise.all(Array.from({ length: 5 }, ask))
    expect(await everything(w)).toEqual(before)
  })

  it('of ten who take at once with code and secret, one gets a session', async () => {
    const asked = await ask()
    await confirm(worker, asked)
    const answers = await Promise.all(Array.from({ length: 10 }, () => take(asked)))
    expect(answers.filter(({ body }) => body.session)).toHaveLength(1)
    expect(answers.filter(({ body }) => body.code === 'identity.desk_code_used')).toHaveLength(9)
  })

  it('of two workers who confirm one code at once, one is believed; the desk is theirs', async () => {
    const other = await w.person({ roles: ['resident', 'worker'], name: '顾建平' })
    const asked = await ask()
    const answers = await Promise.all([confirm(worker, asked), confirm(other, asked)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const winner = answers[0]?.status === 200 ? worker : other
    expect((await take(asked)).body.session.me.residentId).toBe(winner.residentId)
  })

  it('confirming twice by the same worker is once; after the desk has taken it, the code is used', async () => {
    const asked = await ask()
    expect((await confirm(worker, asked)).status).toBe(200)
    expect((await confirm(worker, asked)).status).toBe(200)
    await take(asked)
    expect((await confirm(worker, asked)).body.code).toBe('identity.desk_code_used')
    expect((await take(asked)).body.code).toBe('identity.desk_code_used')
  })
})

describe('a code opens nothing', () => {
  it('once: a code that has let somebody in is not offered to the next who scans it', async () => {
    const asked = await ask()
    await confirm(worker, asked)
    const scanned = await w.as(worker).post('/desks/scan', { code: asked.code })
    expect(scanned.body.code).toBe('identity.desk_code_used')
  })

  it('after two minutes: neither scanned, nor confirmed, nor taken', async () => {
    const asked = await ask()
    w.pass(2)
    for (const answer of [
      await w.as(worker).post('/desks/scan', { code: asked.code }),
      await confirm(worker, asked),
      await take(asked),
    ])
      expect(answer.body.code).toBe('identity.desk_code_expired')
  })

  it('confirmed in time, but not taken within two minutes', async () => {
    const asked = await ask()
    await confirm(worker, asked)
    w.pass(2)
    expect((await take(asked)).body.code).toBe('identity.desk_code_expired')
  })

  it('once the phone has said no: the desk is told, nobody is let in by it, and saying no twice is once', async () => {
    const asked = await ask()
    expect((await refuseIt(worker, asked)).body).toEqual({ deskId: asked.deskId })
    expect((await refuseIt(worker, asked)).status).toBe(200)
    for (const answer of [
      await take(asked),
      await confirm(worker, asked),
      await w.as(worker).post('/desks/scan', { code: asked.code }),
    ]) {
      expect(answer.status).toBe(409)
      expect(answer.body.code).toBe('identity.desk_code_refused')
    }
    expect((await renew(asked)).status).toBe(404)
    expect(await listed(asked)).toBeUndefined()
  })

  it('that was refused too late: what has let somebody in still does, and what is over is over', async () => {
    const desk = await open()
    expect((await refuseIt(worker, desk)).body.code).toBe('identity.desk_code_used')
    expect((await queueOf(desk.token)).status).toBe(200)
    const asked = await ask()
    w.pass(2)
    expect((await refuseIt(worker, asked)).body.code).toBe('identity.desk_code_expired')
  })

  it('of one who confirms and one who refuses at once, one is believed, and the desk is told the same, 20 times', async () => {
    const other = await w.person({ roles: ['resident', 'worker'], name: '顾建平' })
    for (let times = 0; times < 20; times += 1) {
      const asked = await ask()
      const both = [() => confirm(worker, asked), () => refuseIt(other, asked)]
      const [yes, no] = await Promise.all(
        times % 2 === 0 ? both.map(send => send()) : [...both].reverse().map(send => send()),
      ).then(answers => (times % 2 === 0 ? answers : answers.reverse()))
      expect([yes?.status, no?.status].sort()).toEqual([200, 409])
      const taken = await take(asked)
      if (yes?.status === 200) expect(taken.body.session.me.residentId).toBe(worker.residentId)
      else expect(taken.body.code).toBe('identity.desk_code_refused')
    }
  })

  it('for whoever saw it but has not the secret', async () => {
    const [asked, other] = [await ask(), await ask()]
    await confirm(worker, asked)
    expect((await take({ code: asked.code, secret: other.secret })).body.code).toBe(
      'identity.desk_code_wrong',
    )
  })

  it.each([
    ['a changed one', (code: string) => `${code.slice(0, -4)}AAAA`],
    ['a token of ours', () => worker.token],
  ])('when it is %s', async (_, change) => {
    const { code } = await ask()
    expect((await confirm(worker, { code: change(code) })).body.code).toBe('identity.desk_code_wrong')
  })

  it('as a token', async () => {
    const { code } = await ask()
    expect((await queueOf(code)).status).toBe(401)
  })

  it('to a resident who was talked into scanning it', async () => {
    const asked = await ask()
    expect((await confirm(await w.person(), asked)).status).toBe(403)
    expect((await take(asked)).body).toEqual({ session: null })
  })

  it('when it is confirmed from another desk', async () => {
    const desk = await open()
    const { code } = await ask()
    const answer = await w.send('POST', '/desks/confirm', { token: desk.token, body: { code } })
    expect(answer.body.code).toBe('identity.desk_by_phone_only')
  })
})

describe('a session at a desk', () => {
  it('is on the phone’s list, and ended there it is over at once: its token and its renewal', async () => {
    const desk = await open()
    expect(await listed(desk)).toMatchObject({ state: 'open', label: 'Chrome · Windows' })
    expect((await queueOf(desk.token)).status).toBe(200)
    await w.as(worker).post(`/me/desks/${desk.deskId}/end`)
    expect((await queueOf(desk.token)).status).toBe(401)
    expect((await renew(desk)).status).toBe(404)
  })

  it('is renewed with its secret, for twelve hours and no longer', async () => {
    const desk = await open()
    w.pass(20)
    expect((await queueOf(desk.token)).status).toBe(401)
    const { token } = (await renew(desk)).body
    expect((await queueOf(token)).status).toBe(200)
    w.pass(12 * 60 - 20)
    expect((await renew(desk)).status).toBe(404)
    expect(await listed(desk)).toMatchObject({ state: 'ended' })
  })

  it('ended between the confirmation and the taking, it never begins', async () => {
    const asked = await ask()
    await confirm(worker, asked)
    await w.as(worker).post(`/me/desks/${asked.deskId}/end`)
    expect((await take(asked)).body.code).toBe('identity.desk_code_used')
  })

  it('is nobody else’s to end', async () => {
    const desk = await open()
    const other = await w.person({ roles: ['resident', 'worker'] })
    expect((await w.as(other).post(`/me/desks/${desk.deskId}/end`)).status).toBe(404)
    expect((await queueOf(desk.token)).status).toBe(200)
  })

  it('loses the worker’s doors with the role', async () => {
    const desk = await open()
    const { deskId, secret } = desk
    await w.table.write([
      {
        update: { pk: `RESIDENT#${worker.residentId}`, sk: 'RESIDENT' },
        set: { roles: ['resident'] },
      },
    ])
    const { token } = (await renew({ deskId, secret })).body
    expect((await queueOf(token)).status).toBe(403)
  })
})
