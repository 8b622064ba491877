/**
 * `npm run effort`: how many taps and seconds the four errands take from home, in both modes, by following what can be
 * seen. Every tap is a real one in Chromium at 390 px; writing counts no tap, reaching a field does. The seconds are the
 * machine's: what the product makes a quick hand wait. Fails past a limit.
 */
import { build, built } from './build'
import { errands } from './effort/errands'
import { run } from './effort/run'
import { startEngine } from './engine'
import { startProduct } from './product'
import { TUESDAY } from './tour'
import { openStreet } from './visitor'

const problem = await build('h5')
if (problem) throw new Error(problem)
const engine = await startEngine()
const product = await startProduct({ endpoint: engine.endpoint, h5Dir: built('h5'), moment: TUESDAY })
const street = await openStreet(product.app, TUESDAY)
let failed = false
try {
  // By the errand: what is booked in one mode must not be what the other gives up.
  for (const errand of errands) {
    for (const mode of ['ordinary', 'elder'] as const) {
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
