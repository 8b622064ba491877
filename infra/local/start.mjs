// `npm start`: plain JavaScript that needs no package, so that it can say what is missing.
import { demandNode } from './node-version.mjs'
import { demandFreePorts } from './ports.mjs'
import { enter } from './setup.mjs'

demandNode()
await demandFreePorts()
await enter('infra/local/start.ts', process.argv.slice(2))
