/** What needs no table: preparing a whole city, isochrones, and the ruler against the streets. */
import { walkProfiles } from '@yike/shared/circle/kinds'
import { DETOUR_FACTOR, straightMeters } from '@yike/shared/circle/rules'
import type { WalkNetwork } from '../../../functions/src/circle/import/types'
import { cellOf, cellsAround } from '../../../functions/src/circle/nearby/cell'
import { fittedCell } from '../../../functions/src/circle/nearby/fit'
import type { ListedPlace } from '../../../functions/src/circle/nearby/nearby'
import { openPreparing } from '../../../functions/src/circle/nearby/prepare'
import { endsOf, type Ground, groundOf, openWalks } from '../../../functions/src/circle/network/walks'
import { chanceFrom } from './city'
import { cpuSeconds, hold, p50p99, quantile, say } from './figures'
import { plainDijkstra } from './plain'

/** The band that is measured: a quarter of an hour. */
export const MINUTES = 15

export const doorsOf = ({ nodes }: WalkNetwork, count: number) => {
  const chance = chanceFrom(7)
  const near = () => (chance() - 0.5) * 0.0008
  return Array.from({ length: count }, () => {
    const node = nodes[Math.floor(chance() * nodes.length)]
    return { lng: (node?.lng ?? 0) + near(), lat: (node?.lat ?? 0) + near() }
  })
}

/** Prepares a whole city without writing it: the seconds are those of one core. */
export const prepareWhole = (network: WalkNetwork, places: readonly ListedPlace[]) => {
  const began = cpuSeconds()
  const ground = groundOf(network)
  const cells = [...new Set(network.nodes.flatMap(node => cellsAround(cellOf(node), 1)))].sort()
  const rows = cells
    .map(cell => ({ cell, at: cell.split(',').map(Number) as [number, number] }))
    .sort((one, other) => one.at[1] - other.at[1] || one.at[0] - other.at[0])
  const bytes: number[] = []
  const preparings = walkProfiles.map(profile =>
    openPreparing(openWalks(ground, profile), places, MINUTES * 60),
  )
  for (const { cell } of rows) {
    const nearbys = preparings.flatMap(preparing => preparing.nearbyOf(cell) ?? [])
    if (nearbys.length === 0) continue
    const { packedCards, walks } = fittedCell(nearbys)
    bytes.push(packedCards.length, ...walks.map(({ content }) => content.length))
  }
  return { seconds: cpuSeconds() - began, bytes, ground }
}

export const measureWalks = (ground: ReturnType<typeof groundOf>, network: WalkNetwork): void => {
  const walks = openWalks(ground, 'ordinary')
  for (const minutes of [15, 30, 64]) {
    const [ms, worked, plainMs, reached]: number[][] = [[], [], [], []]
    const doors = doorsOf(network, 1000)
    const walk = (door: (typeof doors)[number]) => {
      const at = walks.doorAt(door)
      if (at) walks.from(at, minutes * 60)
      return at
    }
    for (const door of doors) {
      const before = cpuSeconds()
      const began = performance.now()
      if (!walk(door)) continue
      ms?.push(performance.now() - began)
      worked?.push((cpuSeconds() - before) * 1000)
      reached?.push(walks.search.reached().length)
    }
    for (const door of doors.slice(0, 100)) {
      const at = walk(door)
      if (!at) continue
      const seeds = endsOf(walks.graph, at).map(({ corner, seconds }) => ({
        corner,
        seconds: seconds + at.meters * walks.doorPerMeter,
      }))
      const began = performance.now()
      const found = plainDijkstra(walks.graph, seeds, minutes * 60)
      plainMs?.push(performance.now() - began)
      for (const [corner, seconds] of found)
        if (Math.abs(walks.search.secondsAt(corner) - seconds) > 1e-6) throw new Error('two walks differ')
      if (found.size !== walks.search.reached().length) throw new Error('two walks differ')
    }
    say(
      `isochrone of ${minutes} minutes, ${quantile(reached ?? [], 0.5)} corners reached`,
      `${p50p99(ms ?? [])} ms`,
      `of these worked ${p50p99(worked ?? [])} ms`,
      `plain binary heap ${p50p99(plainMs ?? [])} ms`,
    )
    if (minutes === 15) {
      hold('isochrone of a door, p50', quantile(ms ?? [], 0.5), 0.5, 'ms')
      hold('isochrone of a door, p99 of work', quantile(worked ?? [], 0.99), 5, 'ms')
    }
    if (minutes === 64) hold('isochrone at 5k corners, p99 of work', quantile(worked ?? [], 0.99), 5, 'ms')
  }
}

/** Which places a ruler includes wrongly and which it leaves out, door by door. */
export const compareStraight = (network: WalkNetwork, places: readonly ListedPlace[], ground: Ground) => {
  const walks = openWalks(ground, 'ordinary')
  let [both, wronglyIn, leftOut, doors] = [0, 0, 0, 0]
  for (const door of doorsOf(network, 500)) {
    const at = walks.doorAt(door)
    if (!at) continue
    doors++
    const reach = walks.from(at, MINUTES * 60)
    for (const place of places) {
      const other = walks.doorAt(place.position)
      const isWalked = other !== undefined && reach.secondsTo(other) <= MINUTES * 60
      const isDrawn = straightMeters(door, place.position) * DETOUR_FACTOR <= MINUTES * 60
      if (isWalked && isDrawn) both++
      else if (isDrawn) wronglyIn++
      else if (isWalked) leftOut++
    }
  }
  say(
    `straight line × 1.3 against the streets, ${doors} doors`,
    `right ${both}`,
    `wrongly included ${wronglyIn}`,
    `left out ${leftOut}`,
  )
}
