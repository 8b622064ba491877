// Few colours, as a system with its own contrast theme shows every page: grounds and shadows are gone.
import { expect, test } from 'vitest'
import { drawn } from '../../../infra/local/tour'
import { RESIDENT } from '../../../infra/local/tour/visits/acts'
import { phone } from '../../../infra/local/visitor'
import { slotOf } from '../browser-steps'
import { onStreet } from './street'

const here = onStreet()

test('with few colours a drawing, the knob of a switch and what is chosen stand out from what is around them', async () => {
  const visitor = await here.street.enter(RESIDENT, { ...phone, colorScheme: 'dark' })
  const { page } = visitor
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  const ground = (selector: string) =>
    page
      .locator(selector)
      .filter({ visible: true })
      .first()
      .evaluate(one => getComputedStyle(one).backgroundColor)
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
