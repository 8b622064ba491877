import type { PlaceCard, PlaceKind } from '@yike/shared/circle/schema'
import { describe, expect, test } from 'vitest'
import { bestNow, hourLines, openWords } from './view'
import { words } from './words'

const card = (name: string, kind: PlaceKind, walkMinutes: number, bookable = false) =>
  ({ placeId: name, name, kind, walkMinutes, bookable: bookable ? ['venue'] : [] }) as unknown as PlaceCard

const names = (places: readonly PlaceCard[]) => places.map(({ name }) => name)

describe('现在能去的', () => {
  test('three places at most, each for another need while there are enough needs', () => {
    const best = bestNow([
      card('药房', 'medical', 2),
      card('诊所', 'medical', 3),
      card('理发', 'convenience', 4),
      card('书房', 'culture', 9),
    ])
    expect(names(best)).toEqual(['药房', '理发', '书房'])
  })

  test('a place to book is chosen before a somewhat nearer one without, and the three stand nearest first', () => {
    const near = [card('药房', 'medical', 3), card('书房', 'culture', 4), card('理发', 'convenience', 5)]
    expect(names(bestNow([...near, card('活动室', 'venue', 9, true)]))).toEqual(['药房', '书房', '活动室'])
  })

  test('a bus stop or a public toilet is no answer, even where nothing else is open', () => {
    expect(bestNow([card('车站', 'transit', 1), card('桂花路公共厕所', 'convenience', 1)])).toEqual([])
  })
})

describe('open or not', () => {
  // 2026-11-22 20:00 in Shanghai.
  const at = '2026-11-22T12:00:00.000Z'

  test('closing at midnight is said as 24:00 of today', () => {
    expect(openWords({ state: 'open', closesAt: '2026-11-22T16:00:00.000Z' }, at).text).toContain(
      words.midnight,
    )
  })

  test('unknown hours are never shown in the colour of open', () => {
    expect(openWords({ state: 'unknown' }, at).tone).not.toBe('green')
  })
})

test('opening hours stand one rule a line', () => {
  expect(hourLines('周一至周五 9:00–18:00；周末休息')).toHaveLength(2)
})
