import type { Position } from '@yike/shared/identity/schema'
import { DEGREES_TO_E7 } from './elements'

/**
 * Positions of all nodes of a file by id. A city has millions of them, so they live in typed arrays
 * (16 bytes each) instead of objects; files are sorted by id as a rule, so that sorting is rarely needed.
 */
export class Positions {
  private ids = new Float64Array(1024)
  private lng7 = new Int32Array(1024)
  private lat7 = new Int32Array(1024)
  private isSorted = true
  private count = 0

  add(id: number, lng7: number, lat7: number): void {
    if (this.count === this.ids.length) this.resize(this.count * 2)
    if (this.count > 0 && id <= (this.ids[this.count - 1] ?? 0)) this.isSorted = false
    this.ids[this.count] = id
    this.lng7[this.count] = lng7
    this.lat7[this.count] = lat7
    this.count += 1
  }

  /** Degrees of a node; undefined where the extract was cut before it. */
  find(id: number): Position | undefined {
    if (!this.isSorted) this.sort()
    let low = 0
    let high = this.count - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const found = this.ids[middle] ?? 0
      if (found === id)
        return {
          lng: (this.lng7[middle] ?? 0) / DEGREES_TO_E7,
          lat: (this.lat7[middle] ?? 0) / DEGREES_TO_E7,
        }
      if (found < id) low = middle + 1
      else high = middle - 1
    }
    return undefined
  }

  private resize(size: number): void {
    const { ids, lng7, lat7 } = this
    this.ids = new Float64Array(size)
    this.lng7 = new Int32Array(size)
    this.lat7 = new Int32Array(size)
    this.ids.set(ids)
    this.lng7.set(lng7)
    this.lat7.set(lat7)
  }

  private sort(): void {
    const order = Uint32Array.from({ length: this.count }, (_, i) => i)
    order.sort((one, other) => (this.ids[one] ?? 0) - (this.ids[other] ?? 0))
    this.ids = Float64Array.from(order, i => this.ids[i] ?? 0)
    this.lng7 = Int32Array.from(order, i => this.lng7[i] ?? 0)
    this.lat7 = Int32Array.from(order, i => this.lat7[i] ?? 0)
    this.isSorted = true
  }
}
