/**
 * Dijkstra over a graph, bounded by a largest cost. Who waits stands in buckets of one second, on a ring as long as the
 * longest street: the next one is found without sifting, in half of a heap's time. Costs stay exact: a corner that was
 * looked at too early in its second is looked at again. The next run puts back only what this one has touched.
 */
import type { Graph } from './graph'

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
  /** Infinity wherever the last run did not come. */
  const seconds = new Float64Array(count).fill(Number.POSITIVE_INFINITY)
  const isListed = new Uint8Array(count)
  const list = new Int32Array(count)
  let listed = 0
  const longest = arcSeconds.reduce((most, one) => Math.max(most, one), 0)
  /** By second: the entry that came last into its bucket; 0 is nobody. All are 0 between two runs. */
  let ring = new Int32Array(1024)
  /** Each entry is a corner that waits, with the entry below it in its bucket. */
  let entries = new Int32Array(1024)
  let below = new Int32Array(1024)

  const grow = (size: number): void => {
    const [wider, deeper] = [new Int32Array(size * 2), new Int32Array(size * 2)]
    wider.set(entries)
    deeper.set(below)
    entries = wider
    below = deeper
  }

  return {
    run(seeds, limitSeconds) {
      for (let nth = 0; nth < listed; nth++) {
        const corner = list[nth] as number
        seconds[corner] = Number.POSITIVE_INFINITY
        isListed[corner] = 0
      }
      // No two of those who wait are further apart than this.
      const span = seeds.reduce((most, seed) => Math.max(most, seed.seconds), longest)
      const length = 2 ** Math.ceil(Math.log2(Math.min(span, limitSeconds) + 2))
      if (length > ring.length) ring = new Int32Array(length)
      const heads = ring
      const mask = heads.length - 1
      let reached = 0
      let size = 0
      let waiting = 0
      for (const { corner, seconds: cost } of seeds) {
        if (cost > limitSeconds || cost >= (seconds[corner] as number)) continue
        if (size + 1 === entries.length) grow(entries.length)
        seconds[corner] = cost
        entries[++size] = corner
        below[size] = heads[cost & mask] as number
        heads[cost & mask] = size
        waiting++
      }
      for (let second = 0; waiting > 0; second++) {
        const bucket = second & mask
        for (let entry = heads[bucket] as number; entry !== 0; entry = heads[bucket] as number) {
          heads[bucket] = below[entry] as number
          waiting--
          const corner = entries[entry] as number
          const so = seconds[corner] as number
          // It was reached in an earlier second, and looked at then.
          if (so < second) continue
          if (isListed[corner] === 0) {
            isListed[corner] = 1
            list[reached++] = corner
          }
          const end = rows[corner + 1] as number
          for (let arc = rows[corner] as number; arc < end; arc++) {
            const to = arcTo[arc] as number
            const cost = so + (arcSeconds[arc] as number)
            if (cost > limitSeconds || cost >= (seconds[to] as number)) continue
            if (size + 1 === entries.length) grow(entries.length)
            seconds[to] = cost
            entries[++size] = to
            below[size] = heads[cost & mask] as number
            heads[cost & mask] = size
            waiting++
          }
        }
      }
      listed = reached
    },
    secondsAt: corner => seconds[corner] as number,
    reached: () => list.subarray(0, listed),
  }
}
