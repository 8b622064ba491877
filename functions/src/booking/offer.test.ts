import { expect, it } from 'vitest'
import { offeringNamed } from '../demo/offerings'
import { openedBy } from './domain'

const offering = offeringNamed('桂花里书画室', '书画室')

it('a place that is called or rung up otherwise makes no room, more seats do on every date, an opened date on that one', () => {
  const closed = { ...offering, closures: [{ from: '2026-12-01', to: '2026-12-03', why: '检修' }] }
  expect(openedBy(offering, { ...offering, placeName: '新会堂', placePhone: '0519-1' })).toBeUndefined()
  expect(openedBy(offering, { ...offering, capacity: offering.capacity + 1 })).toEqual({})
  expect(openedBy(closed, offering)).toEqual({ from: '2026-12-01', to: '2026-12-03' })
})
