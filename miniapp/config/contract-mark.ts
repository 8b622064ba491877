import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Eight letters that another contract has others of: what a phone keeps of answers, an app of another contract does not read. */
export const contractMark = (shared: string): string => {
  const hash = createHash('sha256')
  const files = readdirSync(shared, { recursive: true, encoding: 'utf8' })
  for (const file of files.filter(name => /(?<!\.test)\.ts$/.test(name)).sort())
    hash.update(readFileSync(join(shared, file)))
  return hash.digest('hex').slice(0, 8)
}
