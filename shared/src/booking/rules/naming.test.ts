import { expect, test } from 'vitest'
import { spokenOffering } from './naming'

test('a room that is called after its place is named once', () => {
  expect(spokenOffering({ placeName: '桂花里多功能厅', offeringName: '多功能厅' })).toBe('桂花里多功能厅')
  const desk = spokenOffering({ placeName: '桂花里书画室', offeringName: '书桌' })
  expect(desk).toContain('桂花里书画室')
  expect(desk).toContain('书桌')
})
