import type { PlaceCard } from '@yike/shared/circle/schema'
import { expect, it } from 'vitest'
import { seenFor } from './seen'

const place = (placeId: string, name: string, walkMinutes: number): PlaceCard =>
  ({ placeId, name, walkMinutes, kind: 'culture', bookable: [], open: { state: 'open' } }) as never

it('without network a search looks through the places that were seen, each once, nearest first and within the minutes', () => {
  const seen = [
    place('a', '桂花里图书馆', 9),
    place('b', 'Book Café', 3),
    place('a', '桂花里图书馆', 9),
    place('c', '石桥头图书馆', 4),
    place('d', '远处图书馆', 28),
  ]
  const names = (search: string | undefined, minutes = 15) =>
    seenFor({ minutes, search }, seen).map(({ placeId }) => placeId)
  expect(names('图书馆')).toEqual(['c', 'a'])
  expect(names('book')).toEqual(['b'])
  expect(names('图书馆', 30)).toEqual(['c', 'a', 'd'])
  expect(names(undefined)).toEqual(['b', 'c', 'a'])
})
