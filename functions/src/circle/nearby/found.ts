import type { Position } from '@yike/shared/identity/schema'
import { endsOf, type Walks } from '../network/walks'

/** Where places meet the network, by their position in a list; `street` is -1 where none comes near. */
export interface Doors {
  readonly street: Int32Array
  readonly along: Float64Array
  readonly meters: Float64Array
}

export const doorsOf = (walks: Walks, places: readonly { readonly position: Position }[]): Doors => {
  const street = new Int32Array(places.length).fill(-1)
  const [along, meters] = [new Float64Array(places.length), new Float64Array(places.length)]
  for (const [index, { position }] of places.entries()) {
    const door = walks.entranceAt(position)
    if (!door) continue
    street[index] = door.street
    along[index] = door.along
    meters[index] = door.meters
  }
  return { street, along, meters }
}

/** Positions in the list of places, with the whole seconds to each. */
export interface Found {
  readonly places: Int32Array
  readonly seconds: Uint16Array
}

/** Walks from a corner to all places within a limit; seconds are those to the place itself. */
export const placesFrom = (
  { graph, search, doorPerMeter }: Walks,
  { street, along, meters }: Doors,
  limitSeconds: number,
): ((corner: number) => Found) => {
  // Every door twice: at the corner where its street begins, and where it ends.
  const corners = new Int32Array(street.length * 2).fill(-1)
  const extra = new Float64Array(corners.length)
  for (const [index, one] of street.entries()) {
    if (one < 0) continue
    const door = { street: one, along: along[index] as number, meters: meters[index] as number }
    for (const [end, { corner, seconds }] of endsOf(graph, door).entries()) {
      corners[index * 2 + end] = corner
      extra[index * 2 + end] = seconds + door.meters * doorPerMeter
    }
  }
  const { rows, list } = rowsBy(graph.rows.length - 1, corners)
  const best = new Float64Array(street.length)
  const found = new Int32Array(street.length)
  return corner => {
    search.run([{ corner, seconds: 0 }], limitSeconds)
    let count = 0
    for (const reached of search.reached()) {
      const so = search.secondsAt(reached)
      for (let at = rows[reached] as number; at < (rows[reached + 1] as number); at++) {
        const end = list[at] as number
        const seconds = so + (extra[end] as number)
        if (seconds > limitSeconds) continue
        const index = end >> 1
        const known = best[index] as number
        if (known === 0) found[count++] = index
        // One more than the seconds, so that nothing found is 0.
        if (known === 0 || seconds + 1 < known) best[index] = seconds + 1
      }
    }
    const places = found.slice(0, count)
    const seconds = new Uint16Array(count)
    for (let nth = 0; nth < count; nth++) {
      const index = places[nth] as number
      seconds[nth] = Math.round((best[index] as number) - 1)
      best[index] = 0
    }
    return { places, seconds }
  }
}

/** Positions in a list by their owner, in compressed rows: those of owner `o` stand at `rows[o]` up to `rows[o + 1]`. -1 owns nothing. */
export const rowsBy = (owners: number, ownerOf: Int32Array): { rows: Int32Array; list: Int32Array } => {
  const rows = new Int32Array(owners + 1)
  for (const owner of ownerOf) if (owner >= 0) rows[owner + 1] = (rows[owner + 1] as number) + 1
  for (let owner = 0; owner < owners; owner++)
    rows[owner + 1] = (rows[owner + 1] as number) + (rows[owner] as number)
  const next = rows.slice(0, owners)
  const list = new Int32Array(rows[owners] as number)
  for (const [at, owner] of ownerOf.entries()) {
    if (owner < 0) continue
    list[next[owner] as number] = at
    next[owner] = (next[owner] as number) + 1
  }
  return { rows, list }
}
