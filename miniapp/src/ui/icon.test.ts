import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { drawings } from '../../config/drawings'
import { iconNames } from './icon-names'

const here = import.meta.dirname

test('each drawing that has a name is there for browsers and for mini-programs, and no other', () => {
  const rules = readFileSync(join(here, 'icon.weapp.css'), 'utf8')
  const masks = rules.matchAll(/\.yk-icon--(\w+) \{\s*-webkit-mask-image: url\("\.\/icons\/\1\.svg"\)/g)
  const names = [...iconNames].sort()
  expect(Object.keys(drawings(join(here, 'icons'))).sort()).toEqual(names)
  expect([...masks].map(([, name]) => name).sort()).toEqual(names)
})
