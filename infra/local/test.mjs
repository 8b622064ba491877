// `npm test`: plain JavaScript that needs no package, so that it can say what is missing.
import { demandNode } from './node-version.mjs'
import { enter } from './setup.mjs'

demandNode()
await enter('infra/local/test.ts', process.argv.slice(2))
