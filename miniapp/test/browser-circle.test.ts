// The circle in a real browser: its map moves as maps do, and 长辈版 finds what the ordinary one finds.
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest'
import { built } from '../../infra/local/build'
import { type Product, startProduct } from '../../infra/local/product'
import { openStreet, phone, type Street, type Visitor } from '../../infra/local/visitor'
import { words } from '../src/circle/words'
import { elderWords } from '../src/circle/words/elder'
import { mapWords } from '../src/circle/words/map'
import { words as identity } from '../src/identity/words'

const RESIDENT = '王桂芳'
/** Among those that she keeps. */
const PLACE = '南塘书场'

// A browser, a product and an engine share this machine's cores with every other test.
vi.setConfig({ testTimeout: 60_000 })

let product: Product
let street: Street
beforeAll(async () => {
  product = await startProduct({ endpoint: inject('engine'), h5Dir: built('h5') })
  street = await openStreet(product.app)
})
afterEach(async () => {
  expect(await street.troubles()).toEqual([])
})
afterAll(async () => {
  await street?.close()
  await product?.stop()
})

test('the map is enlarged by wheel, button and key, moved by mouse and key, never past its edges, and whole again by one press', async () => {
  const { page, open, press } = await street.enter(RESIDENT)
  await open('/circle/pages/map?minutes=10')
  const streets = page.locator('.circle-map__streets svg').filter({ visible: true })
  await streets.waitFor()
  await page.getByRole('button', { name: mapWords.nearer }).waitFor()
  const seen = async () => ((await streets.getAttribute('viewBox')) ?? '').split(' ').map(Number)
  const whole = await seen()
  const side = (box: number[]) => box[2] ?? 0
  const box = await page.locator('.circle-map__square').filter({ visible: true }).boundingBox()
  if (!box) throw new Error('there is no map')
  const [x, y] = [box.x + box.width * 0.5, box.y + box.height * 0.2]

  await press(mapWords.nearer)
  const larger = await seen()
  expect(side(larger)).toBeCloseTo(side(whole) / 2, 0)

  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x - box.width / 4, y, { steps: 5 })
  await page.mouse.up()
  const dragged = await seen()
  expect((dragged[0] ?? 0) - (larger[0] ?? 0)).toBeCloseTo(side(larger) / 4, -1)
  expect(page.url()).toContain('circle/pages/map')

  await page.mouse.move(x, y)
  await page.mouse.wheel(0, -400)
  await expect.poll(async () => side(await seen())).toBeLessThan(side(dragged))

  const pin = page.locator('.circle-map__pin').first()
  await pin.focus()
  const before = await seen()
  for (let times = 0; times < 30; times++) await page.keyboard.press('ArrowLeft')
  const west = await seen()
  expect(west[0]).toBeCloseTo(whole[0] ?? 0, 0)
  expect(west[1]).toBe(before[1])

  await press(mapWords.whole)
  expect(await seen()).toEqual(whole)
})

/**
 * Fingers on a screen, as the browser itself hears them: each step is where they all are. They rest before they lift, so
 * that nothing goes on moving by itself: how long it would is a matter of how busy the machine is.
 */
async function touch(page: Visitor['page'], steps: readonly (readonly [x: number, y: number])[][]) {
  const devtools = await page.context().newCDPSession(page)
  const points = (fingers: readonly (readonly [number, number])[]) =>
    fingers.map(([x, y], id) => ({ x, y, id }))
  for (const [nth, fingers] of steps.entries())
    await devtools.send('Input.dispatchTouchEvent', {
      type: nth === 0 ? 'touchStart' : 'touchMove',
      touchPoints: points(fingers),
    })
  await page.waitForTimeout(200)
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await devtools.detach()
}

test('under fingers: one scrolls the page as long as the whole map is seen, two enlarge it, then one moves it, and a tap still opens a pin', async () => {
  const { page, open } = await street.enter(RESIDENT, { ...phone, hasTouch: true })
  await open('/circle/pages/map?minutes=10')
  const streets = page.locator('.circle-map__streets svg').filter({ visible: true })
  await streets.waitFor()
  await page.getByRole('button', { name: mapWords.nearer }).waitFor()
  const seen = async () => ((await streets.getAttribute('viewBox')) ?? '').split(' ').map(Number)
  const scrolled = () =>
    page.evaluate(() => [...document.querySelectorAll('*')].reduce((sum, one) => sum + one.scrollTop, 0))
  const square = page.locator('.circle-map__square').filter({ visible: true })
  const middle = async () => {
    const box = await square.boundingBox()
    if (!box) throw new Error('there is no map')
    return { x: box.x + box.width / 2, y: box.y + box.height / 2, side: box.width }
  }
  const whole = await seen()
  const at = await middle()

  await touch(
    page,
    Array.from({ length: 12 }, (_, step) => [[at.x, at.y - step * 12] as const]),
  )
  await expect.poll(scrolled).toBeGreaterThan(0)
  expect(await seen()).toEqual(whole)

  const after = await middle()
  await touch(
    page,
    Array.from({ length: 8 }, (_, step) => [
      [after.x - 30 - step * 10, after.y] as const,
      [after.x + 30 + step * 10, after.y] as const,
    ]),
  )
  await expect.poll(async () => (await seen())[2]).toBeLessThan((whole[2] ?? 0) / 2)
  const larger = await seen()

  const before = await scrolled()
  await touch(
    page,
    Array.from({ length: 8 }, (_, step) => [[after.x - step * 10, after.y - step * 10] as const]),
  )
  await expect.poll(async () => (await seen())[0]).toBeGreaterThan(larger[0] ?? 0)
  expect((await seen())[1]).toBeGreaterThan(larger[1] ?? 0)
  expect(await scrolled()).toBe(before)

  const pin = page.locator('.circle-map__pin').filter({ visible: true }).first()
  const many = /^(\d+) 处/.exec((await pin.getAttribute('aria-label')) ?? '')?.[1]
  const spot = await pin.boundingBox()
  await page.touchscreen.tap(
    (spot?.x ?? 0) + (spot?.width ?? 0) / 2,
    (spot?.y ?? 0) + (spot?.height ?? 0) / 2,
  )
  if (many) await page.getByText(words.mapPicked(Number(many))).waitFor()
  else await page.waitForURL(/circle\/pages\/place/)
})

test('what is looked for, and how much of it there is, is said to who does not see it', async () => {
  const { page, open, press } = await street.enter(RESIDENT)
  await open('/circle/pages/list?search=')
  const said = page.getByRole('status').filter({ visible: true })
  await page.getByRole('searchbox').last().fill(PLACE)
  await press(words.find)
  await said.filter({ hasText: words.found(1, false) }).waitFor()
  await page.getByRole('searchbox').last().fill('游泳馆')
  await press(words.find)
  await said.filter({ hasText: words.nothingFound }).waitFor()
})

test('长辈版 finds a place by its name and among those kept, and counts its minutes at an old person’s pace everywhere', async () => {
  // A browser of its own, for it is left in 长辈版.
  const visitor = await street.enter(RESIDENT, { ...phone, viewport: { width: 391, height: 844 } })
  const { page, open, press, see } = visitor
  const minutesOn = async (address: string) => {
    await open(address)
    const line = page.getByRole('button', { name: RegExp(PLACE) }).filter({ visible: true })
    const walk = await line.locator(`[aria-label^=${words.walk}]`).first().getAttribute('aria-label')
    return Number(/\d+/.exec(walk ?? '')?.[0])
  }
  const ordinary = await minutesOn('/circle/pages/list?kind=culture')
  await open('/identity/pages/reading')
  await page.getByRole('switch', { name: identity.large }).click()
  const slow = await minutesOn('/circle/pages/list?kind=culture')
  expect(slow).toBeGreaterThan(ordinary)

  await open('/circle/pages/list')
  await press(RegExp(`^${elderWords.search}`))
  await page.getByRole('searchbox').or(page.getByRole('textbox')).last().fill(PLACE)
  await press(words.find)
  await press(RegExp(PLACE))
  await see(RegExp(elderWords.walk('.*', slow)))

  await open('/circle/pages/list')
  await press(elderWords.kept)
  await see(RegExp(PLACE))
  expect(await minutesOn('/circle/pages/list?favourites=1')).toBe(slow)
})
