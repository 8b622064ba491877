// `npm start`, once the packages are there: engine, h5 build, product; and everything down again in reverse.
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, built } from './build'
import { chooseEngine } from './engine'
import { interrupted } from './interrupted'
import { own } from './owned-process'
import { inLocal, root } from './paths.mjs'
import { productTable, runningEngine, startProductEngine, wipeProductTables } from './product-engine'
import { startStep } from './progress.mjs'

const running: { stop(): Promise<void> }[] = []

function readArguments(args: string[]): { fresh: boolean } {
  const unknown = args.find(arg => arg !== '--fresh')
  if (unknown)
    throw new Error(`不认识 ${unknown}，只有 --fresh。(Unknown argument ${unknown}; there is only --fresh.)`)
  return { fresh: args.includes('--fresh') }
}

async function prepareTables(fresh: boolean) {
  const external = chooseEngine(process.env) === 'external'
  if (fresh && external) {
    throw new Error(
      '--fresh 只清空本机的数据，不动 DYNAMODB_ENDPOINT 指向的表。(--fresh wipes local data only, never the tables behind DYNAMODB_ENDPOINT.)',
    )
  }
  if (!external && (await runningEngine())) {
    throw new Error('本项目已在运行，请先停止它。(The product is running already; stop it first.)')
  }
  if (fresh) wipeProductTables()
}

async function startTables() {
  const step = startStep('启动数据引擎 engine')
  try {
    const engine = await startProductEngine()
    running.push(engine)
    step.done()
    return engine
  } catch (error) {
    step.failed()
    throw error
  }
}

async function buildApp() {
  const step = startStep('构建网页版 h5 build')
  const problem = await build('h5')
  if (!problem) return step.done()
  step.failed()
  throw new Error(
    `${problem}\n网页版没有构建成功，原因见上文。(The h5 build failed; the reason stands above.)`,
  )
}

/** Made once: whoever is signed in stays so when the product starts again. */
function tokenSecret(): string {
  const kept = inLocal('token-secret')
  if (!existsSync(kept)) writeFileSync(kept, randomBytes(32).toString('base64url'), { mode: 0o600 })
  return readFileSync(kept, 'utf8')
}

/** Runs the product until something of it ends by itself; rejects with the reason. */
async function run() {
  await prepareTables(readArguments(process.argv.slice(2)).fresh)
  const engine = await startTables()
  await buildApp()
  const app = await own({
    command: process.execPath,
    args: ['--import', 'tsx', join(root, 'functions/src/entry/dev.ts')],
    env: {
      DYNAMODB_ENDPOINT: engine.endpoint,
      YIKE_TABLE: productTable,
      YIKE_API_PORT: process.env.YIKE_API_PORT || '4100',
      YIKE_APP_PORT: process.env.YIKE_APP_PORT || '4101',
      YIKE_H5_DIR: built('h5'),
      YIKE_PHOTOS_DIR: join(root, '.local/photos'),
      YIKE_TOKEN_SECRET: tokenSecret(),
    },
    output: 'show',
  })
  running.push(app)
  const ended = app.ended.then(code =>
    code > 128
      ? `程序被强行结束（信号 ${code - 128}）；已确认的数据仍在，请重新启动。(The product was killed; what was acknowledged is kept, start again.)`
      : `程序意外退出（${code}），原因见上文。(The product ended by itself; the reason stands above.)`,
  )
  throw new Error(await Promise.race([engine.crashed, ended]))
}

const failed = run().catch((error: unknown) => (error instanceof Error ? error.message : String(error)))

const problem = await Promise.race([interrupted, failed])
for (const each of running.reverse()) await each.stop()
if (problem === undefined) {
  console.log(
    '\n已停止。数据保存在 .local/db/；重新开始请用 npm start -- --fresh。' +
      '(Stopped. Data is kept in .local/db/; start afresh with npm start -- --fresh.)',
  )
} else {
  console.error(problem)
}
process.exit(problem === undefined ? 0 : 1)
