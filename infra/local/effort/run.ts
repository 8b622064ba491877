/** One errand from home, done by following what can be seen; every tap is a real one at 390 px. */
import { wear } from '../tour/modes'
import type { Visitor } from '../visitor'
import type { EffortMode, Errand } from './errands'

/** Writing counts no tap, reaching a field does. */
export async function run({ steps }: Errand, mode: EffortMode, visitor: Visitor) {
  const { page, press, see, rest } = visitor
  await visitor.open('/circle/tab/index')
  await wear(page, mode, 390, rest)
  let taps = 0
  const startedAt = Date.now()
  const tap = async (done: Promise<void>) => {
    taps += 1
    await done
  }
  await steps[mode]({
    see,
    tap: (name, role) => tap(press(name, role)),
    tapSlot: () =>
      tap(
        page.getByRole('group', { name: '选时段' }).getByRole('button', { disabled: false }).first().click(),
      ),
    tapField: label =>
      tap(page.getByRole('textbox', { name: label }).filter({ visible: true }).last().click()),
    async type(words) {
      await page.locator('input:focus, textarea:focus').waitFor()
      await page.keyboard.type(words)
    },
  })
  return { taps, seconds: (Date.now() - startedAt) / 1000 }
}
