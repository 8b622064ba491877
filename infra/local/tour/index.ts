/** A walk through every page, worn in every mode at every width: `npm run shots` pictures it, `npm run a11y` measures it. */
import type { Page } from 'playwright-core'
import { build, built } from '../build'
import { startEngine } from '../engine'
import { startProduct } from '../product'
import { startStep } from '../progress.mjs'
import { openStreet, type Street, type Visitor } from '../visitor'
import {
  widths as allWidths,
  englishModes,
  layouts,
  type Mode,
  modeNames,
  modes,
  type Width,
  wear,
} from './modes'
import type { Visit } from './visits'

/** An ordinary morning: pictures are the same whenever they are made. */
export const TUESDAY = '2026-11-24T10:05:00+08:00'

export interface View {
  visit: Visit
  mode: Mode
  width: Width
  page: Page
}

interface Plan {
  title: string
  visits: readonly Visit[]
  /** Instead of all of them. */
  modes?: readonly Mode[]
  widths?: readonly Width[]
  look(view: View): Promise<void>
  /** At the end, while the browser is still open. */
  after?(street: Street): Promise<void>
}

/** Two people walk at once; nobody is in two places. */
const LANES = 2

async function visitAll(visits: readonly Visit[], see: (visit: Visit) => Promise<void>) {
  const people = [...new Set(visits.map(({ who }) => who))]
    .map(person => visits.filter(({ who }) => who === person))
    .sort((one, other) => other.length - one.length)
  const lane = async () => {
    for (let turn = people.shift(); turn; turn = people.shift()) for (const visit of turn) await see(visit)
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}

/** Starts the product with its demo, walks, and answers with what went wrong on the way that nobody expected. */
export async function tour({ title, visits, look, after, ...worn }: Plan): Promise<string[]> {
  const step = startStep(title)
  const problem = await build('h5')
  if (problem) throw new Error(problem)
  const engine = await startEngine()
  const product = await startProduct({ endpoint: engine.endpoint, h5Dir: built('h5'), moment: TUESDAY })
  const street = await openStreet(product.app, TUESDAY)
  const failed: string[] = []
  try {
    await visitAll(visits, async visit => {
      step.note(visit.name)
      try {
        await see(street, visit, worn, look)
      } catch (error) {
        failed.push(`${visit.name}: ${error instanceof Error ? error.message : error}`)
      }
    })
    await after?.(street)
    step.done()
    const expected = new Set(visits.flatMap(({ troubles = [] }) => troubles))
    const told = await street.troubles()
    return [...failed, ...told].filter(trouble => ![...expected].some(part => trouble.includes(part)))
  } catch (error) {
    step.failed()
    throw error
  } finally {
    await street.close()
    await product.stop()
    await engine.stop()
  }
}

const PATIENCE_MS = 4_000

/** At rest, and nothing stands there as a shape of what is coming: on a busy machine an answer is drawn later than it came. */
export async function drawn({ page, rest }: Visitor): Promise<void> {
  await rest()
  const shapes = page.locator('[class*="yk-bones"]').filter({ visible: true })
  for (const start = Date.now(); Date.now() - start < PATIENCE_MS && (await shapes.count()) > 0; )
    await rest()
}

type Worn = Pick<Plan, 'modes' | 'widths'>

async function see(
  street: Street,
  visit: Visit,
  { modes: wanted = modeNames, widths = allWidths }: Worn,
  look: Plan['look'],
): Promise<void> {
  const visitor: Visitor = await street.enter(visit.who)
  const { page } = visitor
  const rest = visit.never ? async () => undefined : () => drawn(visitor)
  const arrive = async (mode: Mode) => {
    await wear(page, mode, 390, rest)
    await visit.before?.(visitor)
    await visitor.open(visit.address)
    await page.locator('.yk-screen').filter({ visible: true }).last().waitFor()
    await rest()
    await (modes[mode].elder && visit.actElder ? visit.actElder : visit.act)?.(visitor)
    await rest()
  }
  const isInAddress = !visit.act || visit.page !== undefined
  const isWorn = (mode: Mode) =>
    wanted.includes(mode) &&
    (visit.modes?.includes(mode) ?? true) &&
    (isInAddress || !englishModes.some(one => one === mode))
  let hasArrived = false
  for (const layout of layouts) {
    const [first, ...others] = layout.filter(isWorn)
    if (!first) continue
    // What was done in one layout is not there in another: it is done once more.
    if (!hasArrived || !isInAddress) await arrive(visit.worn ?? first)
    hasArrived = true
    for (const width of widths.filter(one => visit.widths?.includes(one) ?? true)) {
      for (const mode of [first, ...others]) {
        await wear(page, mode, width, rest)
        await look({ visit, mode, width, page })
      }
    }
  }
  await wear(page, 'ordinary', 390, rest)
  await page.unrouteAll({ behavior: 'ignoreErrors' })
}
