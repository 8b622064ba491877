/** A made-up city of any size: uneven blocks, dead ends, a river with few bridges, steps, unlit lanes. Same seed, same city. */
import { roundTheClock, type WeeklyHours } from '@yike/shared/circle/hours'
import { METERS_PER_DEGREE, straightMeters } from '@yike/shared/circle/rules'
import { type PlaceKind, placeKinds } from '@yike/shared/circle/schema'
import type { Position } from '@yike/shared/identity/schema'
import type { WalkEdge, WalkNetwork, WalkTraits } from '../../../functions/src/circle/import/types'
import type { Place } from '../../../functions/src/circle/store'

const BLOCK_METERS = 70
const ORIGIN: Position = { lng: 106.4, lat: 29.4 }

/** mulberry32: a small generator with a seed, so that every run measures one city. */
export const chanceFrom = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const at = (east: number, north: number): Position => ({
  lng:
    Math.round((ORIGIN.lng + east / (METERS_PER_DEGREE * Math.cos((ORIGIN.lat * Math.PI) / 180))) * 1e7) /
    1e7,
  lat: Math.round((ORIGIN.lat + north / METERS_PER_DEGREE) * 1e7) / 1e7,
})

const days = (from: number, to: number): WeeklyHours => ({
  days: Array.from({ length: 7 }, () => [[from * 60, to * 60]] as const),
  publicHoliday: 'asUsual',
})
const hours = [undefined, roundTheClock, days(8, 17), days(8.5, 17.5), days(9, 21), days(6, 22)]
const syllables = [...'桂柳荷松梅竹溪河桥塘巷里坊苑园新安和平兴隆长康宁福']
const endings = ['日间照料中心', '托育园', '卫生站', '文化室', '便利店', '菜市场', '理发店', '书屋', '健身点']

export const cityOf = (count: number): { network: WalkNetwork; places: Place[] } => {
  const chance = chanceFrom(20261125)
  const side = Math.ceil(Math.sqrt(count))
  const jitter = () => (chance() - 0.5) * BLOCK_METERS * 0.6
  const nodes = Array.from({ length: side * side }, (_, index) => ({
    key: `${index}`,
    ...at((index % side) * BLOCK_METERS + jitter(), Math.floor(index / side) * BLOCK_METERS + jitter()),
  }))
  const edges: WalkEdge[] = []
  const traits = (): WalkTraits => {
    const one = chance()
    if (one < 0.03) return { steps: true, wheelchair: 'no' }
    if (one < 0.1) return { lit: false }
    return one < 0.12 ? { wheelchair: 'limited' } : {}
  }
  const join = (from: number, to: number) => {
    const [a, b] = [nodes[from], nodes[to]]
    // A street in eight is missing; the river runs at a third of the city and is crossed every kilometre.
    const river = Math.floor(side / 3)
    const crosses = from % side === river && to % side === river + 1
    if (!a || !b || (crosses ? Math.floor(from / side) % 14 !== 0 : chance() < 0.12)) return
    edges.push({ from, to, meters: Math.round(straightMeters(a, b) * 10) / 10, ...traits() })
  }
  for (let index = 0; index < nodes.length; index++) {
    if (index % side < side - 1) join(index, index + 1)
    if (index + side < nodes.length) join(index, index + side)
  }
  const one = <T>(of: readonly T[]): T => of[Math.floor(chance() * of.length)] as T
  const places = Array.from({ length: count }, (_, index): Place => {
    const span = side * BLOCK_METERS
    const kind: PlaceKind = chance() < 0.4 ? 'commerce' : one(placeKinds)
    const hoursOf = one(hours)
    return {
      placeId: `pl_01KAS${String(index).padStart(21, '0')}` as Place['placeId'],
      sourceId: `city:${index}`,
      community: null,
      name: `${one(syllables)}${one(syllables)}${one(syllables)}${one(endings)}`,
      kind,
      position: at(chance() * span, chance() * span),
      ...(hoursOf && { hours: hoursOf }),
      ...(chance() < 0.5 && { priceClass: 'free' as const }),
      ...(chance() < 0.5 && { stepFree: chance() < 0.6 }),
      bookable: chance() < 0.1 ? ['venue'] : [],
    }
  })
  return { network: { nodes, edges }, places }
}
