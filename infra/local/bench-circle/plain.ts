/** Dijkstra as textbooks have it, to measure ours beside it: a binary heap of pairs, and arrays made for each walk. */
import type { Graph } from '../../../functions/src/circle/network/graph'
import type { Seed } from '../../../functions/src/circle/network/search'

/** Seconds to every corner within the limit. */
export const plainDijkstra = (
  { rows, arcTo, arcSeconds }: Graph,
  seeds: readonly Seed[],
  limitSeconds: number,
): Map<number, number> => {
  const best = new Map<number, number>()
  const heap: Seed[] = []
  const push = (one: Seed) => {
    let at = heap.push(one) - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      if ((heap[parent] as Seed).seconds <= one.seconds) break
      heap[at] = heap[parent] as Seed
      at = parent
    }
    heap[at] = one
  }
  const pop = (): Seed | undefined => {
    const top = heap[0]
    const last = heap.pop()
    if (!last || heap.length === 0) return top
    let at = 0
    for (let child = 1; child < heap.length; child = at * 2 + 1) {
      const right = heap[child + 1]
      if (right && right.seconds < (heap[child] as Seed).seconds) child++
      if ((heap[child] as Seed).seconds >= last.seconds) break
      heap[at] = heap[child] as Seed
      at = child
    }
    heap[at] = last
    return top
  }
  for (const seed of seeds) if (seed.seconds <= limitSeconds) push(seed)
  for (let one = pop(); one; one = pop()) {
    if (best.has(one.corner)) continue
    best.set(one.corner, one.seconds)
    for (let arc = rows[one.corner] as number; arc < (rows[one.corner + 1] as number); arc++) {
      const corner = arcTo[arc] as number
      const seconds = one.seconds + (arcSeconds[arc] as number)
      if (seconds <= limitSeconds && !best.has(corner)) push({ corner, seconds })
    }
  }
  return best
}
