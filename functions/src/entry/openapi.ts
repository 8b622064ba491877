/** `npm run openapi [file]`: the OpenAPI document, on the screen or into a file. */
import { writeFileSync } from 'node:fs'
import { api, errorTable } from '@yike/shared/api'
import { version } from '../../package.json'
import { openapi } from '../docs/openapi'

const [file] = process.argv.slice(2)
const text = `${JSON.stringify(openapi(api, errorTable, version), null, 2)}\n`
if (file) writeFileSync(file, text)
else process.stdout.write(text)
