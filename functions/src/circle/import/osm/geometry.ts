import type { Position } from '@yike/shared/identity/schema'

/** Twice the signed area and its centre, in flat degrees: a place is small enough for the plane. */
const ringMoments = (ring: readonly Position[]) => {
  const [origin] = ring
  let [area, lng, lat] = [0, 0, 0]
  for (const [index, point] of ring.entries()) {
    const next = ring[(index + 1) % ring.length]
    if (!origin || !next) continue
    // Relative to the first corner: absolute degrees would lose a small building in rounding.
    const [x, y, nextX, nextY] = [
      point.lng - origin.lng,
      point.lat - origin.lat,
      next.lng - origin.lng,
      next.lat - origin.lat,
    ]
    const cross = x * nextY - nextX * y
    area += cross
    lng += (x + nextX) * cross
    lat += (y + nextY) * cross
  }
  return { area, lng, lat, origin }
}

export const areaOf = (ring: readonly Position[]): number => Math.abs(ringMoments(ring).area)

/** Centre of the area within a ring; the mean of its corners where it has no area. */
export const centroidOf = (ring: readonly Position[]): Position | undefined => {
  const { area, lng, lat, origin } = ringMoments(ring)
  if (!origin) return undefined
  if (area === 0) return meanOf(ring)
  return { lng: origin.lng + lng / (3 * area), lat: origin.lat + lat / (3 * area) }
}

export const meanOf = (points: readonly Position[]): Position | undefined =>
  points.length === 0
    ? undefined
    : {
        lng: points.reduce((sum, point) => sum + point.lng, 0) / points.length,
        lat: points.reduce((sum, point) => sum + point.lat, 0) / points.length,
      }

/** Joins lines of node ids at equal ends into closed rings; lines that close none are left out. */
export const ringsOf = (lines: readonly (readonly number[])[]): number[][] => {
  const waiting = lines.filter(line => line.length > 1).map(line => [...line])
  const rings: number[][] = []
  for (let ring = waiting.pop(); ring; ring = waiting.pop()) {
    while (!isClosed(ring)) {
      const next = takeNeighbour(waiting, ring.at(-1))
      if (!next) break
      ring.push(...next.slice(1))
    }
    if (isClosed(ring)) rings.push(ring)
  }
  return rings
}

const isClosed = (line: readonly number[]): boolean => line.length > 3 && line[0] === line.at(-1)

/** Takes a line that begins or ends at this node, turned so that it begins there. */
const takeNeighbour = (waiting: number[][], node: number | undefined): number[] | undefined => {
  const index = waiting.findIndex(line => line[0] === node || line.at(-1) === node)
  const [line] = index < 0 ? [] : waiting.splice(index, 1)
  return line && line[0] !== node ? line.reverse() : line
}
