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
  'AsOf',
]

/** Controls of pages that are no tabs. */
const apart = ['calendar.tsx', 'pick.h5.tsx', 'sheet.h5.tsx', 'stepper.tsx', 'timeline.tsx']

test('the gallery shows every control that pages are built of', () => {
  const ofTabs = [...read('index.ts').matchAll(/export \{ ([^}]+) \}/g)].flatMap(([, names = '']) =>
    names.split(', '),
  )
  const ofOthers = apart.flatMap(file =>
    [...read(file).matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name = '']) => name),
  )
  const controls = [...ofTabs, ...ofOthers].filter(name => /^[A-Z]/.test(name))
  const shown = readdirSync(`${here}/gallery`)
    .filter(file => file.endsWith('.tsx'))
    .map(file => read(`gallery/${file}`))
    .join()
  const missing = controls.filter(name => !not.includes(name) && !RegExp(`<${name}\\b`).test(shown))
  expect(controls.length).toBeGreaterThan(30)
  expect(missing).toEqual([])
})
