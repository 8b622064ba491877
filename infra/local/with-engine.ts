// Runs a TypeScript entry with a table at hand: a deployment's where the environment names one, else the product's, beside
// a running `npm start` or by itself.
import { isDeployed } from '../../functions/src/platform/env'
import { interrupted } from './interrupted'
import { own } from './owned-process'
import { productTable, runningEngine, startProductEngine } from './product-engine'

const [entry = '', ...args] = process.argv.slice(2)
const deployed = isDeployed()
const endpoint = process.env.DYNAMODB_ENDPOINT ?? (deployed ? undefined : await runningEngine())
const engine = endpoint || deployed ? undefined : await startProductEngine()
const command = await own({
  command: process.execPath,
  args: ['--import', 'tsx', entry, ...args],
  env: deployed ? {} : { DYNAMODB_ENDPOINT: endpoint ?? engine?.endpoint, YIKE_TABLE: productTable },
  output: 'show',
})
interrupted.then(() => command.stop())

process.exitCode = await command.ended
await engine?.stop()
