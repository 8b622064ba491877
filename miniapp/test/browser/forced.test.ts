// Few colours, as a system with its own contrast theme shows every page: grounds and shadows are gone.
import { expect, test } from 'vitest'
import { drawn } from '../../../infra/local/tour'
import { RESIDENT, WORKER } from '../../../infra/local/tour/visits/acts'
import { desk, phone, type Visitor } from '../../../infra/local/visitor'
import { slotOf } from '../browser-steps'
import { onStreet } from './street'

const here = onStreet()

const schemes = ['dark', 'light'] as const

const wear = ({ page }: Visitor, colorScheme: (typeof schemes)[number]) =>
  page.emulateMedia({ forcedColors: 'active', colorScheme })

const groundOf = ({ page }: Visitor, selector: string) =>
  page
    .locator(selector)
    .filter({ visible: true })
    .first()
    .evaluate(one => getComputedStyle(one).backgroundColor)

test('with few colours a drawing, the knob of a switch and what is chosen stand out from what is around them', async () => {
  const visitor = await here.street.enter(RESIDENT, { ...phone, colorScheme: 'dark' })
  const { page } = visitor
  await wear(visitor, 'dark')
  const ground = (selector: string) => groundOf(visitor, selector)
  await visitor.open('/identity/pages/reading')
  await drawn(visitor)
  const line = await page
    .locator('.yk-icon svg')
    .filter({ visible: true })
    .first()
    .evaluate(one => getComputedStyle(one).stroke)
  expect(line).not.toBe(await ground('.yk-screen'))
  expect(await ground('.yk-toggle__knob')).not.toBe(await ground('.yk-toggle__track'))
  await visitor.open(`/booking/pages/confirm?${slotOf('桂花里多功能厅', '多功能厅', 13, 8, 120)}`)
  await drawn(visitor)
  const person = (on: boolean) => ground(`.yk-people__one[aria-checked=${on}]`)
  expect(await person(true)).not.toBe(await person(false))
})

test('with few colours the pictures of the tabs are dark on a light ground and light on a dark one', async () => {
  const visitor = await here.street.enter(RESIDENT)
  const light: number[] = []
  for (const scheme of schemes) {
    await wear(visitor, scheme)
    await visitor.open('/circle/tab/index')
    await drawn(visitor)
    const drawing = visitor.page.locator('.weui-tabbar__icon').filter({ visible: true }).nth(1)
    light.push(
      await drawing.evaluate((one: HTMLImageElement) => {
        const canvas = document.createElement('canvas')
        const pen = canvas.getContext('2d')
        if (!pen) return Number.NaN
        pen.filter = getComputedStyle(one).filter
        pen.drawImage(one, 0, 0, canvas.width, canvas.height)
        const { data } = pen.getImageData(0, 0, canvas.width, canvas.height)
        const seen = Array.from({ length: data.length / 4 }, (_, at) => at * 4).filter(
          at => (data[at + 3] ?? 0) > 200,
        )
        return seen.reduce((sum, at) => sum + (data[at + 1] ?? 0), 0) / seen.length
      }),
    )
  }
  expect(light[0]).toBeGreaterThan(200)
  expect(light[1]).toBeLessThan(55)
})

test('with few colours the shape of what is coming can be seen', async () => {
  const visitor = await here.street.enter(RESIDENT)
  const { page } = visitor
  await page.route('**/api/**', () => undefined)
  for (const scheme of schemes) {
    await wear(visitor, scheme)
    await visitor.open('/circle/pages/list?search=')
    expect(await groundOf(visitor, '.yk-bones__word')).not.toBe(await groundOf(visitor, '.yk-screen'))
  }
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

test('with few colours bars, and homes on a map of the workbench, stand out from what is around them', async () => {
  const worker = await here.street.enter(WORKER, desk)
  for (const scheme of schemes) {
    await wear(worker, scheme)
    await worker.open('/workbench/pages/coverage')
    await drawn(worker)
    const ground = (selector: string) => groundOf(worker, selector)
    for (const row of ['true', 'false'])
      expect(await ground(`[aria-checked=${row}] .workbench-coverage__fill`)).not.toBe(
        await ground(`[aria-checked=${row}] .workbench-coverage__bar`),
      )
    expect(await ground('.workbench-map__home:not(.workbench-map__home--left)')).not.toBe(
      await ground('.workbench-map'),
    )
    expect(
      await worker.page
        .locator('.workbench-map__site')
        .first()
        .evaluate(one => getComputedStyle(one).outlineStyle),
    ).toBe('solid')
  }
})
