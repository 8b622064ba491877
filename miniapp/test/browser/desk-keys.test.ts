// Cases are decided at a desk by single keys, and only those that their reader has before them.
import { expect, test, vi } from 'vitest'
import { TUESDAY } from '../../../infra/local/tour'
import { WORKER } from '../../../infra/local/tour/visits/acts'
import { desk, type Visitor } from '../../../infra/local/visitor'
import { words as platform } from '../../src/platform/words'
import { controlWords } from '../../src/ui/words'
import { kindNames, words } from '../../src/workbench/words'
import { onStreet } from './street'

const here = onStreet(TUESDAY)

const selected = ({ page }: Visitor) =>
  page.locator('[role=tab][id^="line:"][aria-selected=true]').getAttribute('id')
const isReady = ({ page }: Visitor) => page.getByRole('button', { name: words.sendBack }).waitFor()

/** Several bookings wait, and nothing else is listed. */
async function atBookings(): Promise<{ worker: Visitor; decided: string[] }> {
  const worker = await here.street.enter(WORKER, desk)
  const decided: string[] = []
  worker.page.on(
    'request',
    one => one.method() === 'POST' && one.url().endsWith('/approve') && decided.push(one.url()),
  )
  await worker.open('/workbench/pages/queue')
  await worker.press(RegExp(`^${kindNames.booking}`), 'radio')
  await isReady(worker)
  await worker.page.keyboard.press('j')
  await worker.page.keyboard.press('k')
  await isReady(worker)
  return { worker, decided }
}

type Route = Parameters<Parameters<Visitor['page']['route']>[1]>[0]
const APPROVALS = '**/approve'
/** A decision is long enough under way for its reader to go on, and then ends so. */
const decisionsEnd = (page: Visitor['page'], end: (one: Route) => Promise<void>) =>
  page.route(APPROVALS, async one => {
    await new Promise(resolve => setTimeout(resolve, 800))
    await end(one)
  })

async function approve(worker: Visitor) {
  await worker.page.keyboard.press('a')
  await worker.see(words.armed)
  await worker.page.keyboard.press('a')
}

test('presses of a decide one case and not the next, which comes up by itself, until its reader has stepped to it', async () => {
  const { worker, decided } = await atBookings()
  const { keyboard } = worker.page
  const before = await selected(worker)
  await approve(worker)
  await vi.waitUntil(async () => (await selected(worker)) !== before)
  const next = await selected(worker)
  await isReady(worker)
  for (const key of ['a', 'a', 'a', 'd']) await keyboard.press(key)
  await worker.rest()
  expect([
    decided.length,
    await worker.sees(words.armed),
    await worker.page.getByRole('textbox').count(),
  ]).toEqual([1, false, 0])
  await worker.see(words.takeUpFirst)
  await keyboard.press('j')
  expect(await selected(worker)).toBe(next)
  await vi.waitUntil(
    async () => !(await worker.sees(words.takeUp)) && !(await worker.sees(words.takeUpFirst)),
  )
  await approve(worker)
  await vi.waitUntil(() => decided.length === 2)
})

test('who goes into the case that came up, by Enter or by pointer, has met it', async () => {
  const { worker } = await atBookings()
  const { page } = worker
  const before = await selected(worker)
  await approve(worker)
  await page.waitForFunction(
    id => document.activeElement?.id.startsWith('line:') && document.activeElement.id !== id,
    before,
  )
  await isReady(worker)
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.matches('[role=region]'))
  await page.keyboard.press('a')
  await worker.see(words.armed)
})

test('who goes on while a decision is under way stays where they went', async () => {
  const { worker } = await atBookings()
  const { page } = worker
  await decisionsEnd(page, one => one.continue())
  await approve(worker)
  await page.keyboard.press('k')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  const gone = await selected(worker)
  await worker.rest()
  expect(await selected(worker)).toBe(gone)
  await page.keyboard.press('a')
  await worker.see(words.armed)
  await page.unroute(APPROVALS)
})

test('who has gone on while a decision is under way is told when it was refused', async () => {
  const { worker } = await atBookings()
  const { page } = worker
  await decisionsEnd(page, one => one.abort('internetdisconnected'))
  const before = await selected(worker)
  await approve(worker)
  await page.keyboard.press('j')
  await page.getByRole('alert').filter({ visible: true }).getByText(words.notDone('')).waitFor()
  expect(await selected(worker)).not.toBe(before)
  await page.unroute(APPROVALS)
})

test('under the lock of capitals j and k do what they do', async () => {
  const { worker } = await atBookings()
  const before = await selected(worker)
  await worker.page.keyboard.press('J')
  const next = await selected(worker)
  expect(next).not.toBe(before)
  await worker.page.keyboard.press('K')
  expect(await selected(worker)).toBe(before)
})

test('after a reload the case that stood open stands open, while it waits', async () => {
  const { worker } = await atBookings()
  const { page } = worker
  await page.keyboard.press('j')
  const before = await selected(worker)
  await page.reload()
  await isReady(worker)
  expect(await selected(worker)).toBe(before)
})

test('a decision that met no network says so, and says that it can be made once there is one', async () => {
  const { worker, decided } = await atBookings()
  const { page } = worker
  const alert = page.getByRole('alert').filter({ visible: true })
  await worker.rest()
  await page.context().setOffline(true)
  await approve(worker)
  await alert.getByText(platform.offline).waitFor()
  await page.context().setOffline(false)
  await alert.getByText(controlWords.tryNow).waitFor()
  await approve(worker)
  await vi.waitUntil(() => decided.length === 2)
})
