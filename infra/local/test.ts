// `npm test`, once the packages are there: builds, checks, tests; the last line counts them all.
import { build, type Target } from './build'
import { own } from './owned-process'
import { startStep } from './progress.mjs'
import { type Outcome, runVitest } from './vitest-run'

const args = process.argv.slice(2)

// Vitest and what it starts would colour a log that nobody reads in a terminal.
if (process.env.CI) process.env.NO_COLOR = '1'

const node = (script: string, ...rest: string[]) => ({ script, rest })
const checks = {
  '检查类型 types': node('node_modules/typescript/bin/tsc', '-p', '.'),
  '检查小程序类型 types of miniapp': node('node_modules/typescript/bin/tsc', '-p', 'miniapp'),
  '检查写法 biome': node('node_modules/@biomejs/biome/bin/biome', 'check', '.'),
  '检查多余代码 knip': node('node_modules/knip/bin/knip.js'),
}

/** What went wrong, or nothing. */
type Stage = () => Promise<string | undefined>

const buildStage =
  (target: Target): Stage =>
  () =>
    build(target)

const checkStage =
  ({ script, rest }: ReturnType<typeof node>): Stage =>
  async () => {
    const check = await own({ command: process.execPath, args: [script, ...rest], output: 'keep' })
    const code = await check.ended
    return code === 0 ? undefined : check.printed() || `${script}: ${code}`
  }

async function runStage(title: string, stage: Stage): Promise<Outcome> {
  const step = startStep(title)
  const problem = await stage()
  if (problem === undefined) {
    step.done()
    return { passed: 1, failed: 0 }
  }
  step.failed()
  console.log(problem)
  return { passed: 0, failed: 1 }
}

const stages: [string, Stage][] = [
  ['构建小程序 weapp build', buildStage('weapp')],
  ['构建网页版 h5 build', buildStage('h5')],
]
// With arguments somebody wants certain tests, soon.
if (args.length === 0) {
  for (const [title, check] of Object.entries(checks)) stages.push([title, checkStage(check)])
}

const outcomes: Outcome[] = []
for (const [title, stage] of stages) outcomes.push(await runStage(title, stage))
outcomes.push(await runVitest(args))

const total = (count: keyof Outcome) => outcomes.reduce((sum, outcome) => sum + outcome[count], 0)
console.log(`${total('passed')} passed, ${total('failed')} failed`)
process.exitCode = total('failed') === 0 ? 0 : 1
