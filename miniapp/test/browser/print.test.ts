// What is taken along on paper, in a real browser.
import { expect, test } from 'vitest'
import { drawn } from '../../../infra/local/tour'
import { RESIDENT } from '../../../infra/local/tour/visits/acts'
import { words } from '../../src/booking/words'
import { onStreet } from './street'

const here = onStreet()

test('a printed ticket has its code, and no button that paper cannot press', async () => {
  const visitor = await here.street.enter(RESIDENT)
  const { page } = visitor
  await visitor.open('/booking/tab/index')
  await visitor.press(/预约号/)
  const code = page.locator('.booking-qr').filter({ visible: true })
  await code.waitFor()
  await drawn(visitor)
  const cancel = page.getByRole('button', { name: words.cancel })
  await cancel.waitFor()
  await page.emulateMedia({ media: 'print' })
  expect(await code.evaluate(one => getComputedStyle(one).printColorAdjust)).toBe('exact')
  expect(await cancel.isVisible()).toBe(false)
})
