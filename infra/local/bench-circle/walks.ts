/** What needs no table: preparing a whole city, isochrones, and the ruler against the streets. */
import { walkProfiles } from '@yike/shared/circle/kinds'
import { DETOUR_FACTOR, straightMeters } from '@yike/shared/circle/rules'
import type { WalkNetwork } from '../../../functions/src/circle/import/types'
import { cellOf, cellsAround } from '../../../functions/src/circle/nearby/cell'
import { fittedCell } from '../../../functions/src/circle/nearby/fit'
import type { ListedPlace } from '../../../functions/src/circle/nearby/nearby'
import { openPreparing } from '../../../functions/src/circle/nearby/prepare'
import {
  type Ground,
  groundOf,
  openWalks,
  seedsOf,
  type Walks,
} from '../../../functions/src/circle/network/walks'
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
  const doors = doorsOf(network, 1000)
  const many = minutesToReach(walks, network)
  for (const minutes of [15, 30, ...(many ? [many] : [])]) {
    const { reached, ms, worked, quietest } = walkFrom(walks, doors, minutes)
    say(
      `isochrone of ${minutes} minutes, ${quantile(reached, 0.5)} corners reached`,
      `${p50p99(ms)} ms`,
      `of these worked ${p50p99(worked)} ms`,
      `plain binary heap ${p50p99(plainly(walks, doors.slice(0, 100), minutes))} ms`,
    )
    if (minutes !== 15 && minutes !== many) continue
    const from = minutes === 15 ? 'isochrone of a door' : 'isochrone at 5k corners'
    hold(`${from}, p50`, quantile(quietest, 0.5), 0.5, 'ms')
    hold(`${from}, p99`, quantile(quietest, 0.99), 5, 'ms')
    hold(`${from}, p99 of work`, quantile(worked, 0.99), 5, 'ms')
  }
}

/** Others work on a shared machine: the quietest of several rounds is what a walk costs. */
const ROUNDS = 5

const walkFrom = (walks: Walks, doors: ReturnType<typeof doorsOf>, minutes: number) => {
  const reached: number[] = []
  const worked: number[] = []
  const rounds = Array.from({ length: ROUNDS }, () => {
    const ms: number[] = []
    for (const door of doors) {
      const before = cpuSeconds()
      const began = performance.now()
      const at = walks.doorsAt(door)
      if (at.length === 0) continue
      walks.from(at, minutes * 60)
      ms.push(performance.now() - began)
      worked.push((cpuSeconds() - before) * 1000)
      reached.push(walks.search.reached().length)
    }
    return ms
  })
  const quietest = rounds.reduce((best, one) => (quantile(one, 0.99) < quantile(best, 0.99) ? one : best))
  return { reached, worked, ms: rounds.flat(), quietest }
}

/** Ours count in whole ticks. */
const SAME_SECONDS = 0.01

/** The same walks by a textbook's Dijkstra, in milliseconds; throws where it finds anything else. */
const plainly = (walks: Walks, doors: ReturnType<typeof doorsOf>, minutes: number): number[] =>
  doors.flatMap(door => {
    const at = walks.doorsAt(door)
    if (at.length === 0) return []
    walks.from(at, minutes * 60)
    const seeds = seedsOf(walks, at)
    const began = performance.now()
    const found = plainDijkstra(walks.graph, seeds, minutes * 60)
    const ms = performance.now() - began
    // Whoever is a tick within the limit for one of them may be beyond it for the other.
    const limit = minutes * 60 - SAME_SECONDS
    for (const [corner, seconds] of found)
      if (seconds < limit && Math.abs(walks.search.secondsAt(corner) - seconds) > SAME_SECONDS)
        throw new Error('two walks differ')
    for (const corner of walks.search.reached())
      if (walks.search.secondsAt(corner) < limit && !found.has(corner)) throw new Error('two walks differ')
    return [ms]
  })

const MANY_CORNERS = 5000
const LONGEST_MINUTES = 120

/** In how many minutes half of the doors reach 5,000 corners; undefined where there are too few of them. */
const minutesToReach = (walks: Walks, network: WalkNetwork): number | undefined => {
  const doors = doorsOf(network, 300)
    .map(walks.doorsAt)
    .filter(({ length }) => length > 0)
  for (let minutes = MINUTES; minutes <= LONGEST_MINUTES; minutes++) {
    const reached = doors.map(door => {
      walks.from(door, minutes * 60)
      return walks.search.reached().length
    })
    if (quantile(reached, 0.5) >= MANY_CORNERS) return minutes
  }
  return undefined
}

/** Which places a ruler includes wrongly and which it leaves out, door by door. */
export const compareStraight = (network: WalkNetwork, places: readonly ListedPlace[], ground: Ground) => {
  const walks = openWalks(ground, 'ordinary')
  const entrances = places.map(({ position }) => walks.entrancesAt(position))
  let [both, wronglyIn, leftOut, doors] = [0, 0, 0, 0]
  for (const door of doorsOf(network, 500)) {
    const at = walks.doorsAt(door)
    if (at.length === 0) continue
    doors++
    const reach = walks.from(at, MINUTES * 60)
    for (const [nth, place] of places.entries()) {
      const isWalked = reach.secondsTo(entrances[nth] ?? []) <= MINUTES * 60
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
