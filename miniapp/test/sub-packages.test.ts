import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { subPackages } from '../config/sub-packages'

let source = ''

beforeEach(() => {
  source = mkdtempSync(join(tmpdir(), 'yike-pages-'))
  mkdirSync(join(source, 'identity/pages'), { recursive: true })
  for (const page of ['enter', 'household']) {
    writeFileSync(join(source, `identity/pages/${page}.tsx`), '')
    writeFileSync(join(source, `identity/pages/${page}.config.ts`), '')
  }
})
afterEach(() => rmSync(source, { recursive: true }))

test('the page to enter as anyone is in a sandbox build and in no other', () => {
  expect(subPackages(source, true)).toEqual([{ root: 'identity/pages', pages: ['enter', 'household'] }])
  expect(subPackages(source, false)).toEqual([{ root: 'identity/pages', pages: ['household'] }])
})

test('a slice without pages makes no subpackage', () => {
  mkdirSync(join(source, 'circle/pages'), { recursive: true })
  expect(subPackages(source, true).map(({ root }) => root)).toEqual(['identity/pages'])
})
