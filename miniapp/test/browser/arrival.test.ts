// Where the keyboard's focus stands once a page has come up by a way that leads to it: on its heading, wherever it came from.
import { expect, test } from 'vitest'
import { drawn, TUESDAY } from '../../../infra/local/tour'
import { home } from '../../../infra/local/tour/visits/acts'
import { visits } from '../../../infra/local/tour/visits'
import { onStreet } from './street'

const here = onStreet(TUESDAY)

/** Each page once, as the walk through the app knows it without doing anything there. */
const pages = visits.filter(
  ({ address, act, before, never, troubles }, at, all) =>
    !act && !before && !never && !troubles &&
    all.findIndex(one => !one.act && !one.before && !one.never && !one.troubles && one.address.split('?')[0] === address.split('?')[0]) === at,
)

test('each page that has come up is read from its heading', async () => {
  const wrong: string[] = []
  for (const { name, who, address } of pages) {
    const visitor = await here.street.enter(who)
    const { page } = visitor
    await visitor.open(home)
    await drawn(visitor)
    await page.evaluate(to => {
      location.hash = to
    }, address)
    await drawn(visitor)
    const focus = await page.evaluate(() => {
      const one = document.activeElement
      const isTop = one?.closest('.yk-screen') === [...document.querySelectorAll<HTMLElement>('.yk-screen')].findLast(s => s.offsetHeight > 0)
      return `${isTop ? '' : 'BELOW '}${one?.matches('h1, [role=heading]') ? 'heading' : one?.outerHTML.slice(0, 160)}`
    })
    if (focus !== 'heading') wrong.push(`${name} ${address}: ${focus}`)
  }
  console.log(pages.length)
  expect(wrong).toEqual([])
}, 300_000)
