/**
 * `npm run effort`: how many taps and seconds the four errands take from home, in both modes, by following what can be
 * seen. Every tap is a real one in Chromium at 390 px; writing counts no tap, reaching a field does. The seconds are the
 * machine's: what the product makes a quick hand wait. Fails past a limit.
 */
import { build, built } from './build'
import { type EffortMode, type Errand, errands } from './effort/errands'
import { startEngine } from './engine'
import { startProduct } from './product'
import { TUESDAY } from './tour'
import { wear } from './tour/modes'
import { openStreet, type Visitor } from './visitor'

async function run({ steps }: Errand, mode: EffortMode, visitor: Visitor) {
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
        page
          .getByRole('radiogroup', { name: '选时段' })
          .getByRole('radio', { disabled: false })
          .first()
          .click(),
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

const problem = await build('h5')
if (problem) throw new Error(problem)
const engine = await startEngine()
const product = await startProduct({ endpoint: engine.endpoint, h5Dir: built('h5'), moment: TUESDAY })
const street = await openStreet(product.app, TUESDAY)
let failed = false
try {
  for (const mode of ['ordinary', 'elder'] as const) {
    for (const errand of errands) {
      const { name, who, most } = errand
      try {
        const { taps, seconds } = await run(errand, mode, await street.enter(who))
        const over = taps > most
        failed ||= over
        const figures = `${taps} taps of ${most}  ${seconds.toFixed(1).padStart(4)} s`
        console.log(`${over ? '✗' : '✓'} ${mode.padEnd(8)}  ${figures}  ${name}`)
      } catch (error) {
        failed = true
        console.log(`✗ ${mode.padEnd(8)}  ${name}: ${error instanceof Error ? error.message : error}`)
      }
    }
  }
} finally {
  await street.close()
  await product.stop()
  await engine.stop()
}
process.exit(failed ? 1 : 0)
