import { placeKinds } from '@yike/shared/circle/schema'
import { expect, it } from 'vitest'
import { kindOf } from './kinds'

const kind = (tags: Readonly<Record<string, string>>) => kindOf(new Map(Object.entries(tags)))

const examples: readonly (readonly [Readonly<Record<string, string>>, ReturnType<typeof kind>])[] = [
  [{ amenity: 'social_facility', social_facility: 'nursing_home' }, { kind: 'elderCare' }],
  [{ amenity: 'social_facility', 'social_facility:for': 'senior' }, { kind: 'elderCare' }],
  [{ building: 'yes', name: '柳溪街道养老驿站' }, { kind: 'elderCare' }],
  [{ amenity: 'kindergarten' }, { kind: 'childcare' }],
  [{ amenity: 'school', name: '柳溪幼儿园' }, { kind: 'childcare' }],
  [{ amenity: 'clinic' }, { kind: 'medical' }],
  [{ healthcare: 'physiotherapist' }, { kind: 'medical' }],
  [{ building: 'yes', name: '柳溪社区居委会' }, { kind: 'government' }],
  [{ amenity: 'library', building: 'public' }, { kind: 'culture' }],
  [{ leisure: 'park' }, { kind: 'culture' }],
  [{ amenity: 'community_centre' }, { kind: 'venue' }],
  [
    { leisure: 'pitch', sport: 'basketball' },
    { kind: 'venue', unnamed: '篮球场' },
  ],
  [{ amenity: 'school' }, { kind: 'education' }],
  [{ amenity: 'toilets' }, { kind: 'convenience', unnamed: '公共厕所' }],
  [{ shop: 'hairdresser' }, { kind: 'convenience' }],
  [{ shop: 'bakery' }, { kind: 'commerce' }],
  [{ amenity: 'restaurant' }, { kind: 'commerce' }],
  [{ highway: 'bus_stop', name: '敬老院' }, { kind: 'transit' }],
  [{ leisure: 'park', name: '柳溪公园应急避难场所' }, { kind: 'shelter' }],
]

it.each(examples)('%j is a place of its kind', (tags, found) => {
  expect(kind(tags)).toEqual(found)
})

it('knows a tag for every kind of the directory', () => {
  expect(new Set(examples.map(([, found]) => found?.kind))).toEqual(new Set(placeKinds))
})

it.each<Readonly<Record<string, string>>>([
  { amenity: 'bar' },
  { building: 'yes' },
  { building: 'school', name: '三教' },
  { highway: 'residential', name: '养老院路' },
  { amenity: 'toilets', access: 'private' },
  { shop: 'vacant' },
  { shop: 'bakery', disused: 'yes' },
  { leisure: 'no' },
  {},
])('%j is none', tags => {
  expect(kind(tags)).toBeUndefined()
})
