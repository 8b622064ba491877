import { expect, test } from 'vitest'
import { bandsOf, frameOf, isOnMap, movedFrame, nearer, placeAt, scaleBar } from './map'
import { joinedStreets, pixelAt, scaleFor } from './map/wechat'

const street = (minutes: number, ...line: number[]) => ({ minutes, line })

test('three streets of one band that meet, one of them the other way round, are one line', () => {
  const streets = [street(2, 0, 0, 10, 0), street(3, 20, 5, 10, 0), street(4, 20, 5, 30, 5)]
  expect(joinedStreets(streets, 15)).toEqual([{ band: 0, line: [0, 0, 10, 0, 20, 5, 30, 5] }])
})

test('streets of different bands stay two lines where they meet, and so do streets that do not meet', () => {
  const streets = [street(2, 0, 0, 10, 0), street(12, 10, 0, 20, 0), street(2, 50, 50, 60, 60)]
  expect(joinedStreets(streets, 15)).toHaveLength(3)
})

test('bands end at minutes that people count in', () => {
  expect([5, 10, 15, 30].map(bandsOf)).toEqual([[5], [5, 10], [5, 10, 15], [10, 20, 30]])
})

const door = { lng: 120.6, lat: 31.3 }
const placed = (east: number, north: number) => ({
  position: { lng: door.lng + east / 1e5, lat: door.lat + north / 1e5 },
})
const far = [placed(-900, 0), placed(600, 700), placed(610, 705)]

test('2 places that a finger cannot tell apart are far apart on the map from nearer, and the third is off it', () => {
  const whole = frameOf(door, [], far)
  const close = nearer(whole, far.slice(1))
  const apart = (frame: typeof whole) => {
    const [one, other] = far.slice(1).map(({ position }) => placeAt(frame, position).x)
    return Math.abs((one ?? 0) - (other ?? 0)) * 350
  }
  expect(far.filter(({ position }) => isOnMap(placeAt(whole, position)))).toHaveLength(3)
  expect(far.filter(({ position }) => isOnMap(placeAt(close, position)))).toHaveLength(2)
  expect(apart(whole)).toBeLessThan(10)
  expect(apart(close)).toBeGreaterThan(20)
  expect(nearer(whole, [])).toBe(whole)
})

test('a map that was moved shows each place where the movement took it', () => {
  const whole = frameOf(door, [], far)
  const side = 350
  for (const moved of [
    { k: 1, x: 0, y: 0 },
    { k: 4, x: -320, y: -80 },
    { k: 2.5, x: -400, y: -525 },
  ])
    for (const { position } of far) {
      const [before, after] = [whole, movedFrame(whole, moved, side)].map(frame => placeAt(frame, position))
      expect((after?.x ?? 0) * side).toBeCloseTo((before?.x ?? 0) * side * moved.k + moved.x, 6)
      expect((after?.y ?? 0) * side).toBeCloseTo((before?.y ?? 0) * side * moved.k + moved.y, 6)
    }
})

test('the length beside a map is as long on it as on the ground, and a third of its side at most', () => {
  for (const reach of [60, 300, 1_000, 2_500]) {
    const frame = { ...frameOf(door, [], []), reach }
    const { meters, px } = scaleBar(frame, 360)
    // A thousandth of a degree of latitude is 111.3 m.
    const north = { lng: door.lng, lat: door.lat + meters / 111_300 }
    expect((placeAt(frame, door).y - placeAt(frame, north).y) * 360).toBeCloseTo(px, -0.5)
    expect(px).toBeLessThanOrEqual(120)
    expect(px).toBeGreaterThanOrEqual(40)
  }
})

test("WeChat's map shows all of some places in 240 px, never from farther than the walk nor from nearer than a door", () => {
  for (const some of [far, far.slice(1), far.slice(2)]) {
    const { center, scale } = scaleFor(door, some)
    const middle = pixelAt(scale, center)
    expect(scale).toBeGreaterThanOrEqual(15)
    expect(scale).toBeLessThanOrEqual(18)
    for (const { position } of scale > 15 ? some : []) {
      const { x, y } = pixelAt(scale, position)
      expect(Math.max(Math.abs(x - middle.x), Math.abs(y - middle.y))).toBeLessThanOrEqual(121)
    }
  }
  expect(scaleFor(door, [])).toEqual({ center: door, scale: 15 })
})
