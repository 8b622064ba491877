/** The areas of service rooms against what the standards ask. */
import { normsOf } from '@yike/shared/circle/kinds'
import { isFacility } from '@yike/shared/circle/rules'
import type { Coverage } from '@yike/shared/circle/schema/coverage'
import type { Region } from '../../identity/handlers'
import type { Place } from '../store'
import { sum } from './parts'

/** Persons in a household: 2.62 in the census of 2020 (第七次全国人口普查公报 第二号). */
const PERSONS_PER_HOUSEHOLD = 2.62

/** A centre that several communities share counts for each by its part, and for their street by all of theirs. */
export const areasOf = (
  places: readonly Place[],
  { code }: Region,
  households: number,
): Coverage['norms'] => {
  const area = sum(
    places
      .filter(({ kind }) => isFacility(kind))
      .map(({ areaSquareMeters = 0, community, sharedWith = [] }) => {
        const serves = [community, ...sharedWith]
        return (areaSquareMeters * serves.filter(one => one?.startsWith(code)).length) / serves.length
      }),
  )
  if (area === 0 || households === 0) return []
  const targets = normsOf(code)
  const round = (value: number) => Math.round(value * 10) / 10
  return [
    {
      norm: 'per100Households',
      squareMeters: round((area / households) * 100),
      target: targets.per100Households,
    },
    {
      norm: 'per1000People',
      squareMeters: round((area / (households * PERSONS_PER_HOUSEHOLD)) * 1000),
      target: targets.per1000People,
    },
    { norm: 'total', squareMeters: round(area), target: targets.total },
  ]
}
