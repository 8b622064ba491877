/** Where places stand on a map as something to press: each as large as a finger, none over another. */

export interface Spot<T> {
  /** From the left and from the top, px. */
  readonly x: number
  readonly y: number
  readonly of: T
}

export interface Pin<T> {
  readonly x: number
  readonly y: number
  /** One place, or those that would have lain over each other. */
  readonly of: readonly T[]
}

/** The room that there is. */
export interface Room {
  /** Side of a pin, px. */
  readonly cell: number
  /** Side of the square that all of them stay within; left out where the map goes on. */
  readonly side?: number
  /** What they leave free: a point, and how far around it. */
  readonly free?: { readonly x: number; readonly y: number; readonly around: number }
}

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))

/** Inside the square, and beside what is left free. */
function settle<T>(pin: Pin<T>, { cell, side, free }: Room): Pin<T> {
  let { x, y } = pin
  if (free) {
    const [east, south] = [x - free.x, y - free.y]
    const apart = Math.max(Math.abs(east), Math.abs(south))
    const wanted = cell / 2 + free.around
    if (apart < wanted) {
      x = free.x + (apart > 0 ? (east / apart) * wanted : 0)
      y = free.y + (apart > 0 ? (south / apart) * wanted : -wanted)
    }
  }
  if (side === undefined) return { ...pin, x, y }
  const [least, most] = [cell / 2, side - cell / 2]
  return { ...pin, x: within(x, least, most), y: within(y, least, most) }
}

/** How far apart two pins are: squares, so the longer of both ways counts. */
const between = (one: Pin<unknown>, other: Pin<unknown>): number =>
  Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y))

function join<T>(one: Pin<T>, other: Pin<T>): Pin<T> {
  const [here, there] = [one.of.length, other.of.length]
  const mean = (a: number, b: number) => (a * here + b * there) / (here + there)
  return { x: mean(one.x, other.x), y: mean(one.y, other.y), of: [...one.of, ...other.of] }
}

/** Two that are nearer to each other than a pin is wide, the nearest of all. */
function nearestPair(pins: readonly Pin<unknown>[], cell: number): [number, number] | undefined {
  let found: [number, number] | undefined
  let least = cell
  for (const [at, one] of pins.entries())
    for (let next = at + 1; next < pins.length; next += 1) {
      const other = pins[next]
      const apart = other ? between(one, other) : cell
      if (apart < least) {
        least = apart
        found = [at, next]
      }
    }
  return found
}

/**
 * A pin for each place, and one for those that would lie over each other: the nearest two become one until none does.
 * Clusters by a grid or a radius, as libraries make them, may still overlap where two meet.
 */
export function pinsOf<T>(spots: readonly Spot<T>[], room: Room): Pin<T>[] {
  const pins: Pin<T>[] = spots.map(({ x, y, of }) => settle({ x, y, of: [of] }, room))
  for (let pair = nearestPair(pins, room.cell); pair; pair = nearestPair(pins, room.cell)) {
    const [at, next] = pair
    const [other] = pins.splice(next, 1)
    const one = pins[at]
    if (one && other) pins[at] = settle(join(one, other), room)
  }
  return pins
}
