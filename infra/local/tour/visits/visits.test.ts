import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../paths.mjs'
import { visits } from '.'

test('every page of the app is on the walk', () => {
  const source = join(root, 'miniapp/src')
  const pages = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .map(file => /^(.+\/(?:pages|tab)\/.+)\.config\.ts$/.exec(file)?.[1])
    .filter(page => page !== undefined)
  const visited = new Set(visits.map(({ address, page = address.slice(1).split('?')[0] }) => page))
  expect(pages.length).toBeGreaterThan(15)
  expect(pages.filter(page => !visited.has(page))).toEqual([])
})

test('no two visits share a name: their pictures would overwrite each other', () => {
  const names = visits.map(({ name }) => name)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})
