import { expect, it } from 'vitest'
import { isBarred, isWalkable, stopsWheels, walkTraits } from './walkable'

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
