import type { Entry } from '@yike/shared/circle/schema/upkeep'
import type { Community } from '@yike/shared/identity/schema'
import { expect, it } from 'vitest'
import { rebased } from '../../platform/rebased'
import { draftOf, hoursPreview, newDraft, positionOf, readDraft } from './place'
import { shareable } from './sharing'

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
  expect(hoursPreview(text, 'venue')).toMatchObject({
    short: expect.stringContaining('周六、周日只开 7.5 小时'),
  })
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

it('a position says what is wrong with it, and not what would be wrong with a name', () => {
  const wrongOf = (position: string) => {
    const read = readDraft({ ...newDraft(), name: '桂花里书屋', position })
    return 'wrong' in read ? read.wrong.position : undefined
  }
  const wrongs = ['31.7803, 119.9495', '东门口', '0, 0'].map(wrongOf)
  expect(new Set(wrongs).size).toBe(3)
  expect(wrongs).not.toContain(undefined)
  const name = readDraft({ ...newDraft(), name: '书', position: '119.95, 31.78' })
  expect(wrongs).not.toContain('wrong' in name && name.wrong.name)
})

it.each([
  '东经119.95° 北纬31.78°',
  '北纬 31.78，东经 119.95',
  '31.78°N, 119.95°E',
  '经度119.95 纬度：31.78',
  'E119.95 N31.78',
])('“%s” says which number is which, in whatever order', typed => {
  expect(positionOf(typed, 'wgs84')).toEqual({ lng: 119.95, lat: 31.78 })
})

it.each(['-5', '0', '三百', '12.5'])('an area of %s is told what an area is, not what it is for', area => {
  const read = readDraft({ ...newDraft(), name: '桂花里书屋', position: '119.95, 31.78', area })
  expect(read).toEqual({ wrong: { areaSquareMeters: expect.stringMatching(/整数/) } })
})

it('a place is shared with communities near to its own; the others are found by name or street, eight at a time', () => {
  const city = Array.from({ length: 300 }, (_, nth) => ({
    code: String(320402001001 + nth),
    name: `${nth}号社区`,
    street: nth < 150 ? '清水街道' : '远山镇',
    center: { lng: 119.9 + nth / 1000, lat: 31.78 },
    phone: '',
  })) as unknown as Community[]
  const [home, ...rest] = city as [Community, ...Community[]]
  const far = rest.at(-1) as Community
  const names = (typed: string) => shareable(city, home.code, [far.code], typed).shown.map(({ name }) => name)
  expect(names('')).toEqual([
    '299号社区',
    '1号社区',
    '2号社区',
    '3号社区',
    '4号社区',
    '5号社区',
    '6号社区',
    '7号社区',
  ])
  expect(names('250号')).toEqual(['250号社区'])
  expect(shareable(city, home.code, [], '远山')).toMatchObject({ shown: { length: 8 }, more: 142 })
  expect(shareable(city.slice(0, 9), home.code, [], '')).toMatchObject({ shown: { length: 8 }, more: 0 })
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
