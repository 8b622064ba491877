import { JSDOM } from 'jsdom'
import { act, createElement } from 'react'
// @ts-expect-error It has no types here: the product's pages are drawn by Taro.
import { createRoot } from 'react-dom/client'
import { expect, test } from 'vitest'
import { Group } from './group.h5'

const dom = new JSDOM('<main></main>')
Object.assign(globalThis, {
  window: dom.window,
  document: dom.window.document,
  IS_REACT_ACT_ENVIRONMENT: true,
})

/** Two members of a group; `said` is what was pressed. */
async function draw(role: 'radiogroup' | 'group', member?: 'radio') {
  const said: string[] = []
  const one = (name: string) =>
    createElement('button', { key: name, type: 'button', role: member, onClick: () => said.push(name) }, name)
  const main = dom.window.document.createElement('main')
  dom.window.document.body.append(main)
  const given = { role, children: ['a', 'b'].map(one) }
  await act(async () => createRoot(main).render(createElement(Group, given)))
  const members = [...main.querySelectorAll('button')]
  members[0]?.focus()
  const key = new dom.window.KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true })
  await act(async () => void members[0]?.dispatchEvent(key))
  return {
    said,
    focused: dom.window.document.activeElement?.textContent,
    stops: members.map(at => at.tabIndex),
  }
}

test('an arrow key among ways to other pages moves the focus and goes nowhere; each way is a stop', async () => {
  expect(await draw('group')).toEqual({ said: [], focused: 'b', stops: [0, 0] })
})

test('an arrow key among choices chooses, and they are one stop', async () => {
  const { said, focused, stops } = await draw('radiogroup', 'radio')
  expect([said, focused]).toEqual([['b'], 'b'])
  expect(stops.filter(stop => stop === 0)).toHaveLength(1)
})
