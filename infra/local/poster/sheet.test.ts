import { placeKinds } from '@yike/shared/circle/schema'
import { expect, it } from 'vitest'
import { fitting, posterOf } from './sheet'

const needs = (kinds: number, places: number) =>
  placeKinds.slice(0, kinds).map(kind => ({
    kind,
    places: Array.from({ length: places }, (_, nth) => ({ name: `${kind}${nth}`, walkMinutes: nth })),
  }))
const counts = (kinds: number, places: number) =>
  fitting(needs(kinds, places)).map(need => need.places.length)

it('a sheet with eleven needs has two of each at least, and one with three has eight of each', () => {
  expect(Math.min(...counts(11, 8))).toBe(2)
  expect(counts(3, 8)).toEqual([8, 8, 8])
  expect(counts(2, 1)).toEqual([1, 1])
})

it('a sheet says at whose pace its minutes are, and the telephone of the community', () => {
  const sheet = posterOf({
    label: '',
    link: 'https://example.org/yike',
    minutes: 15,
    profile: 'wheelchair',
    help: { name: '桂花里社区', phone: '0519-1' },
    needs: needs(1, 1),
    measured: 'network',
  })
  for (const said of ['轮椅', ' 50 ', '0519-1']) expect(sheet).toContain(said)
})
