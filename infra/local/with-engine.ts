// Runs a TypeScript entry with the product's tables at hand: beside a running `npm start`, or by itself.
import { interrupted } from './interrupted'
import { own } from './owned-process'
import { productTable, runningEngine, startProductEngine } from './product-engine'

const [entry = '', ...args] = process.argv.slice(2)
const endpoint = process.env.DYNAMODB_ENDPOINT ?? (await runningEngine())
const engine = endpoint ? undefined : await startProductEngine()
const command = await own({
  command: process.execPath,
  args: ['--import', 'tsx', entry, ...args],
  env: { DYNAMODB_ENDPOINT: endpoint ?? engine?.endpoint, YIKE_TABLE: productTable },
  output: 'show',
})
interrupted.then(() => command.stop())

process.exitCode = await command.ended
await engine?.stop()
