/** From what is prepared for a cell to what is near one door in it. */
import { paces } from '@yike/shared/circle/kinds'
import type { PlaceKind } from '@yike/shared/circle/schema'
import type { Position } from '@yike/shared/identity/schema'
import { byWalk, type Walked } from '../domain'
import { type Door, doorsAmong } from '../network/snap/doors'
import type { ListedPlace, Nearby, NearbyPlace } from './nearby'

/** What is within the cell's limit of a door, nearest first; undefined where no street is within 300 m of it. */
export const answerFor = (nearby: Nearby, position: Position): Walked<ListedPlace>[] | undefined => {
  const { from } = nearby.frame
  const doors = doorsAmong(nearby.frame, [...from.keys()], position)
  if (doors.length === 0) return undefined
  const ways = doors.map(door => walkFrom(nearby, door))
  const secondsTo = (near: NearbyPlace) => Math.min(...ways.map(way => way(near)))
  return nearby.places
    .map(near => ({ place: near.place, seconds: Math.round(secondsTo(near)) }))
    .filter(({ seconds }) => seconds <= nearby.limitSeconds)
    .sort(byWalk)
}

/** Up to how many seconds a list of these kinds is whole. */
export const listedWithin = (nearby: Nearby, kinds: readonly PlaceKind[]): number =>
  Math.min(nearby.limitSeconds, ...kinds.map(kind => nearby.listedWithin[kind] ?? nearby.limitSeconds))

const walkFrom = ({ frame, profile }: Nearby, { street, along, meters }: Door) => {
  const out = (meters * 60) / paces[profile].metersPerMinute
  const perMeter = frame.perMeter[street] as number
  const length = frame.shapeMeters[(frame.shapeStart[street + 1] as number) - 1] as number
  const [from, to] = [frame.from[street] as number, frame.to[street] as number]
  const [toFrom, toTo] = [out + along * perMeter, out + (length - along) * perMeter]
  return ({ seconds, on }: NearbyPlace): number => {
    let best = Math.min(toFrom + (seconds[from] as number), toTo + (seconds[to] as number))
    for (const door of on)
      if (door.street === street)
        best = Math.min(best, out + Math.abs(door.along - along) * perMeter + door.outSeconds)
    return best
  }
}
