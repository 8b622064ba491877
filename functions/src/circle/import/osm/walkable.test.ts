import { expect, it } from 'vitest'
import { gateHoursOf, isBarred, isWalkable, stopsWheels, walkTraits } from './walkable'

const tags = (text: string) =>
  new Map(text.split(' ').map((pair): [string, string] => pair.split('=', 2) as [string, string]))

it.each([
  'highway=footway',
  'highway=steps',
  'highway=residential',
  'highway=service access=permissive',
  'highway=service access=private foot=yes',
  'highway=primary',
  'highway=primary sidewalk=both',
  'highway=residential sidewalk=separate',
  'highway=cycleway',
  'highway=trunk foot=yes',
  'highway=trunk sidewalk=right',
  'public_transport=platform',
  'railway=platform',
])('one may walk on %s', text => {
  expect(isWalkable(tags(text))).toBe(true)
})

it.each([
  'highway=motorway',
  'highway=motorway foot=yes',
  'highway=motorway_link sidewalk=both',
  'highway=trunk',
  'highway=trunk access=yes',
  'highway=trunk foot=no sidewalk=both',
  'highway=primary motorroad=yes',
  'highway=primary foot=no',
  'highway=primary foot=use_sidepath',
  'highway=secondary sidewalk=separate',
  'highway=tertiary_link sidewalk:both=separate',
  'highway=footway access=private',
  'highway=service access=no',
  'highway=construction',
  'highway=proposed',
  'highway=raceway',
  'railway=rail',
  'building=yes',
])('nobody walks on %s', text => {
  expect(isWalkable(tags(text))).toBe(false)
})

it.each([
  ['barrier=gate', false],
  ['barrier=gate access=private', true],
  ['barrier=gate access=private foot=yes', false],
  ['barrier=gate locked=yes', true],
  ['barrier=bollard', false],
  ['barrier=wall', true],
  ['highway=crossing access=no', false],
])('%s bars the way: %s', (text, barred) => {
  expect(isBarred(tags(text))).toBe(barred)
})

it.each([
  ['barrier=turnstile', true],
  ['barrier=turnstile wheelchair=yes', false],
  ['barrier=bollard', false],
  ['kerb=raised', true],
  ['kerb=lowered', false],
])('%s stops wheels: %s', (text, stops) => {
  expect(stopsWheels(tags(text))).toBe(stops)
})

it.each([
  ['highway=steps', { steps: true, wheelchair: 'no' }],
  ['highway=steps ramp:wheelchair=yes', { steps: true, wheelchair: 'yes' }],
  ['highway=footway lit=no tunnel=yes', { lit: false, tunnel: true }],
  ['highway=service tunnel=building_passage bridge=no', {}],
  [
    'highway=path lit=24/7 bridge=viaduct wheelchair=limited',
    { lit: true, bridge: true, wheelchair: 'limited' },
  ],
])('%s is told as it is met', (text, traits) => {
  expect(walkTraits(tags(text))).toEqual(traits)
})

/** On a Wednesday: from noon to one, and at half past ten in the evening. */
const openAt = (hours: ReturnType<typeof walkTraits>['hours']) =>
  [12 * 60, 22 * 60 + 30].map(
    minute => !hours || (hours.days[2] ?? []).some(([from, to]) => from <= minute && minute < to),
  )
const conditional = (text: string) =>
  new Map([...tags(text)].map(([key, value]) => [key, value.replace('_@_', ' @ ')]))

it.each<[string, boolean[]]>([
  ['highway=footway foot:conditional=no_@_(22:00-06:00)', [true, false]],
  ['highway=footway access=no access:conditional=yes_@_(06:00-22:00)', [true, false]],
  ['highway=footway access:conditional=no_@_snow', [true, true]],
  ['highway=footway access:conditional=yes_@_(06:00-22:00)', [true, true]],
  ['highway=footway foot=yes access:conditional=no_@_(22:00-06:00)', [true, true]],
])('%s is walked at noon and late in the evening: %j', (text, open) => {
  const way = conditional(text)
  expect(isWalkable(way)).toBe(true)
  expect(openAt(walkTraits(way).hours)).toEqual(open)
})

it.each([
  'highway=footway access=no access:conditional=yes_@_residents',
  'highway=footway access=no access:conditional=no_@_(22:00-06:00)',
  'highway=path sac_scale=demanding_alpine_hiking',
])('nobody walks on %s', text => {
  expect(isWalkable(conditional(text))).toBe(false)
})

it('a gate that is closed but for some hours is passed in them', () => {
  const gate = conditional('barrier=gate access=no access:conditional=yes_@_(06:00-22:00)')
  expect(isBarred(gate)).toBe(false)
  expect(openAt(gateHoursOf(gate).hours)).toEqual([true, false])
})

it.each([
  ['highway=path smoothness=impassable', 'no'],
  ['highway=path smoothness=bad', 'limited'],
  ['highway=path smoothness=impassable wheelchair=yes', 'yes'],
  ['highway=path sac_scale=mountain_hiking', 'no'],
  ['highway=path sac_scale=hiking', 'limited'],
  ['highway=path smoothness=good', undefined],
])('of %s wheels are told %s', (text, told) => {
  expect(walkTraits(tags(text)).wheelchair).toBe(told)
})
