/**
 * Dijkstra over a graph, bounded by a largest cost. Who waits stands in buckets of four seconds, on a ring as long as the
 * longest street: the next one is found without sifting, in half of a heap's time. Costs stay exact: a corner that was
 * looked at too early in its bucket is looked at again. The next run puts back only what this one has touched.
 */
import type { Graph } from './graph'

/** Few streets are walked faster, so hardly anybody is looked at twice; wider ones would save no time. */
const BUCKET_SECONDS = 4

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

/** Every way on has its end and its cost; a walk begins with one to each seed, which costs nothing more. */
type Ways = Pick<Graph, 'arcTo' | 'arcSeconds'>

export const openSearch = (graph: Graph): Search => {
  const { rows, arcSeconds } = graph
  const count = rows.length - 1
  /** Infinity wherever the last run did not come. */
  const seconds = new Float64Array(count).fill(Number.POSITIVE_INFINITY)
  /** Corners in the order in which the last run came upon them. */
  const list = new Int32Array(count)
  let listed = 0
  const longest = arcSeconds.reduce((most, one) => Math.max(most, one), 0)
  /** By bucket: the entry that came last into its bucket; 0 is nobody. All are 0 between two runs. */
  let ring = new Int32Array(1024)
  /** Each entry is a corner that waits, with the entry below it in its bucket; entry 0 is nobody. */
  let entries = new Int32Array(1024)
  let below = new Int32Array(1024)
  let size = 0

  const makeRoom = (more: number): void => {
    if (size + more < entries.length) return
    const [wider, deeper] = [entries, below].map(() => new Int32Array((entries.length + more) * 2))
    wider?.set(entries)
    deeper?.set(below)
    entries = wider as Int32Array<ArrayBuffer>
    below = deeper as Int32Array<ArrayBuffer>
  }

  /** Goes on from somewhere by some ways: whoever is reached sooner than before waits in its bucket. */
  const goOn = (
    { arcTo, arcSeconds }: Ways,
    first: number,
    end: number,
    so: number,
    limitSeconds: number,
  ): void => {
    makeRoom(end - first)
    const mask = ring.length - 1
    let top = size
    for (let arc = first; arc < end; arc++) {
      const cost = so + (arcSeconds[arc] as number)
      if (cost > limitSeconds) continue
      const to = arcTo[arc] as number
      const before = seconds[to] as number
      if (cost >= before) continue
      if (before === Number.POSITIVE_INFINITY) list[listed++] = to
      seconds[to] = cost
      entries[++top] = to
      const bucket = (cost / BUCKET_SECONDS) & mask
      below[top] = ring[bucket] as number
      ring[bucket] = top
    }
    size = top
  }

  return {
    run(seeds, limitSeconds) {
      for (let nth = 0; nth < listed; nth++) seconds[list[nth] as number] = Number.POSITIVE_INFINITY
      listed = 0
      size = 0
      // No two of those who wait are further apart than this.
      const span = seeds.reduce((most, seed) => Math.max(most, seed.seconds), longest)
      const length = 2 ** Math.ceil(Math.log2(Math.min(span, limitSeconds) / BUCKET_SECONDS + 2))
      if (length > ring.length) ring = new Int32Array(length)
      const mask = ring.length - 1
      const start: Ways = {
        arcTo: Int32Array.from(seeds, seed => seed.corner),
        arcSeconds: new Float32Array(seeds.length),
      }
      for (const [nth, seed] of seeds.entries()) goOn(start, nth, nth + 1, seed.seconds, limitSeconds)
      let looked = 0
      for (let turn = 0; looked < size; turn++) {
        const bucket = turn & mask
        for (let entry = ring[bucket] as number; entry !== 0; entry = ring[bucket] as number) {
          ring[bucket] = below[entry] as number
          looked++
          const corner = entries[entry] as number
          const so = seconds[corner] as number
          // It was reached in an earlier bucket, and looked at then.
          if (so < turn * BUCKET_SECONDS) continue
          goOn(graph, rows[corner] as number, rows[corner + 1] as number, so, limitSeconds)
        }
      }
    },
    secondsAt: corner => seconds[corner] as number,
    reached: () => list.subarray(0, listed),
  }
}
