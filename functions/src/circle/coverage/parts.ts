/** The coverage of a region, part by part. */
import { straightMeters } from '@yike/shared/circle/rules'
import { placeKinds } from '@yike/shared/circle/schema'
import { BEYOND, type PartCoverage } from '@yike/shared/circle/schema/coverage'
import type { Position, RegionCode } from '@yike/shared/identity/schema'
import type { Region } from '../../identity/handlers'

/** The grid whose middle is nearest: nobody publishes their outlines. */
export const nearestGrid = (grids: readonly Region[], home: Position): RegionCode | undefined => {
  let best: RegionCode | undefined
  let least = Number.POSITIVE_INFINITY
  for (const { code, center } of grids) {
    const meters = center ? straightMeters(center, home) : Number.POSITIVE_INFINITY
    if (meters < least) [best, least] = [code, meters]
  }
  return best
}

/** The parts in which somebody lives, with their shares; `minutes`: by kind, then by dwelling. */
export const partsOf = (
  parts: readonly Region[],
  partOf: readonly (RegionCode | undefined)[],
  weights: readonly number[],
  minutes: readonly (readonly number[])[],
  bands: readonly number[],
): PartCoverage[] =>
  parts
    .toSorted((one, other) => (one.code < other.code ? -1 : 1))
    .flatMap(({ code, name }) => {
      const here = [...partOf.keys()].filter(home => partOf[home] === code)
      const weigh = (some: readonly number[]) => sum(some.map(home => weights[home] ?? 0))
      const households = weigh(here)
      if (here.length === 0) return []
      return {
        region: code,
        name,
        dwellings: here.length,
        households,
        kinds: placeKinds.map((kind, nth) => ({
          kind,
          within: bands.map(band => {
            const reached = weigh(here.filter(home => (minutes[nth]?.[home] ?? BEYOND) <= band))
            return { minutes: band, share: shareOf(reached, households), leftOut: households - reached }
          }),
        })),
      }
    })

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
/** To a tenth of a per cent. */
export const shareOf = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part / whole) * 1000) / 1000
