/** The streets as one profile walks them: compressed sparse rows over typed arrays, seconds as costs. */
import { paces, type WalkProfile } from '@yike/shared/circle/kinds'
import { type Price, priceOf } from './pace'
import type { Streets } from './streets'

export interface Graph {
  readonly streets: Streets
  readonly profile: WalkProfile
  /** Arcs out of corner `c` stand at `rows[c]` up to `rows[c + 1]`. */
  readonly rows: Int32Array
  readonly arcTo: Int32Array
  readonly arcSeconds: Float64Array
  /** By `streets.traitsOf`. */
  readonly prices: readonly Price[]
}

export const graphOf = (streets: Streets, profile: WalkProfile): Graph => {
  const pace = paces[profile]
  const prices = streets.traits.map(traits => priceOf(traits, pace))
  const { from, to, meters, traitsOf } = streets
  const seconds = Float64Array.from(meters, (length, street) => {
    const { perMeter, fixed } = prices[traitsOf[street] as number] as Price
    // A link without length is closed where its metre is: 0 × ∞ is no number.
    return perMeter === Number.POSITIVE_INFINITY ? perMeter : length * perMeter + fixed
  })
  const count = streets.cornerKeys.length
  const rows = new Int32Array(count + 1)
  const walked = (street: number) =>
    seconds[street] !== Number.POSITIVE_INFINITY && from[street] !== to[street]
  for (let street = 0; street < from.length; street++)
    if (walked(street))
      for (const corner of [from[street], to[street]] as [number, number])
        rows[corner + 1] = (rows[corner + 1] as number) + 1
  for (let corner = 0; corner < count; corner++)
    rows[corner + 1] = (rows[corner + 1] as number) + (rows[corner] as number)

  const next = rows.slice(0, count)
  const arcTo = new Int32Array(rows[count] as number)
  const arcSeconds = new Float64Array(arcTo.length)
  const addArc = (start: number, end: number, cost: number) => {
    const at = next[start] as number
    arcTo[at] = end
    arcSeconds[at] = cost
    next[start] = at + 1
  }
  for (let street = 0; street < from.length; street++)
    if (walked(street)) {
      addArc(from[street] as number, to[street] as number, seconds[street] as number)
      addArc(to[street] as number, from[street] as number, seconds[street] as number)
    }
  return { streets, profile, rows, arcTo, arcSeconds, prices }
}

/** Seconds for each metre of a street; Infinity where the profile does not walk there. */
export const perMeterOf = ({ prices, streets }: Graph, street: number): number =>
  (prices[streets.traitsOf[street] as number] as Price).perMeter
