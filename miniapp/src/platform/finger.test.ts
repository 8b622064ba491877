import { beforeEach, describe, expect, test } from 'vitest'
import { changeScene, isMeant } from './finger'

let startMs = 0
const tap = (afterMs: number, x = 100, y = 100) => isMeant({ atMs: startMs + afterMs, x, y })

describe('a second tap within 600 ms and 40 px', () => {
  beforeEach(() => {
    startMs += 10_000
    expect(tap(0)).toBe(true)
  })

  test('is meant while the same page and question stand there, however often it comes', () => {
    expect([tap(100), tap(200), tap(300)]).toEqual([true, true, true])
  })

  test('is not meant for the page or question that has come meanwhile, nor is a third', () => {
    changeScene()
    expect([tap(150, 110, 95), tap(300), tap(800)]).toEqual([false, false, false])
    expect(tap(1_500)).toBe(true)
  })

  test('is meant for a new page from 600 ms or 40 px on', () => {
    changeScene()
    expect(tap(600)).toBe(true)
    changeScene()
    expect(tap(700, 140)).toBe(true)
  })
})
