/** What one meets seldom: a place that is not told, what waits to be sent, a computer that asks to be let in. */
import type { Visitor } from '../../visitor'
import {
  badminton,
  firstSlot,
  OFFLINE,
  placeId,
  plainModes,
  RESIDENT,
  SUPERVISOR,
  slots,
  type Visit,
  WORKER,
} from './acts'

/** Only visited here: what is written on their phone is sent to nobody, whatever else is pictured. */
const CUT_OFF = '许志宁'

/** Writes reach nobody as long as this browser is open: what waits to be sent waits for good, and changes no picture. */
const nothingSent = ({ page }: Visitor) =>
  page
    .context()
    .route('**/api/**', route =>
      route.request().method() === 'GET' ? route.fallback() : route.abort('internetdisconnected'),
    )

const booked = async (visitor: Visitor) => {
  await firstSlot(visitor)
  await visitor.press(/^预约.*给/)
  await visitor.see(/还没发出去/)
}

/** A computer asks, as the page beside it would; the phone is given its code. */
const scanned = async ({ page, write, press, see }: Visitor) => {
  const code = await page.evaluate(async () => {
    const asked = await fetch('/api/desks', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ label: 'Chrome · Windows' }),
    })
    return (await asked.json()).code as string
  })
  await write('登录码', code)
  await press('看看是哪台电脑')
  await see(/号码和电脑上的一样/)
}

/** More communities than one chooses from at once: they are asked for street by street. */
const manyCommunities = ({ page }: Visitor) =>
  page.route('**/api/work/communities*', async route => {
    const answer = await (await route.fetch()).json()
    const [first] = answer.communities
    const communities = Array.from({ length: 30 }, (_, at) => ({
      ...first,
      code: `${first.code.slice(0, 6)}${String(1 + Math.floor(at / 10)).padStart(3, '0')}${String(1 + (at % 10)).padStart(3, '0')}`,
      name: `第${at + 1}社区`,
      street: ['清水街道', '南塘街道', '运河街道'][Math.floor(at / 10)],
    }))
    await route.fulfill({ json: { ...answer, communities: [first, ...communities] } })
  })

export const rare: readonly Visit[] = [
  {
    name: 'doorstep-refused',
    who: RESIDENT,
    address: '/identity/pages/home',
    act: async ({ page, press }) => {
      await press(/^用我现在的位置/, (await page.getByRole('radio').count()) > 0 ? 'radio' : 'button')
    },
  },
  {
    name: 'unsent',
    who: CUT_OFF,
    address: badminton,
    before: nothingSent,
    act: booked,
    page: 'booking/pages/confirm',
    modes: plainModes,
    troubles: [OFFLINE],
  },
  {
    // The slot of the visit before.
    name: 'unsent-again',
    who: CUT_OFF,
    address: badminton,
    before: nothingSent,
    act: async visitor => {
      await slots(visitor).first().click()
      await visitor.see(/还没发出去/)
    },
    page: 'booking/pages/confirm',
    modes: plainModes,
    troubles: [OFFLINE],
  },
  { name: 'let-in-asked', who: WORKER, address: '/identity/pages/let-in', act: scanned },
  {
    name: 'let-in-done',
    who: WORKER,
    address: '/identity/pages/let-in',
    act: async visitor => {
      await scanned(visitor)
      await visitor.press(/^让它登录/)
      await visitor.see(/电脑登录好了/)
    },
  },
  {
    name: 'let-in-refused',
    who: WORKER,
    address: '/identity/pages/let-in',
    act: async visitor => {
      await scanned(visitor)
      await visitor.press('不是我，不登录')
      await visitor.see(/没让它登录/)
    },
  },
  {
    name: 'book-for-shared',
    who: WORKER,
    address: `/workbench/pages/book-for?placeId=${placeId('桂花里日间照料中心')}`,
    before: ({ page }) =>
      page.route('**/api/work/callers', route => route.fulfill({ json: { names: ['王桂芳', '张松年'] } })),
    act: async ({ write, press, see }) => {
      await write('来电话的号码', '0519-00001234')
      await press('查一查')
      await see('张松年')
    },
  },
  { name: 'calls-many', who: SUPERVISOR, address: '/workbench/pages/calls', before: manyCommunities },
]
