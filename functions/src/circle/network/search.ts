/**
 * Dijkstra over a graph, bounded by a largest cost. What is reached is marked with the number of the search, so that
 * the next one need not clear arrays of a whole city; the heap is 4-ary, for its nodes lie closer together in memory.
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
  /** Corners within the limit, nearest first; holds until the next run. */
  reached(): Int32Array
}

export const openSearch = ({ rows, arcTo, arcSeconds }: Graph): Search => {
  const count = rows.length - 1
  const seconds = new Float64Array(count)
  /** The run that wrote a corner's seconds; twice that, and one more when they are final. */
  const marks = new Uint32Array(count)
  const order = new Int32Array(count)
  let settled = 0
  let run = 0
  const heap = new Heap()

  const offer = (corner: number, cost: number, mark: number): void => {
    const known = marks[corner] as number
    if (known >= mark && cost >= (seconds[corner] as number)) return
    seconds[corner] = cost
    marks[corner] = mark
    heap.push(cost, corner)
  }

  return {
    run(seeds, limitSeconds) {
      // Marks are 32 bits wide: after two thousand million runs they begin anew.
      run = run >= 0x7fff_fffe ? 1 : run + 1
      if (run === 1) marks.fill(0)
      const mark = run * 2
      settled = 0
      heap.clear()
      for (const { corner, seconds: cost } of seeds) if (cost <= limitSeconds) offer(corner, cost, mark)
      for (;;) {
        const corner = heap.pop()
        if (corner < 0) return
        if (marks[corner] !== mark) continue
        marks[corner] = mark + 1
        order[settled++] = corner
        const from = seconds[corner] as number
        const end = rows[corner + 1] as number
        for (let arc = rows[corner] as number; arc < end; arc++) {
          const to = arcTo[arc] as number
          const cost = from + (arcSeconds[arc] as number)
          if (cost <= limitSeconds && marks[to] !== mark + 1) offer(to, cost, mark)
        }
      }
    },
    secondsAt: corner =>
      marks[corner] === run * 2 + 1 ? (seconds[corner] as number) : Number.POSITIVE_INFINITY,
    reached: () => order.subarray(0, settled),
  }
}

class Heap {
  private keys = new Float64Array(1024)
  private values = new Int32Array(1024)
  private size = 0

  clear(): void {
    this.size = 0
  }

  push(key: number, value: number): void {
    if (this.size === this.keys.length) this.grow()
    const { keys, values } = this
    let at = this.size++
    while (at > 0) {
      const parent = (at - 1) >> 2
      const parentKey = keys[parent] as number
      if (parentKey <= key) break
      keys[at] = parentKey
      values[at] = values[parent] as number
      at = parent
    }
    keys[at] = key
    values[at] = value
  }

  /** The value of the smallest key; -1 when empty. */
  pop(): number {
    if (this.size === 0) return -1
    const { keys, values } = this
    const top = values[0] as number
    const size = --this.size
    const key = keys[size] as number
    const value = values[size] as number
    let at = 0
    for (;;) {
      const first = at * 4 + 1
      if (first >= size) break
      const end = Math.min(first + 4, size)
      let least = first
      let leastKey = keys[first] as number
      for (let child = first + 1; child < end; child++) {
        const childKey = keys[child] as number
        if (childKey < leastKey) {
          least = child
          leastKey = childKey
        }
      }
      if (leastKey >= key) break
      keys[at] = leastKey
      values[at] = values[least] as number
      at = least
    }
    keys[at] = key
    values[at] = value
    return top
  }

  private grow(): void {
    const { keys, values } = this
    this.keys = new Float64Array(keys.length * 2)
    this.values = new Int32Array(values.length * 2)
    this.keys.set(keys)
    this.values.set(values)
  }
}
