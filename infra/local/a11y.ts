/**
 * `npm run a11y`: every page in every mode at both widths, asked by axe-core and measured: what can be pressed is large
 * enough, no words are cut, covered, too small, too tight or too pale; at a desk's width it is walked by the Tab key. Prints the figures; fails when one is not met.
 * Before it, the test of names runs over the built mini-program.
 * Words pick pages: `npm run a11y -- home list`.
 */
import { inspect } from './a11y/inspect'
import { walkByKeyboard } from './a11y/keyboard'
import { limits } from './a11y/limits'
import { tour } from './tour'
import { type Mode, modeNames } from './tour/modes'
import { visits } from './tour/visits'

const startedAt = Date.now()
const wanted = process.argv.slice(2)
const walked = visits.filter(({ name }) => wanted.length === 0 || wanted.some(word => name.startsWith(word)))

type Sum = Record<'views' | 'violations' | 'targets' | 'texts' | 'contrast' | 'faults', number>
const sums = new Map<Mode, Sum>(
  modeNames.map(mode => [mode, { views: 0, violations: 0, targets: 0, texts: 0, contrast: 21, faults: 0 }]),
)
/** What is wrong, and on which views. */
const wrong = new Map<string, string[]>()

const troubles = await tour({
  title: '无障碍 accessibility',
  visits: walked,
  async look(view) {
    const { visit, mode, width } = view
    const { violations, ...measured } = await inspect(view)
    if (mode === 'ordinary' && width === 1280)
      measured.faults.push(...(await walkByKeyboard(view.page)).faults)
    const sum = sums.get(mode)
    if (!sum) return
    sum.views += 1
    sum.violations += violations.length
    sum.targets += measured.targets
    sum.texts += measured.texts
    sum.contrast = Math.min(sum.contrast, measured.contrast)
    sum.faults += measured.faults.length
    for (const fault of [...violations, ...measured.faults])
      wrong.set(fault, [...(wrong.get(fault) ?? []), `${visit.name} ${mode} ${width}`])
  },
})

for (const [fault, views] of [...wrong].sort(([, one], [, other]) => other.length - one.length))
  console.log(`✗ ${fault}\n    ${views.length} views: ${views.slice(0, 3).join(', ')}`)
console.log('mode       views  axe violations  targets  texts  lowest contrast  asked for  faults')
for (const [mode, sum] of sums) {
  const { target, contrast } = limits[mode]
  console.log(
    `${mode.padEnd(9)} ${String(sum.views).padStart(6)} ${String(sum.violations).padStart(15)} ` +
      `${String(sum.targets).padStart(8)} ${String(sum.texts).padStart(6)} ${sum.contrast.toFixed(2).padStart(16)} ` +
      `${`${contrast}, ${target} px`.padStart(10)} ${String(sum.faults).padStart(7)}`,
  )
}
for (const trouble of troubles) console.log(`went wrong on the way: ${trouble}`)
console.log(`${((Date.now() - startedAt) / 1000).toFixed(0)} s`)
process.exit(wrong.size + troubles.length === 0 ? 0 : 1)
