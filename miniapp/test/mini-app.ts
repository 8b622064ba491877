/** What the build says of itself. */
import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

export const root = join(import.meta.dirname, '../dist/weapp')

interface AppJson {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  tabBar: { list: { pagePath: string }[] }
  usingComponents?: Record<string, string>
}

export function readApp(): AppJson & { routes: string[] } {
  const file = join(root, 'app.json')
  if (!existsSync(file)) {
    throw new Error('dist/weapp is missing: build it first (pnpm --filter @yike/miniapp build:weapp)')
  }
  const app = JSON.parse(readFileSync(file, 'utf8')) as AppJson
  const inSubPackages = (app.subPackages ?? []).flatMap(({ root: folder, pages }) =>
    pages.map(page => posix.join(folder, page)),
  )
  return { ...app, routes: [...app.pages, ...inSubPackages] }
}
