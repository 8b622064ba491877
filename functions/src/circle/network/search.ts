/**
 * Dijkstra over a graph, bounded by a largest cost. Who waits stands in buckets of four seconds, on a ring as long as the
 * longest street: the next one is found without sifting, in half of a heap's time. A corner that was looked at too early
 * in its bucket is looked at again. The next run puts back only what this one has touched.
 *
 * Costs are whole ticks, 32,768 to a second: sums of them are the same in any order, and a corner takes half the room in
 * the processor's cache. A walk of a hundred streets is told to two thousandths of a second.
 */
import type { Graph } from './graph'

const TICKS = 2 ** 15
/** No walk reached it; half of it is nine hours, and no walk goes on for longer. */
const NEVER = 2 ** 31 - 1
const LONGEST = 2 ** 30
/** Four seconds: few streets are walked faster, so hardly anybody is looked at twice; wider ones would save no time. */
const BUCKET_BITS = 17

const ticksOf = (seconds: number): number => Math.min(LONGEST, Math.round(seconds * TICKS))

export interface Seed {
  readonly corner: number
  readonly seconds: number
}

export interface Search {
  /** Runs from all seeds at once; what an earlier run found is forgotten. */
  run(seeds: readonly Seed[], limitSeconds: number): void
  /** Seconds to a corner; Infinity beyond the limit. */
  secondsAt(corner: number): number
  /** Corners within the limit, each once; holds until the next run. */
  reached(): Int32Array
}

export const openSearch = ({ rows, arcTo, arcSeconds }: Graph): Search => {
  const count = rows.length - 1
  /** Ticks to each corner; NEVER wherever the last run did not come. */
  const ticks = new Int32Array(count).fill(NEVER)
  /** Corners in the order in which the last run came upon them. */
  const list = new Int32Array(count)
  let listed = 0
  /** Of each arc its end and its ticks, side by side. */
  const arcs = new Int32Array(arcTo.length * 2)
  let longest = 0
  for (const [arc, to] of arcTo.entries()) {
    const cost = ticksOf(arcSeconds[arc] as number)
    arcs[arc * 2] = to
    arcs[arc * 2 + 1] = cost
    longest = Math.max(longest, cost)
  }
  /** By bucket: the entry that came last into it; 0 is nobody. All are 0 between two runs. */
  let ring = new Int32Array(256)
  /** Each entry is a corner that waits, with the entry below it in its bucket; entry 0 is nobody. */
  let entries = new Int32Array(1024)
  let below = new Int32Array(1024)

  /** How many corners it came upon. All in variables of its own, which the compiler then keeps in registers. */
  const walk = (seeds: Int32Array, limit: number): number => {
    const [best, reached, heads, starts] = [ticks, list, ring, rows]
    const mask = heads.length - 1
    let [waiting, under] = [entries, below]
    let [found, size, looked, turn] = [0, 0, 0, 0]
    // A walk begins with the ways to its seeds.
    let ways: Int32Array = seeds
    let [at, end, so] = [0, seeds.length, 0]
    for (;;) {
      if (size + end - at >= waiting.length) {
        ;[waiting, under] = [wider(waiting, end - at), wider(under, end - at)]
        ;[entries, below] = [waiting, under]
      }
      for (; at < end; at += 2) {
        const cost = so + (ways[at + 1] as number)
        const corner = ways[at] as number
        const before = best[corner] as number
        if (cost >= before || cost > limit) continue
        if (before === NEVER) reached[found++] = corner
        best[corner] = cost
        const bucket = (cost >> BUCKET_BITS) & mask
        waiting[++size] = corner
        under[size] = heads[bucket] as number
        heads[bucket] = size
      }
      if (looked === size) return found
      ways = arcs
      while (heads[turn & mask] === 0) turn++
      const entry = heads[turn & mask] as number
      heads[turn & mask] = under[entry] as number
      looked++
      const corner = waiting[entry] as number
      so = best[corner] as number
      // It was reached in an earlier bucket, and looked at then.
      if (so >> BUCKET_BITS < turn) continue
      at = (starts[corner] as number) * 2
      end = (starts[corner + 1] as number) * 2
    }
  }

  return {
    run(seeds, limitSeconds) {
      for (let nth = 0; nth < listed; nth++) ticks[list[nth] as number] = NEVER
      const limit = Math.min(LONGEST, Math.floor(limitSeconds * TICKS))
      const from = Int32Array.from(seeds.flatMap(({ corner, seconds }) => [corner, ticksOf(seconds)]))
      // No two of those who wait are further apart than this.
      const span = seeds.reduce((most, { seconds }) => Math.max(most, ticksOf(seconds)), longest)
      const length = 2 ** Math.ceil(Math.log2((Math.min(span, limit) >> BUCKET_BITS) + 2))
      if (length > ring.length) ring = new Int32Array(length)
      listed = walk(from, limit)
    },
    secondsAt(corner) {
      const found = ticks[corner] as number
      return found === NEVER ? Number.POSITIVE_INFINITY : found / TICKS
    },
    reached: () => list.subarray(0, listed),
  }
}

const wider = (list: Int32Array<ArrayBuffer>, more: number): Int32Array<ArrayBuffer> => {
  const all = new Int32Array((list.length + more) * 2)
  all.set(list)
  return all
}
