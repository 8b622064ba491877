import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, OSMANTHUS, type Person, STONEBRIDGE, type World } from '../../test/world'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const wish = { title: '楼道装感应灯', what: '晚上看不清台阶', where: '7 幢 1 单元', kind: 'goods' }
/** The smallest JPEG that is one, with a position beside its picture. */
const position = Buffer.from([0xff, 0xe1, 0, 12, ...Buffer.from('GPS 31.78N')])
const photo = Buffer.from([0xff, 0xd8, ...position, 0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9])

/** Somebody whom WeChat knows. */
const visitor = async () => {
  const code = w.sandbox.login(`openid-${Math.random()}`)
  const { body } = await w.send('POST', '/sessions', { body: { code } })
  const token: string = body.token
  await w.as({ token }).put('/me/community', { community: OSMANTHUS, name: '李叔叔' })
  return { token }
}
type Who = Pick<Person, 'token'>

const offered = async (who: Who, bytes = photo.length) => {
  const { status, body } = await w.as(who).post('/microprojects/photos', { type: 'image/jpeg', bytes })
  expect(status).toBe(200)
  return body
}
const post = (url: string, fields: Record<string, string>, file: Buffer) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new Blob([new Uint8Array(file)]), 'photo.jpg')
  return fetch(url, { method: 'POST', body: form })
}
const sent = async (who: Who, file = photo): Promise<string> => {
  const { photoId, url, fields } = await offered(who)
  expect((await post(url, fields, file)).status).toBe(204)
  return photoId
}
const filed = async (who: Who, photos: string[]): Promise<string> => {
  const { status, body } = await w.as(who).post('/microprojects', { ...wish, photos })
  expect(status).toBe(201)
  await w.react()
  return `/microprojects/${body.microprojectId}`
}
const photosAt = async (who: Who, at: string) => (await w.as(who).get(at)).body.photos ?? []
const worker = () => w.person({ roles: ['resident', 'worker'], scope: OSMANTHUS })

describe('sending a photo', () => {
  it.each([
    ['another type', 'Content-Type', 'text/html'],
    ['another name', 'key', 'kept/mp_1/ph_1'],
    ['a field more', 'acl', 'public-read'],
    [
      'another policy',
      'policy',
      Buffer.from('{"expiration":"2099-01-01","conditions":[]}').toString('base64'),
    ],
  ])('the form takes one file: with %s the bucket refuses it', async (_, field, value) => {
    const { url, fields } = await offered(await w.person())
    expect((await post(url, { ...fields, [field]: value }, photo)).status).toBe(403)
  })

  it('the form takes no file above 2 MB, and none after ten minutes', async () => {
    const { url, fields } = await offered(await w.person())
    expect((await post(url, fields, Buffer.alloc(2 * 1024 * 1024 + 1))).status).toBe(400)
    w.pass(10)
    expect((await post(url, fields, photo)).status).toBe(403)
  })

  it.each([
    ['a film', { type: 'video/mp4', bytes: 10 }],
    ['an empty one', { type: 'image/jpeg', bytes: 0 }],
    ['one above 2 MB', { type: 'image/jpeg', bytes: 2 * 1024 * 1024 + 1 }],
  ])('%s is not offered a place', async (_, file) => {
    const { status, body } = await w.as(await w.person()).post('/microprojects/photos', file)
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'request.malformed' })
  })

  it('a request takes three photos, each once', async () => {
    const who = await w.person()
    const ids = await Promise.all([1, 2, 3, 4].map(() => sent(who)))
    for (const photos of [ids, [ids[0], ids[0]]])
      expect((await w.as(who).post('/microprojects', { ...wish, photos })).status).toBe(400)
    expect((await w.as(who).post('/microprojects', { ...wish, photos: ids.slice(1) })).status).toBe(201)
  })
})

describe('what became of it', () => {
  it('it is kept without its position, and pending until WeChat has looked', async () => {
    const who = await visitor()
    const at = await filed(who, [await sent(who)])
    const [pending] = await photosAt(who, at)
    expect(pending).toMatchObject({ state: 'pending' })
    const kept = Buffer.from(await (await fetch(pending.url)).arrayBuffer())
    expect(kept.includes('GPS')).toBe(false)
    expect(kept.length).toBe(photo.length - position.length)
    await w.sandbox.service.judge('pass')
    expect(await photosAt(who, at)).toMatchObject([{ state: 'pass' }])
  })

  it.each([
    ['what never arrived', undefined],
    ['what is no picture', Buffer.from('<html>')],
  ])('%s is lost, and the request stands', async (_, file) => {
    const who = await w.person()
    const id = file ? await sent(who, file) : (await offered(who)).photoId
    const at = await filed(who, [id])
    expect(await photosAt(who, at)).toEqual([{ photoId: id, state: 'lost' }])
    expect(w.files().filter(name => name.startsWith('kept') && name.endsWith(id))).toEqual([])
  })

  it('what WeChat does not know about, or does not answer in half an hour, is for people to look at', async () => {
    const [stranger, known] = [await w.person(), await visitor()]
    const at = await filed(stranger, [await sent(stranger)])
    expect(await photosAt(stranger, at)).toMatchObject([{ state: 'review' }])
    const late = await filed(known, [await sent(known)])
    w.pass(30)
    expect(await photosAt(known, late)).toMatchObject([{ state: 'review' }])
    await w.sandbox.service.judge('pass')
    expect(await photosAt(known, late)).toMatchObject([{ state: 'pass' }])
  })

  it('neighbours see what WeChat has passed and nothing else; staff and the owner see all', async () => {
    const owner = await visitor()
    const [staff, neighbour, stranger] = [
      await worker(),
      await w.person(),
      await w.person({ community: STONEBRIDGE }),
    ]
    const [good, bad] = [await sent(owner), await sent(owner)]
    const at = await filed(owner, [good])
    await w.sandbox.service.judge('pass')
    await w.as(staff).move(`${at}/send-back`, { reason: '再拍一张' })
    await w.as(owner).move(`${at}/refile`, { ...wish, photos: [good, bad] })
    await w.react()
    await w.sandbox.service.judge('risky')
    await w.as(staff).move(`${at}/accept`)
    for (const who of [owner, staff])
      expect(await photosAt(who, at)).toMatchObject([{ state: 'pass' }, { state: 'risky' }])
    expect(await photosAt(neighbour, at)).toEqual([
      { photoId: good, state: 'pass', url: expect.stringContaining(good) },
    ])
    expect((await w.as(stranger).get(at)).status).toBe(404)
  })

  it('an address ends after twenty minutes, and opens no other file', async () => {
    const who = await w.person()
    const at = await filed(who, [await sent(who), await sent(who)])
    const [{ url }, { photoId }] = await photosAt(who, at)
    expect((await fetch(url)).status).toBe(200)
    expect((await fetch(url.replace(/ph_\w+/, photoId))).status).toBe(403)
    w.pass(20)
    expect((await fetch(url)).status).toBe(403)
  })

  it('a photo that somebody else has sent cannot be named', async () => {
    const [one, other] = [await w.person(), await w.person()]
    const at = await filed(other, [await sent(one)])
    expect(await photosAt(other, at)).toMatchObject([{ state: 'lost' }])
  })

  it('what is left out when filing again is gone, and everything when the request is withdrawn', async () => {
    const who = await w.person()
    const ids = [await sent(who), await sent(who)]
    const at = await filed(who, ids)
    const kept = () =>
      w.files().filter(name => name.startsWith(`kept/${at.slice('/microprojects/'.length)}/`))
    expect(kept()).toHaveLength(2)
    await w.as(await worker()).move(`${at}/send-back`, { reason: '一张就够' })
    await w.as(who).move(`${at}/refile`, { ...wish, photos: ids.slice(1) })
    await w.react()
    expect(kept()).toEqual([expect.stringContaining(ids[1] ?? '')])
    await w.as(who).post(`${at}/withdraw`)
    await w.react()
    expect(kept()).toEqual([])
    expect(await photosAt(who, at)).toEqual([])
  })

  it.each([
    ['withdrawn', 0],
    ['filed again without it, and then with it', 1],
  ])(
    'changes told late or again, in whatever order, keep what the request names now: %s',
    async (how, count) => {
      const [who, staff] = [await visitor(), await worker()]
      const id = await sent(who)
      const at = await filed(who, [id])
      const key = { pk: `MICROPROJECT#${at.split('/').at(-1)}`, sk: 'MICROPROJECT' }
      const seen = async () => (await w.table.get(key, { consistent: true })) ?? expect.fail()
      const images = [await seen()]
      const then = async (move: () => Promise<unknown>) => {
        await move()
        images.push(await seen())
      }
      await w.as(staff).move(`${at}/send-back`, { reason: '请换一张' })
      if (how === 'withdrawn') await then(() => w.as(who).post(`${at}/withdraw`))
      else {
        await then(() => w.as(who).move(`${at}/refile`, { ...wish, photos: [] }))
        await w.react()
        await w.as(staff).move(`${at}/send-back`, { reason: '还是要照片' })
        await then(() => w.as(who).move(`${at}/refile`, { ...wish, photos: [id] }))
      }
      await w.react()
      const take = w.reactions.find(({ name }) => name === 'microproject.takePhotos') ?? expect.fail()
      for (const [index, after] of images.entries())
        await take.react(w.table, { sequence: `${index}`, before: images[index - 1], after })
      expect(w.files().filter(name => name.startsWith('kept') && name.endsWith(id))).toHaveLength(count)
      await w.sandbox.service.judge('pass')
      expect(await photosAt(who, at)).toMatchObject(Array(count).fill({ photoId: id, state: 'pass' }))
    },
  )

  it('a change that is told twice takes a photo in once', async () => {
    const who = await visitor()
    const id = await sent(who)
    const { body } = await w.as(who).post('/microprojects', { ...wish, photos: [id] })
    const take = w.reactions.find(({ name }) => name === 'microproject.takePhotos') ?? expect.fail()
    const item = await w.table.get({ pk: `MICROPROJECT#${body.microprojectId}`, sk: 'MICROPROJECT' })
    for (const sequence of ['1', '2']) await take.react(w.table, { sequence, before: undefined, after: item })
    const asked = w.told.length
    await w.sandbox.service.judge('pass')
    expect(w.told.length - asked).toBe(1)
  })
})

describe('what WeChat tells', () => {
  it('who does not know our token is refused, and changes nothing', async () => {
    const forged = '?msg_signature=0000&timestamp=1&nonce=2'
    const call = (path: string, init?: RequestInit) => w.app.request(`/wechat/push${path}`, init)
    expect((await call(forged, { method: 'POST', body: '{"Encrypt":"AAAA"}' })).status).toBe(403)
    expect((await call('', { method: 'POST', body: 'no JSON' })).status).toBe(403)
    expect((await call('?signature=0000&timestamp=1&nonce=2&echostr=hello')).status).toBe(403)
  })
})
