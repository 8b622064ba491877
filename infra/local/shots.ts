/**
 * `npm run shots`: the README's pictures into .github/shots, and every further page into .local/shots to look at.
 * They show the demo on an ordinary Tuesday morning, so that they are the same whenever they are made.
 */
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build, built } from './build'
import { startEngine } from './engine'
import { inLocal, root } from './paths.mjs'
import { startProduct } from './product'
import { startStep } from './progress.mjs'
import { readmeShots, type Shot, shots } from './shots/pages'
import { openStreet, type Street } from './visitor'

const TUESDAY = '2026-11-24T10:05:00+08:00'

async function take(street: Street, { who, screen, address, act }: Shot, file: string): Promise<void> {
  const visitor = await street.enter(who, screen)
  await visitor.open(address)
  await visitor.page.waitForLoadState('networkidle')
  await act?.(visitor)
  await visitor.page.waitForLoadState('networkidle')
  mkdirSync(dirname(file), { recursive: true })
  await visitor.page.screenshot({ path: file, animations: 'disabled' })
}

const step = startStep('拍照 pictures')
const problem = await build('h5')
if (problem) throw new Error(problem)
const engine = await startEngine()
const product = await startProduct({ endpoint: engine.endpoint, h5Dir: built('h5'), moment: TUESDAY })
const street = await openStreet(product.app, TUESDAY)
try {
  for (const shot of readmeShots) {
    step.note(shot.name)
    await take(street, shot, join(root, '.github/shots', `${shot.name}.png`))
  }
  for (const shot of shots) {
    step.note(shot.name)
    await take(street, shot, inLocal('shots', `${shot.name}.png`))
  }
  const troubles = await street.troubles()
  if (troubles.length > 0) throw new Error(troubles.join('\n'))
  step.done()
} catch (error) {
  step.failed()
  throw error
} finally {
  await street.close()
  await product.stop()
  await engine.stop()
}
process.exit(0)
