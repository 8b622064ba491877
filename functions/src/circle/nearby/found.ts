import type { Door } from '../network/snap'
import { endsOf, type Walks } from '../network/walks'
import type { ListedPlace } from './nearby'

/** A place with its door on the network. */
export interface Standing<P = ListedPlace> {
  readonly place: P
  readonly door: Door
  readonly outSeconds: number
}

/** Positions in the list of places, with the whole seconds to each. */
export interface Found {
  readonly places: Int32Array
  readonly seconds: Uint16Array
}

/** Walks from a corner to all places within a limit; seconds are those to the place itself. */
export const placesFrom = (
  { graph, search }: Walks,
  standing: readonly Omit<Standing, 'place'>[],
  limitSeconds: number,
): ((corner: number) => Found) => {
  const { rows, list, extra } = byCorner(graph.rows.length - 1, standing, ({ door, outSeconds }) =>
    endsOf(graph, door).map(({ corner, seconds }) => ({ corner, seconds: seconds + outSeconds })),
  )
  const best = new Float64Array(standing.length)
  return corner => {
    search.run([{ corner, seconds: 0 }], limitSeconds)
    const found: number[] = []
    for (const reached of search.reached()) {
      const so = search.secondsAt(reached)
      for (let at = rows[reached] as number; at < (rows[reached + 1] as number); at++) {
        const index = list[at] as number
        const seconds = so + (extra[at] as number)
        if (seconds > limitSeconds) continue
        const known = best[index] as number
        if (known === 0) found.push(index)
        // One more than the seconds, so that nothing found is 0.
        if (known === 0 || seconds + 1 < known) best[index] = seconds + 1
      }
    }
    const places = Int32Array.from(found)
    const seconds = Uint16Array.from(found, index => Math.round((best[index] as number) - 1))
    for (const index of found) best[index] = 0
    return { places, seconds }
  }
}

/** Which places stand at the streets of each corner, in rows. */
const byCorner = (
  count: number,
  standing: readonly Omit<Standing, 'place'>[],
  ends: (one: Omit<Standing, 'place'>) => { readonly corner: number; readonly seconds: number }[],
) => {
  const all = standing.flatMap((one, index) => ends(one).map(end => ({ ...end, index })))
  const rows = new Int32Array(count + 1)
  for (const { corner } of all) rows[corner + 1] = (rows[corner + 1] as number) + 1
  for (let corner = 0; corner < count; corner++)
    rows[corner + 1] = (rows[corner + 1] as number) + (rows[corner] as number)
  const next = rows.slice(0, count)
  const list = new Int32Array(all.length)
  const extra = new Float64Array(all.length)
  for (const { corner, seconds, index } of all) {
    const at = next[corner] as number
    list[at] = index
    extra[at] = seconds
    next[corner] = at + 1
  }
  return { rows, list, extra }
}
