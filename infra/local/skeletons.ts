/**
 * `npm run skeletons`: for every page, how long after a tap its shape stands there, on an old phone whose network takes
 * two seconds for an answer: Chromium with a quarter of this machine's speed, nothing remembered of earlier visits. A word picks pages: `npm run skeletons -- me`.
 * Measured from the change of the address to the frame that shows the page's skeleton or words. Fails past 100 ms.
 */
import type { Page } from 'playwright-core'
import { build, built } from './build'
import { startEngine } from './engine'
import { startProduct } from './product'
import { type Visit, visits } from './tour/visits'
import { openStreet, type Visitor } from './visitor'

const MOST_MS = 100
const ANSWER_MS = 2_000
const SLOWER = 4
/**
 * So often at most, and the quickest counts: what a page costs is the same each time, and what shares these cores with it
 * only adds to that. Where the first is within the limit there is no second.
 */
const TIMES = 5
const HOME = '/circle/tab/index'

const wanted = process.argv.slice(2)
const isWanted = (name: string) => wanted.length === 0 || wanted.some(word => name.startsWith(word))

const pageOf = ({ address }: Visit): string => address.split('?')[0] ?? ''

/** One visit of each page, as it is when somebody comes; but of the gallery, which is for its makers. */
const plain = visits.filter(
  ({ act, before, never, troubles, name }) =>
    !act && !before && !never && !troubles && name !== 'gallery' && isWanted(name),
)
const pages = plain.filter((visit, i) => plain.findIndex(one => pageOf(one) === pageOf(visit)) === i)

/** Milliseconds from the address to the first frame in which a page that was not there before shows something. */
const firstShape = (page: Page, address: string): Promise<number> =>
  page.evaluate(async to => {
    for (const screen of document.querySelectorAll<HTMLElement>('.yk-screen')) screen.dataset.before = ''
    const startedAt = performance.now()
    location.hash = to
    for (;;) {
      await new Promise(done => requestAnimationFrame(done))
      const ms = performance.now() - startedAt
      const screens = document.querySelectorAll<HTMLElement>('.yk-screen:not([data-before])')
      const shown = [...screens].find(screen => screen.offsetHeight > 0)
      if (shown?.querySelector('.yk-bones__line') || (shown && (shown.textContent ?? '').trim().length > 20))
        return ms
      if (ms > 5_000) throw new Error(`${to} showed nothing in five seconds`)
    }
  }, address)

/** A visitor at home, to whom every further answer comes late and who remembers none. */
async function measure(visitor: Visitor, visit: Visit): Promise<number> {
  const { page } = visitor
  await page.unroute('**/api/**')
  await visitor.open(pageOf(visit) === HOME ? '/booking/tab/index' : HOME)
  await page.locator('.yk-screen').filter({ visible: true }).last().waitFor()
  await visitor.rest()
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('yk:answer')) localStorage.removeItem(key)
  })
  await page.route('**/api/**', async route => {
    await new Promise(resolve => setTimeout(resolve, ANSWER_MS))
    await route.continue().catch(() => undefined)
  })
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  try {
    return await firstShape(page, visit.address)
  } finally {
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    await devtools.detach()
  }
}

const problem = await build('h5')
if (problem) throw new Error(problem)
const engine = await startEngine()
const product = await startProduct({ endpoint: engine.endpoint, h5Dir: built('h5') })
const street = await openStreet(product.app)
let failed = false
const all: number[] = []
try {
  for (const visit of pages) {
    const visitor = await street.enter(visit.who)
    let quickest = Number.POSITIVE_INFINITY
    let times = 0
    for (; times < TIMES && quickest > MOST_MS; times++)
      quickest = Math.min(quickest, await measure(visitor, visit))
    all.push(quickest)
    const over = quickest > MOST_MS
    failed ||= over
    const again = times > 1 ? `, the quickest of ${times}` : ''
    console.log(`${over ? '✗' : '✓'} ${quickest.toFixed(0).padStart(4)} ms  ${pageOf(visit)}${again}`)
    await visitor.page.unroute('**/api/**')
  }
  const most = Math.max(...all)
  console.log(`${pages.length} pages, the slowest after ${most.toFixed(0)} ms of ${MOST_MS}`)
} finally {
  await street.close()
  await product.stop()
  await engine.stop()
}
process.exit(failed ? 1 : 0)
