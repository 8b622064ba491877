import type { Position } from '@yike/shared/identity/schema'
import { seedsOf, type Walks } from '../network/walks'

/** Where places meet the network, door by door; a place that no street comes near has none. */
export interface Doors {
  /** Of each door its place, by the position in their list; in rising order. */
  readonly place: Int32Array
  readonly street: Int32Array
  readonly along: Float64Array
  readonly meters: Float64Array
}

export const doorsOf = (walks: Walks, places: readonly { readonly position: Position }[]): Doors => {
  const all = places.flatMap(({ position }, place) =>
    walks.entrancesAt(position).map(door => ({ ...door, place })),
  )
  return {
    place: Int32Array.from(all, ({ place }) => place),
    street: Int32Array.from(all, ({ street }) => street),
    along: Float64Array.from(all, ({ along }) => along),
    meters: Float64Array.from(all, ({ meters }) => meters),
  }
}

/** Positions in the list of places, with the whole seconds to each. */
export interface Found {
  readonly places: Int32Array
  readonly seconds: Uint16Array
}

/** Walks from a corner to all places within a limit; seconds are those to the place itself. */
export const placesFrom = (
  walks: Walks,
  places: number,
  { place, street, along, meters }: Doors,
  limitSeconds: number,
): ((corner: number) => Found) => {
  const { graph, search } = walks
  // Every door twice: at the corner where its street begins, and where it ends.
  const corners = new Int32Array(street.length * 2)
  const extra = new Float64Array(corners.length)
  for (const [nth, one] of street.entries()) {
    const door = { street: one, along: along[nth] as number, meters: meters[nth] as number }
    for (const [end, { corner, seconds }] of seedsOf(walks, [door]).entries()) {
      corners[nth * 2 + end] = corner
      extra[nth * 2 + end] = seconds
    }
  }
  const { rows, list } = rowsBy(graph.rows.length - 1, corners)
  const best = new Float64Array(places)
  const found = new Int32Array(places)
  return corner => {
    search.run([{ corner, seconds: 0 }], limitSeconds)
    let count = 0
    for (const reached of search.reached()) {
      const so = search.secondsAt(reached)
      for (let at = rows[reached] as number; at < (rows[reached + 1] as number); at++) {
        const end = list[at] as number
        const seconds = so + (extra[end] as number)
        if (seconds > limitSeconds) continue
        const index = place[end >> 1] as number
        const known = best[index] as number
        if (known === 0) found[count++] = index
        // One more than the seconds, so that nothing found is 0.
        if (known === 0 || seconds + 1 < known) best[index] = seconds + 1
      }
    }
    const near = found.slice(0, count)
    const seconds = new Uint16Array(count)
    for (let nth = 0; nth < count; nth++) {
      const index = near[nth] as number
      seconds[nth] = Math.round((best[index] as number) - 1)
      best[index] = 0
    }
    return { places: near, seconds }
  }
}

/** Positions in a list by their owner, in compressed rows: those of owner `o` stand at `rows[o]` up to `rows[o + 1]`. */
export const rowsBy = (owners: number, ownerOf: Int32Array): { rows: Int32Array; list: Int32Array } => {
  const rows = new Int32Array(owners + 1)
  for (const owner of ownerOf) rows[owner + 1] = (rows[owner + 1] as number) + 1
  for (let owner = 0; owner < owners; owner++)
    rows[owner + 1] = (rows[owner + 1] as number) + (rows[owner] as number)
  const next = rows.slice(0, owners)
  const list = new Int32Array(rows[owners] as number)
  for (const [at, owner] of ownerOf.entries()) {
    list[next[owner] as number] = at
    next[owner] = (next[owner] as number) + 1
  }
  return { rows, list }
}
