// `npm run import` and the like: the same set-up, then any TypeScript entry of the repository.
import { demandNode } from './node-version.mjs'
import { enter } from './setup.mjs'

demandNode()
const [entry = '', ...args] = process.argv.slice(2)
await enter(entry, args)
