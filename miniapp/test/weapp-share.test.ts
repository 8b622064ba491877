// What the published mini-program passes on: the card of each page that can be shared, opened by somebody else; and that a
// newer version is offered, not forced.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Product, startProduct } from '../../infra/local/product'
import { visits } from '../../infra/local/tour/visits'
import { controlWords, updateWords } from '../src/ui/words'
import { attribute } from './mini-dom'
import { startPhone } from './mini-run'

const SHARED = [
  'booking/pages/choose',
  'circle/pages/list',
  'circle/pages/map',
  'circle/pages/place',
  'circle/tab/index',
  'volunteer/pages/task',
  'volunteer/tab/index',
]

const source = join(import.meta.dirname, '../src')

let product: Product
let phone: Awaited<ReturnType<typeof startPhone>>
let persona = 'osmanthus-volunteer'
let tellOfUpdate = () => {}
let isApplied = false

beforeAll(async () => {
  product = await startProduct({ endpoint: inject('engine') })
  phone = await startPhone({
    server: product.api,
    first: 'circle/pages/list',
    loginCode: () => product.loginCode(persona),
    plain: {
      getUpdateManager: () => ({
        onUpdateReady: (listener: () => void) => (tellOfUpdate = listener),
        applyUpdate: () => (isApplied = true),
      }),
    },
  })
})
afterAll(() => product?.stop())

/** Opens a page, and waits until it shows what it asked for. */
async function opened(address: string): Promise<string> {
  await phone.reLaunch(address)
  await phone.until('the page', () => phone.text().length > 5 && !phone.waits())
  return phone.text()
}

/** What a person of this community could be found by. */
const personal = /residentId|personId|bookingId|grantId|token|lng=|lat=/

test('a card that is the first thing a phone ever opens signs its person in and shows what it is about', async () => {
  await phone.until('places', () => phone.text().includes('桂花里') && !phone.waits())
})

test('each page that is passed on has a card that says what it is, names nobody, and opens there', async () => {
  const cards: [string, string][] = []
  for (const route of SHARED) {
    const address =
      visits.find(visit => visit.address.slice(1).split('?')[0] === route)?.address ?? `/${route}`
    await opened(address)
    const card = phone.card()
    if (!card) throw new Error(`${route} has no card`)
    expect(card.title.length, route).toBeGreaterThan(3)
    expect(card.path, route).not.toMatch(personal)
    expect(card.path.split('?')[0], route).toBe(`/${phone.route()}`)
    cards.push([route, card.path])
  }
  const place = cards.find(([route]) => route === 'circle/pages/place')?.[1] ?? ''
  persona = 'stonebridge-resident'
  expect(await opened(place)).toContain('桂花里日间照料中心')
}, 60_000)

test('what is somebody’s own has no card', async () => {
  const own = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(file =>
    file.endsWith('.config.ts'),
  )
  const shared = own.filter(file =>
    readFileSync(join(source, file), 'utf8').includes('enableShareAppMessage'),
  )
  expect(own.length).toBeGreaterThan(40)
  expect(shared.map(file => file.replace('.config.ts', '')).sort()).toEqual(SHARED)
  await opened('/identity/tab/index')
  expect(phone.card()).toBeUndefined()
})

test('the row of days is a group with a name, and brings the chosen day into sight', async () => {
  await opened(visits.find(({ name }) => name === 'choose')?.address ?? '')
  const named = phone
    .all('wx-view')
    .filter(node => attribute(node, 'ariaRole') === 'radiogroup')
    .map(node => attribute(node, 'ariaLabel'))
  expect(named).toContain(controlWords.chooseDay)
  const [row] = phone.all('wx-scroll-view')
  expect(row && attribute(row, 'scrollIntoView')).toMatch(/^yk-day-\d{4}-\d\d-\d\d$/)
})

test('a newer version is said on the page, and starts when somebody taps', async () => {
  await phone.switchTab('/identity/tab/index')
  expect(phone.text()).not.toContain(updateWords.ready)
  tellOfUpdate()
  await phone.see(updateWords.ready)
  expect(isApplied).toBe(false)
  await phone.tap(updateWords.start)
  expect(isApplied).toBe(true)
})
