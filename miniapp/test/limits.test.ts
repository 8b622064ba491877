// What WeChat's own guide asks of a page on an old phone and a weak network, measured on the built mini-program with the
// demo community: every page, as a worker, who sees most of it. `npm run limits` prints the figures of all pages.
// https://developers.weixin.qq.com/miniprogram/dev/framework/performance/tips/runtime_setData.html
import { readDays } from '@yike/shared/booking/rules/days'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Product, startProduct } from '../../infra/local/product'
import { readApp } from './mini-app'
import { startPhone } from './mini-run'

const WORKER = 'osmanthus-worker'
const MOST_BYTES = 32 * 1024
const MOST_IN_A_SECOND = 5
const MOST_NODES = 400
/** Answers that first content may need. */
const MOST_REQUESTS = 3

let product: Product
let phone: Awaited<ReturnType<typeof startPhone>>
/** What a page about something is opened with. */
let things: string
const figures: string[] = []

const reply = async (response: Promise<Response>) => (await response).json()

/** Something of each kind that this person may see in the demo, as the values of an address. */
async function findThings(): Promise<string> {
  const body = JSON.stringify({ code: await product.loginCode(WORKER) })
  const session = { method: 'POST', headers: { 'content-type': 'application/json' }, body }
  const { token, me } = await reply(fetch(`${product.api}/sessions`, session))
  const ask = (path: string) =>
    reply(fetch(product.api + path, { headers: { authorization: `Bearer ${token}` } }))
  const { lng, lat, code } = { ...me.community.center, code: me.community.code }
  const { places } = await ask(`/places?lng=${lng}&lat=${lat}&bookable=1`)
  const { placeId } = places[0]
  const { offeringId } = (await ask(`/places/${placeId}`)).offerings[0]
  const { days } = readDays(await ask(`/places/${placeId}/offerings/${offeringId}/days`))
  const slot = days.flatMap(({ slots }) => slots).findLast(({ left }) => left > 0)
  if (!slot) throw new Error('no slot is free')
  const { startAt } = slot
  const { taskId } = (await ask('/tasks')).tasks[0]
  const { microprojectId } = (await ask('/microprojects?of=community')).microprojects[0]
  const { waiting } = await ask(`/work/queue?community=${code}`)
  const { caseId } = waiting.find(({ kind }: { kind: string }) => kind === 'booking')
  const found = { placeId, offeringId, startAt, taskId, microprojectId, bookingId: caseId, caseId }
  return new URLSearchParams({ ...found, kind: 'booking', personId: me.people[0].personId }).toString()
}

beforeAll(async () => {
  product = await startProduct({ endpoint: inject('engine') })
  things = await findThings()
  // The first start of all: nothing is known, nobody is signed in.
  phone = await startPhone({
    server: product.api,
    loginCode: () => product.loginCode(WORKER),
    most: MOST_REQUESTS,
  })
})
afterAll(async () => {
  console.info(
    [' bytes of the largest setData, setData in the busiest second, nodes, requests in all']
      .concat(figures)
      .join('\n'),
  )
  await product?.stop()
})

const rest = (ms: number) => new Promise(done => setTimeout(done, ms))

/** Forgets what was answered before: nothing comes from the last visit. */
const forgetAnswers = () => {
  for (const name of [...phone.kept.keys()]) if (name.startsWith('yk:answer')) phone.kept.delete(name)
}

/** A page that still draws the shape of what is coming, and nothing else. */
const isWaiting = () => phone.text().length < 20 && phone.waits()

test('the first start of all shows its first content after three answers at most', async () => {
  await phone.until('the first content', () => phone.text().includes('桂花里') && !isWaiting())
  phone.gate.open()
})

test.each(readApp().routes)(
  '%s keeps WeChat’s limits',
  async route => {
    forgetAnswers()
    const from = { handed: phone.handed.length, traffic: phone.traffic.length }
    phone.gate.hold(MOST_REQUESTS)
    await phone.reLaunch(`/${route}?${things}`)
    await phone.until('the first content', () => phone.text() && !isWaiting())
    phone.gate.open()
    // Whatever else the page asks for has come when nothing moves any more.
    for (let seen = -1; seen !== phone.handed.length; await rest(400)) seen = phone.handed.length

    const handed = phone.handed.slice(from.handed)
    const within = (second: number) =>
      handed.filter(({ atMs }) => atMs >= second && atMs < second + 1000).length
    const measured = {
      bytes: Math.max(0, ...handed.map(({ bytes }) => bytes)),
      inASecond: Math.max(0, ...handed.map(({ atMs }) => within(atMs))),
      nodes: phone.nodes(),
    }
    const requests = phone.traffic.length - from.traffic
    figures.push(
      `${[...Object.values(measured), requests].map(one => String(one).padStart(7)).join('')}  ${route}`,
    )
    expect(measured.bytes).toBeLessThanOrEqual(MOST_BYTES)
    expect(measured.inASecond).toBeLessThanOrEqual(MOST_IN_A_SECOND)
    expect(measured.nodes).toBeLessThanOrEqual(MOST_NODES)
  },
  30_000,
)
