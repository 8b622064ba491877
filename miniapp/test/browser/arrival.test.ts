// Where the keyboard's focus stands once a page has come up by a way that leads to it.
import { expect, test } from 'vitest'
import { drawn, TUESDAY } from '../../../infra/local/tour'
import { visits } from '../../../infra/local/tour/visits'
import { home, WORKER } from '../../../infra/local/tour/visits/acts'
import type { Visitor } from '../../../infra/local/visitor'
import { words as microproject } from '../../src/microproject/words'
import { onStreet } from './street'

const here = onStreet(TUESDAY)

/** One visit to each page, where nothing else is done; the gallery asks a question as soon as it is opened. */
const pageOf = (address: string) => address.split('?')[0] ?? ''
const plain = visits.filter(
  ({ name, address, act, before, never, troubles }) =>
    !act && !before && !never && !troubles && address !== home && name !== 'gallery',
)
const pages = [...new Map(plain.map(visit => [pageOf(visit.address), visit])).values()]

const go = ({ page }: Visitor, address: string) =>
  page.evaluate(to => {
    location.hash = to
  }, address)

/** Of the page on top. */
const isOnHeading = () => {
  const screens = [...document.querySelectorAll<HTMLElement>('.yk-screen')]
  const focused = document.activeElement
  const isTop = screens.findLast(one => one.offsetHeight > 0)?.contains(focused)
  return isTop === true && focused?.matches('h1, [role=heading]') === true
}

/** Once there, it stays while the page's answers come. */
async function readFromHeading(visitor: Visitor, address: string): Promise<boolean> {
  await go(visitor, address)
  await visitor.page.waitForURL(url => url.hash.startsWith(`#${pageOf(address)}`))
  await visitor.page.waitForFunction(isOnHeading, undefined, { timeout: 8_000 }).catch(() => undefined)
  await drawn(visitor)
  return visitor.page.evaluate(isOnHeading)
}

/** So many lie on top of each other before one begins at home again. */
const MOST = 9

test('each page that has come up is read from its heading', async () => {
  const wrong: string[] = []
  for (const who of new Set(pages.map(one => one.who))) {
    const visitor = await here.street.enter(who)
    for (const [at, { name, address }] of pages.filter(one => one.who === who).entries()) {
      if (at % MOST === 0) await visitor.open(home)
      if (!(await readFromHeading(visitor, address))) wrong.push(name)
    }
  }
  expect(wrong).toEqual([])
  expect(pages.length).toBeGreaterThan(50)
}, 300_000)

test('a desk that asks in by a code which holds no more is told of below the heading', async () => {
  const worker = await here.street.enter(WORKER)
  here.expected.push('400 identity.desk_code_wrong')
  expect(await readFromHeading(worker, `/identity/pages/let-in?code=${'A'.repeat(40)}`)).toBe(true)
})

test('a finger has the keyboard at the first field; who comes by key begins at the heading', async () => {
  const visitor = await here.street.enter('王桂芳')
  const { page } = visitor
  const way = page.getByRole('button', { name: microproject.file }).filter({ visible: true }).last()
  await visitor.open('/microproject/pages/list')
  await way.click()
  await page.waitForFunction(() => document.activeElement?.matches('input'))
  await visitor.open('/microproject/pages/list')
  await way.focus()
  await page.keyboard.press('Enter')
  await page.waitForFunction(isOnHeading)
})
