import gcoord from 'gcoord'
import { expect, test } from 'vitest'
import { fromGcj02, toGcj02 } from './gcj02'

const cities = [
  { lng: 116.397, lat: 39.909 },
  { lng: 119.95, lat: 31.78 },
  { lng: 87.617, lat: 43.792 },
  { lng: 109.508, lat: 18.247 },
  { lng: 126.642, lat: 45.757 },
]

test('the shift is the one of the reference library to a centimetre, from Sanya to Harbin', () => {
  for (const { lng, lat } of cities) {
    const [east = 0, north = 0] = gcoord.transform<[number, number]>([lng, lat], gcoord.WGS84, gcoord.GCJ02)
    expect(toGcj02({ lng, lat }).lng).toBeCloseTo(east, 7)
    expect(toGcj02({ lng, lat }).lat).toBeCloseTo(north, 7)
  }
})

test('there and back again is where one stood, to a centimetre', () => {
  for (const city of cities) {
    const back = fromGcj02(toGcj02(city))
    expect(back.lng).toBeCloseTo(city.lng, 7)
    expect(back.lat).toBeCloseTo(city.lat, 7)
  }
})

test('outside of China nothing is shifted', () => {
  expect(toGcj02({ lng: 24.94, lat: 60.17 })).toEqual({ lng: 24.94, lat: 60.17 })
})
