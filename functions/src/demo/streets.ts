/**
 * The streets of the demo, drawn as a clerk would on squared paper: metres east and north of the middle of 清水街道.
 * 清水河 runs through it from north to south. Whoever draws a circle with a ruler walks on water: there are two bridges,
 * the old stone one with steps and the road bridge further north, and 南塘巷 climbs to the embankment by steps.
 */
import { straightMeters } from '@yike/shared/circle/rules'
import type { WalkEdge, WalkNetwork, WalkNode, WalkTraits } from '../circle/import/types'
import { hoursOf } from './places'
import { MIDDLE, offset } from './street'

type Line = readonly [traits: WalkTraits, ...points: readonly (readonly [east: number, north: number])[]]

const road: WalkTraits = { lit: true }
const lane: WalkTraits = {}
const dark: WalkTraits = { lit: false }
const stairs: WalkTraits = { steps: true, wheelchair: 'no', lit: true }
const PARK_HOURS = '每天 6:00–21:00，节假日照常'
const park: WalkTraits = { hoursText: PARK_HOURS, hours: hoursOf(PARK_HOURS) }

/** Streets that run east and west, crossed by those that run north and south: a node at each crossing. */
const grid = (easts: readonly number[], norths: readonly number[], gaps: readonly string[]): Line[] => {
  const isGap = (one: readonly number[], other: readonly number[]) => gaps.includes(`${one}-${other}`)
  const piece = (
    traits: WalkTraits,
    one: readonly [number, number],
    other: readonly [number, number],
  ): Line[] => (isGap(one, other) ? [] : [[traits, one, other]])
  return [
    ...norths.flatMap((north, row) =>
      easts
        .slice(1)
        .flatMap((east, at) => piece(row % 2 ? lane : road, [easts[at] ?? 0, north], [east, north])),
    ),
    ...easts.flatMap((east, column) =>
      norths
        .slice(1)
        .flatMap((north, at) => piece(column % 2 ? lane : road, [east, norths[at] ?? 0], [east, north])),
    ),
  ]
}

const westEasts = [-700, -590, -480, -375, -270, -165, -60]
const westNorths = [-130, -40, 60, 155, 250, 345, 450]
const eastEasts = [60, 170, 280, 395, 510, 620, 720]
const eastNorths = [-400, -300, -195, -110, -5, 110, 345]

const lines: readonly Line[] = [
  // A school yard and two walled compounds cannot be walked through.
  ...grid(westEasts, westNorths, ['-590,345--480,345', '-480,60--375,60', '-270,-130--165,-130']),
  ...grid(eastEasts, eastNorths, ['170,-195-280,-195', '395,-300-510,-300', '620,-5-720,-5']),
  // 石桥: the old bridge, by steps on both sides.
  [stairs, [-60, -40], [-30, -22]],
  [lane, [-30, -22], [28, -12]],
  [stairs, [28, -12], [60, -5]],
  // 清水河路桥: level, with pavements.
  [{ ...road, bridge: true }, [-60, 345], [60, 345]],
  // 南塘巷 goes down to the water and along it, unlit; the embankment is reached by steps.
  [stairs, [-480, -130], [-480, -160]],
  [dark, [-480, -160], [-430, -185], [-300, -190], [-165, -180]],
  [stairs, [-165, -180], [-165, -130]],
  // A park path between the lanes of 石桥头, closed at night.
  [park, [280, -110], [330, -60], [395, -5]],
  // A path that somebody drew and tied to nothing.
  [lane, [780, 60], [820, 90], [860, 80]],
]

/** Walking network of the demo, under this name in the table. */
export const NETWORK = 'qingshui'

export const streets = (): WalkNetwork => {
  const nodes: WalkNode[] = []
  const known = new Map<string, number>()
  const nodeAt = ([east, north]: readonly [number, number]): number => {
    const key = `${east},${north}`
    const index = known.get(key) ?? nodes.push({ key, ...offset(MIDDLE, east, north) }) - 1
    known.set(key, index)
    return index
  }
  const edges = lines.flatMap(([traits, ...points]): WalkEdge[] =>
    points.slice(1).map((point, at) => {
      const [from, to] = [nodeAt(points[at] ?? point), nodeAt(point)]
      const meters = straightMeters(nodes[from] as WalkNode, nodes[to] as WalkNode)
      return { from, to, meters: Math.round(meters * 10) / 10, ...traits }
    }),
  )
  return { nodes, edges }
}
