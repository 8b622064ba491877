import type { Entry } from '@yike/shared/circle/schema/upkeep'
import { expect, it } from 'vitest'
import { rebased } from '../../platform/rebased'
import { draftOf, hoursPreview, newDraft, positionOf, readDraft } from './place'

it('a position copied from a Chinese map is turned into WGS-84, one from a GPS stays', () => {
  expect(positionOf('119.95, 31.78', 'wgs84')).toEqual({ lng: 119.95, lat: 31.78 })
  const moved = positionOf('119.95，31.78', 'gcj02')
  if ('wrong' in moved) throw new Error(moved.wrong)
  const meters = Math.hypot((moved.lng - 119.95) * 94_500, (moved.lat - 31.78) * 111_195)
  expect(meters).toBeGreaterThan(100)
  expect(meters).toBeLessThan(1000)
})

it.each(['', '119.95', '31.78, 119.95', '东门口', '1, 2, 3'])('“%s” is no position', typed => {
  expect(positionOf(typed, 'wgs84')).toHaveProperty('wrong')
})

it('hours are shown as they were understood, with the days that fall short where the rule holds', () => {
  const text = '周一至周五 8:30-17:30，周末 9:00-16:30'
  expect(hoursPreview(text, 'venue')).toMatchObject({ short: expect.stringContaining('周六 7.5 小时') })
  expect(hoursPreview(text, 'commerce')).not.toHaveProperty('short')
  expect(hoursPreview('看通知', 'venue')).toMatchObject({ advice: expect.stringContaining('看通知') })
  expect(hoursPreview(' ', 'venue')).toBeUndefined()
})

it('a form is sent whole, or says of each field what is wrong', () => {
  const draft = { ...newDraft(), name: '桂花里书屋', position: '119.95, 31.78', system: 'wgs84' as const }
  expect(readDraft(draft)).toMatchObject({
    fields: { name: '桂花里书屋', position: { lng: 119.95, lat: 31.78 }, specialDays: [], sharedWith: [] },
  })
  const wrong = readDraft({
    ...draft,
    name: '书',
    position: '31.78, 119.95',
    phone: '找老王',
    specialDays: [{ from: '明天', to: '', hours: '休', note: '' }],
  })
  expect(Object.keys('wrong' in wrong ? wrong.wrong : {}).sort()).toEqual([
    'name',
    'phone',
    'position',
    'specialDays',
  ])
})

const entry = {
  name: '桂花里书屋',
  kind: 'culture',
  position: { lng: 119.9512345, lat: 31.7812345 },
  specialDays: [],
  sharedWith: [],
} as unknown as Entry

it('a form in which nobody touched the position sends it back to the last digit', () => {
  expect(readDraft({ ...draftOf(entry), phone: '0519-1111' })).toMatchObject({
    fields: { position: entry.position },
  })
})

it('what was typed stays when the entry has become another one, and all else follows', () => {
  const before = draftOf(entry)
  const now = draftOf({ ...entry, name: '桂花里书房', address: '桂花路 9 号' })
  expect(rebased({ ...before, phone: '0519-1111' }, before, now)).toMatchObject({
    name: '桂花里书房',
    address: '桂花路 9 号',
    phone: '0519-1111',
  })
})
