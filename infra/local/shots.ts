/**
 * `npm run shots`: the README's pictures into .github/shots, and every page in every mode at both widths into
 * .local/shots, with contact sheets and an index to look them through. A word picks pages: `npm run shots -- home`.
 * They show the demo on an ordinary Tuesday morning, so that they are the same whenever they are made.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inLocal, root } from './paths.mjs'
import { tour, type View } from './tour'
import { contactSheets } from './tour/contact-sheets'
import { englishModes, modeNames } from './tour/modes'
import { portraits, visits } from './tour/visits'
import type { Street } from './visitor'

const wanted = process.argv.slice(2)
const folder = inLocal('shots')
const taken: string[] = []
/** Picture → the first that looks so, and who else does: a state that is not seen on its picture was not reached. */
const looks = new Map<string, string>()
const alike: string[] = []

async function take({ visit, mode, width, page }: View): Promise<void> {
  const name = `${visit.name}-${mode}-${width}`
  const picture = await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
  taken.push(name)
  const digest = createHash('sha256').update(picture).digest('hex')
  const other = looks.get(digest)
  if (other) alike.push(`${name} shows the same as ${other}`)
  else looks.set(digest, name)
}

async function portray(street: Street): Promise<void> {
  for (const { name, who, screen, address, act } of portraits) {
    const visitor = await street.enter(who, screen)
    await visitor.open(address)
    await visitor.rest()
    await act?.(visitor)
    await visitor.rest()
    await visitor.page.screenshot({
      path: join(root, '.github/shots', `${name}.png`),
      animations: 'disabled',
    })
  }
}

if (wanted.length === 0) rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const troubles = await tour({
  title: '拍照 pictures',
  visits: visits.filter(({ name }) => wanted.length === 0 || wanted.some(word => name.startsWith(word))),
  modes: [...modeNames, ...englishModes],
  look: take,
  async after(street) {
    if (wanted.length === 0) await portray(street)
    await contactSheets(street, folder, taken)
  },
})
console.log(`${taken.length} pictures, ${join(folder, 'index.html')}`)
for (const trouble of [...troubles, ...alike]) console.log(`went wrong on the way: ${trouble}`)
process.exit(troubles.length + alike.length === 0 ? 0 : 1)
