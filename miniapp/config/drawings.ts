import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** The drawings of a folder by their names, each as it stands in a page. */
export const drawings = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder).map(file => [
      basename(file, '.svg'),
      readFileSync(join(folder, file), 'utf8').trim(),
    ]),
  )
