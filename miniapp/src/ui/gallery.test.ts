import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const here = import.meta.dirname
const read = (file: string) => readFileSync(`${here}/${file}`, 'utf8')

/** What is a page's frame or head or other controls' frame, or shows the state of the phone, which a gallery cannot put it in. */
const not = [
  'Screen',
  'Group',
  'TabHead',
  'Question',
  'Loaded',
  'AllUnsent',
  'UnsentHere',
  'Outcome',
  'UpdateLine',
]

test('the gallery shows every control that pages are built of', () => {
  const controls = [...read('index.ts').matchAll(/export \{ ([^}]+) \}/g)]
    .flatMap(([, names = '']) => names.split(', '))
    .filter(name => /^[A-Z]/.test(name))
  const shown = readdirSync(`${here}/gallery`)
    .filter(file => file.endsWith('.tsx'))
    .map(file => read(`gallery/${file}`))
    .join()
  const missing = controls.filter(name => !not.includes(name) && !RegExp(`<${name}\\b`).test(shown))
  expect(controls.length).toBeGreaterThan(30)
  expect(missing).toEqual([])
})
