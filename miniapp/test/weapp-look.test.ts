// How the built mini-program looks where nobody can take a picture of it: Vant draws in its own size and colour whatever
// a wrapper leaves unsaid, and the browser's twin knows nothing of it.
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import postcss, { type Rule } from 'postcss'
import { expect, test } from 'vitest'
import { readApp, root } from './mini-app'

const { NATIVE } = createRequire(import.meta.url)('../config/no-desk.cjs') as { NATIVE: RegExp }

const read = (file: string) => postcss.parse(readFileSync(join(root, file), 'utf8'))

/** What our own styles say of Vant's variables, in whichever package a control comes. */
const said = new Map<string, string>()
const ours = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  file => file.endsWith('.wxss') && !file.startsWith('vant'),
)
for (const file of ours)
  read(file).walkDecls(/^--(button|field|cell|popup|overlay)-/, ({ prop, value }) => {
    said.set(prop, value)
  })

/** The rules of these classes alone, with the variables that each asks for. */
function asked(control: string, classes: readonly string[]): { where: string; name: string; of: string }[] {
  const found: { where: string; name: string; of: string }[] = []
  read(`vant/${control}/index.wxss`).walkRules((rule: Rule) => {
    if (!rule.selectors.some(one => classes.includes(one))) return
    rule.walkDecls(({ prop, value }) => {
      for (const [, name = ''] of value.matchAll(/var\((--[\w-]+)/g))
        found.push({ where: rule.selector, name, of: prop })
    })
  })
  return found
}

const button = ['', '--default', '--normal', '--block', '--round', '--disabled'].map(
  part => `.van-button${part}`,
)
const field = ['', '__control', '__control--disabled', '__placeholder'].map(part => `.van-field${part}`)
const controls = {
  button: asked('button', button),
  field: asked('field', field).filter(({ name }) => !name.includes('icon')),
  cell: asked('cell', ['.van-cell']),
  popup: asked('popup', ['.van-popup', '.van-popup--bottom.van-popup--round']),
}

test.each(Object.entries(controls))(
  'of a %s nothing is left to the sizes and colours of Vant',
  (_, wanted) => {
    expect(wanted.length).toBeGreaterThan(1)
    expect(wanted.filter(({ name }) => !said.has(name))).toEqual([])
  },
)

test('what is used as a height has a unit, so that no line of 30 px is cut', () => {
  const heights = Object.values(controls)
    .flat()
    .filter(({ of }) => /height$/.test(of) && of !== 'line-height')
  expect(heights.length).toBeGreaterThan(1)
  expect(heights.filter(({ name }) => /^[\d.]+$/.test(said.get(name) ?? ''))).toEqual([])
})

test('every control of Vant that a page uses is in the package', () => {
  expect(Object.keys(readApp().usingComponents ?? {})).toEqual(
    expect.arrayContaining(['van-button', 'van-field']),
  )
})

test('what is left out of a phone’s style sheets is what no page of the phone is made of', () => {
  const made = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.js'))
  expect(made.filter(file => NATIVE.test(readFileSync(join(root, file), 'utf8')))).toEqual([])
})
