import { expect, test } from 'vitest'
import { changeScene } from '../platform/finger'
import { ifMeant } from './meant.weapp'

test('as WeChat tells it a tap lies in the window, through Vant too: the second at its spot is not meant for what has come, wherever either page is scrolled to', () => {
  const hit: string[] = []
  const touched = { changedTouches: [{ clientX: 200, clientY: 300 }] }
  ifMeant(() => hit.push('answer'))({ ...touched, detail: { x: 200, y: 900 } } as object)
  changeScene()
  ifMeant(() => hit.push('what has come'))({ ...touched, detail: { x: 200, y: 300 } } as object)
  ifMeant(() => hit.push('a button of Vant that has come'))({ detail: touched })
  ifMeant(() => hit.push('by no finger'))({})
  expect(hit).toEqual(['answer', 'by no finger'])
})
