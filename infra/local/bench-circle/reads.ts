/** What is asked of a table: the home page, and the same over H3 cells. */
import { DETOUR_FACTOR, straightMeters } from '@yike/shared/circle/rules'
import { gridDisk, latLngToCell } from 'h3-js'
import { circleHandlers } from '../../../functions/src/circle/handlers'
import type { WalkNetwork } from '../../../functions/src/circle/import/types'
import { cellOf } from '../../../functions/src/circle/nearby/cell'
import { type ListedPlace, listedOf } from '../../../functions/src/circle/nearby/nearby'
import { openPreparing } from '../../../functions/src/circle/nearby/prepare'
import { cellChanges } from '../../../functions/src/circle/nearby/store/changes'
import { type Ground, openWalks } from '../../../functions/src/circle/network/walks'
import type { Place } from '../../../functions/src/circle/store'
import { keys } from '../../../functions/src/platform/keys'
import { toAttributes } from '../../../functions/src/platform/table/attributes'
import { openBare } from '../bench/bare'
import { cpuSeconds, hold, p50p99, quantile, say } from './figures'
import { measureGeohash } from './geohash'
import { endpoint, inWrites, name, now, table, take } from './table'
import { doorsOf, MINUTES } from './walks'

const DOORS = 300
/** Others work on a shared machine: the quietest of several rounds is what the product costs. */
const ROUNDS = 10

export const measureReads = async (
  network: WalkNetwork,
  places: readonly ListedPlace[],
  ground: Ground,
): Promise<void> => {
  const doors = doorsOf(network, DOORS)
  const preparing = openPreparing(openWalks(ground, 'ordinary'), places.map(listedOf), MINUTES * 60)
  const cells = [...new Set(doors.map(cellOf))]
  await inWrites(
    cells.flatMap(cell => {
      const nearby = preparing.nearbyOf(cell)
      return nearby ? cellChanges(cell, 'bench', [nearby]) : []
    }),
    32,
  )
  const handlers = circleHandlers(table)
  const bare = openBare(endpoint)
  const used: Read[] = []
  /** The page and, in the same moments of the same machine, the bare engine. */
  const round = async (isCounted: boolean) => {
    const [ms, bareMs]: [number[], number[]] = [[], []]
    for (const door of doors) {
      take()
      const before = cpuSeconds()
      const began = performance.now()
      const reply = await handlers.around({ now } as never, {
        ...door,
        minutes: MINUTES,
        profile: 'ordinary',
      })
      ms.push(performance.now() - began)
      const worked = (cpuSeconds() - before) * 1000
      const { read, calls } = take()
      const bytes = Buffer.byteLength(JSON.stringify(reply.ok && reply.value))
      if (isCounted) used.push({ worked, read, calls, bytes })
      const body = bareBody(door)
      const bareBegan = performance.now()
      await bare.send('BatchGetItem', body)
      bareMs.push(performance.now() - bareBegan)
    }
    return { ms, bareMs }
  }
  await round(false)
  const rounds = []
  for (let nth = 0; nth < ROUNDS; nth++) rounds.push(await round(true))
  bare.close()
  const quietest = rounds.reduce((best, one) =>
    quantile(one.ms, 0.99) < quantile(best.ms, 0.99) ? one : best,
  )
  console.log('Home page, ten rounds')
  say('at the function, all rounds', `${p50p99(rounds.flatMap(({ ms }) => ms))} ms`)
  say('the bare engine with the same two items', `${p50p99(rounds.flatMap(({ bareMs }) => bareMs))} ms`)
  say('of the quietest round, ours and bare', `${p50p99(quietest.ms)} ms`, `${p50p99(quietest.bareMs)} ms`)
  const most = (what: keyof Read) => Math.max(...used.map(one => one[what]))
  hold('calls: the near list and what stands there', most('calls'), 1, 'call')
  hold('read units', most('read'), 2, 'RCU')
  hold('reply', most('bytes') / 1024, 16, 'KB')
  const work = used.map(({ worked }) => worked)
  hold('work of this process, p50', quantile(work, 0.5), 2, 'ms')
  hold('work of this process, p99', quantile(work, 0.99), 15, 'ms')
  hold('at the function in the quietest round, p50', quantile(quietest.ms, 0.5), 2, 'ms')
  hold('at the function in the quietest round, p99', quantile(quietest.ms, 0.99), 15, 'ms')
}

interface Read {
  /** Milliseconds of one core, all threads of this process. */
  readonly worked: number
  readonly read: number
  readonly calls: number
  readonly bytes: number
}

/** The call of a home page, made beforehand and sent as it is: what is slower there is the engine's doing. */
const bareBody = (door: ReturnType<typeof doorsOf>[number]): string => {
  const cell = cellOf(door)
  const Keys = [keys.nearby(cell, 'ordinary'), keys.nearbyCards(cell)].map(toAttributes)
  return JSON.stringify({ RequestItems: { [name]: { Keys } } })
}

/** The same question put to places filed by where they lie: by H3 cell, every cell that a circle touches is a query. */
export const measureFiled = async (network: WalkNetwork, places: readonly Place[]): Promise<void> => {
  const doors = doorsOf(network, 60)
  const cellsOf = ({ lat, lng }: Place['position']) => gridDisk(latLngToCell(lat, lng, 9), 3)
  const wanted = new Set(doors.flatMap(cellsOf))
  const filed = places
    .map(place => ({ place, cell: latLngToCell(place.position.lat, place.position.lng, 9) }))
    .filter(({ cell }) => wanted.has(cell))
  await inWrites(
    filed.map(({ place, cell }) => ({
      put: JSON.parse(JSON.stringify({ ...place, pk: `H3#${cell}`, sk: place.placeId })),
    })),
    50,
  )
  const reach = (MINUTES * 60) / DETOUR_FACTOR
  const [ms, rcu, reads, counts]: number[][] = [[], [], [], []]
  for (const door of doors) {
    take()
    const began = performance.now()
    const pages = await Promise.all(cellsOf(door).map(cell => table.query({ pk: `H3#${cell}` })))
    const found = pages
      .flatMap(page => (page.ok ? page.value.items : []))
      .filter(item => straightMeters(door, item.position) <= reach)
    found.sort((one, other) => straightMeters(door, one.position) - straightMeters(door, other.position))
    ms?.push(performance.now() - began)
    const used = take()
    rcu?.push(used.read)
    reads?.push(used.calls)
    counts?.push(found.length)
  }
  console.log('\nThe same question over H3 cells (resolution 9, three rings), straight lines only')
  say('found', `${quantile(counts ?? [], 0.5)} places`)
  say('reads', `${quantile(reads ?? [], 0.5)} queries`)
  say('read units', `${p50p99(rcu ?? [], 1)} RCU`)
  say('at the function', `${p50p99(ms ?? [])} ms`)
  await measureGeohash(
    doors,
    filed.map(({ place }) => place),
  )
}
