import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { instantAt } from '@yike/shared/kernel/time'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createWorld, OSMANTHUS, type World } from '../../test/world'
import { openWeChatService } from '../platform/wechat/service'
import { fill } from '../platform/wechat/template'
import { noticeChange } from './store'

let w: World
beforeEach(async () => {
  w = await createWorld()
})
afterEach(() => w.close())

const TEMPLATE = 'sandbox-template-of-a-booking'

/** A resident who came in by WeChat and asked for three places that staff must approve. */
const story = async (yes: number) => {
  const openId = 'openid-of-wang'
  const { body } = await w.send('POST', '/sessions', { body: { code: w.sandbox.login(openId) } })
  const joined = await w.as(body).put('/me/community', { community: OSMANTHUS, name: '王阿姨' })
  const owner = w.as(joined.body)
  const staff = w.as(await w.person({ roles: ['resident', 'worker'] }))
  const { placeId, offeringId } = await w.offering(await w.place(), { needsApproval: true, name: '多功能厅' })
  for (let i = 0; i < yes; i++) {
    w.sandbox.service.consent(openId, TEMPLATE)
    await owner.post('/consents', { about: 'booking' })
  }
  const book = async (hour: number) => {
    const slot = {
      startAt: instantAt('2026-11-25', hour * 60),
      endAt: instantAt('2026-11-25', (hour + 1) * 60),
    }
    return (await owner.post('/bookings', { placeId, offeringId, ...slot })).body.bookingId as string
  }
  const left = async () =>
    (await owner.get('/consents')).body.consents.find(({ about }: { about: string }) => about === 'booking')
      .left
  return { openId, owner, staff, book, left }
}
const { delivered } = { delivered: () => w.sandbox.service.delivered }

describe('one consent is one message', () => {
  it('two consents and three answers of staff: two messages, the third stays in the inbox', async () => {
    const { owner, staff, book, left } = await story(2)
    const ids = [await book(9), await book(10), await book(11)]
    for (const id of ids) {
      await staff.post(`/bookings/${id}/approve`)
      w.pass(1)
    }
    await w.react()
    expect(delivered()).toHaveLength(2)
    expect(delivered()[0]).toMatchObject({
      touser: 'openid-of-wang',
      template_id: TEMPLATE,
      page: `booking/pages/ticket?bookingId=${ids[0]}`,
      data: { phrase3: { value: '已通过' }, thing4: { value: '—' } },
    })
    expect(await left()).toBe(0)
    const { notices } = (await owner.get('/notices')).body
    expect(notices.filter(({ verb }: { verb: string }) => verb === 'approve')).toHaveLength(3)
  })

  it('that a task has new words is a message to who claimed it', async () => {
    const openId = 'openid-of-shen'
    const { body } = await w.send('POST', '/sessions', { body: { code: w.sandbox.login(openId) } })
    const { residentId } = body.me
    w.sandbox.service.consent(openId, 'sandbox-template-of-a-task')
    await w.as(body).post('/consents', { about: 'task' })
    const noticeId = `${w.now}#tk_1`
    const notice = {
      noticeId,
      about: 'task',
      caseId: 'tk_1',
      name: '送餐',
      verb: 'reword',
      at: w.now,
    } as never
    await w.table.write([noticeChange(residentId, notice)])
    await w.react()
    expect(delivered()).toMatchObject([
      { touser: openId, page: 'volunteer/pages/task?taskId=tk_1', data: { phrase2: { value: '改了说法' } } },
    ])
  })

  it('what somebody did themselves costs no consent', async () => {
    const { owner, book, left } = await story(1)
    await owner.post(`/bookings/${await book(9)}/cancel`)
    await w.react()
    expect(delivered()).toHaveLength(0)
    expect(await left()).toBe(1)
  })

  it('a retry of one yes counts once', async () => {
    const { owner, left } = await story(0)
    await Promise.all(
      Array.from({ length: 8 }, () => owner.post('/consents', { about: 'booking' }, 'one-yes-00000000001')),
    )
    expect(await left()).toBe(1)
  })

  it('nobody collects more than twenty', async () => {
    const { owner, left } = await story(0)
    for (let i = 0; i < 20; i++) await owner.post('/consents', { about: 'booking' })
    expect((await owner.post('/consents', { about: 'booking' })).body.code).toBe('bulletin.enough_consents')
    expect(await left()).toBe(20)
  })

  it('whoever turned messages off in WeChat is owed none, and the inbox has it', async () => {
    const { owner, staff, book, left } = await story(0)
    await owner.post('/consents', { about: 'booking' })
    await owner.post('/consents', { about: 'booking' })
    await staff.post(`/bookings/${await book(9)}/approve`)
    await w.react()
    expect(delivered()).toHaveLength(0)
    expect(await left()).toBe(0)
  })

  it('a token that WeChat took back is asked for anew, and the message goes out once', async () => {
    const { staff, book } = await story(2)
    await staff.post(`/bookings/${await book(9)}/approve`)
    await w.react()
    w.sandbox.service.dropTokens()
    await staff.post(`/bookings/${await book(10)}/approve`)
    await w.react()
    expect(delivered()).toHaveLength(2)
  })
})

describe('WeChat itself', () => {
  const nobody = () =>
    openWeChatService({ appId: 'a', appSecret: 's', baseUrl: 'http://127.0.0.1:1' }, Date.now)
  const message = { openId: 'o', templateId: 't', page: 'p', fields: {} }

  it('that does not answer has sent nothing and judged nothing', async () => {
    expect(await nobody().sendMessage(message)).toBe('failed')
    expect(await nobody().checkWriting({ openId: 'o', content: '修路灯' })).toBe('unknown')
  })

  it('does not judge the words of somebody who was not there for two hours', async () => {
    const { openId } = await story(0)
    const service = openWeChatService(w.env.wechat, () => Date.parse(w.now))
    expect(await service.checkWriting({ openId, content: '修路灯' })).toBe('pass')
    w.pass(121)
    expect(await service.checkWriting({ openId, content: '修路灯' })).toBe('unknown')
  })
})

it('a field is cut to what WeChat takes of its kind, and never empty', () => {
  const template = {
    id: 'template-0001',
    fields: { thing1: 'what', phrase2: 'state', thing3: 'note' },
  } as const
  const filled = fill(template, { what: '桂花里日间照料中心 上午半日托 周三周五连订', state: '超时已释放了' })
  expect([...(filled.thing1 ?? '')]).toHaveLength(20)
  expect([...(filled.phrase2 ?? '')]).toHaveLength(5)
  expect(filled.thing3).toBe('—')
})

it('WeChat that breaks off is left alone for half a minute: nobody waits for it, and nothing counts as sent', async () => {
  let asked = 0
  const silent = createServer(({ socket }) => {
    asked++
    socket.destroy()
  }).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const { port } = silent.address() as AddressInfo
  let now = 0
  const options = { appId: 'wx', appSecret: 's', baseUrl: `http://127.0.0.1:${port}` }
  const service = openWeChatService(options, () => now)
  const message = { openId: 'o', templateId: TEMPLATE, page: 'p', fields: {} }
  for (let i = 0; i < 3; i++) expect(await service.sendMessage(message)).toBe('failed')
  expect(await service.checkWriting({ openId: 'o', content: '路灯不亮' })).toBe('unknown')
  expect(asked).toBe(1)
  now += 30_000
  await service.sendMessage(message)
  expect(asked).toBe(2)
  silent.close()
})
