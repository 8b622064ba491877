// `npm test`, once the packages are there: builds, checks, tests; the last line counts them all.
import { join } from 'node:path'
import { build } from './build'
import { own } from './owned-process'
import { root } from './paths.mjs'
import { startStep } from './progress.mjs'
import { type Outcome, runVitest } from './vitest-run'

const args = process.argv.slice(2)

// Vitest and what it starts would colour a log that nobody reads in a terminal.
if (process.env.CI) process.env.NO_COLOR = '1'

/** What went wrong, or nothing. */
type Stage = () => Promise<string | undefined>

const builds: [string, Stage][] = [
  ['构建小程序 weapp build', () => build('weapp')],
  ['构建网页版 h5 build', () => build('h5')],
]

const checks: [string, Stage][] = [
  ['检查类型 types', () => check('typescript/bin/tsc', '-p', '.')],
  ['检查小程序类型 types of miniapp', () => check('typescript/bin/tsc', '-p', 'miniapp')],
  ['检查写法 biome', () => check('@biomejs/biome/bin/biome', 'check', '.')],
  ['检查多余代码 knip', () => check('knip/bin/knip.js')],
]

async function check(tool: string, ...rest: string[]): Promise<string | undefined> {
  const command = await own({
    command: process.execPath,
    args: [join(root, 'node_modules', tool), ...rest],
    output: 'keep',
  })
  const code = await command.ended
  return code === 0 ? undefined : command.printed() || `${tool}: ${code}`
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

// With arguments somebody wants certain tests, soon.
const stages = args.length === 0 ? [...builds, ...checks] : builds
const outcomes: Outcome[] = []
for (const [title, stage] of stages) outcomes.push(await runStage(title, stage))
outcomes.push(await runVitest(args))

const total = (count: keyof Outcome) => outcomes.reduce((sum, outcome) => sum + outcome[count], 0)
console.log(`${total('passed')} passed, ${total('failed')} failed`)
process.exitCode = total('failed') === 0 ? 0 : 1
