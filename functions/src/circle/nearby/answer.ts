/** From what is prepared for a cell to what is near one door in it. */
import { paces } from '@yike/shared/circle/kinds'
import type { PlaceKind } from '@yike/shared/circle/schema'
import type { Position } from '@yike/shared/identity/schema'
import { byWalk, type Walked } from '../domain'
import { type Door, doorOn, SNAP_METERS } from '../network/snap'
import type { Frame, ListedPlace, Nearby, NearbyPlace } from './nearby'

/** What is within the cell's limit of a door, nearest first; undefined where no street is within 300 m of it. */
export const answerFor = (nearby: Nearby, position: Position): Walked<ListedPlace>[] | undefined => {
  const door = nearestDoor(nearby.frame, position)
  if (!door) return undefined
  const secondsTo = walkFrom(nearby, door)
  return nearby.places
    .map(near => ({ place: near.place, seconds: Math.round(secondsTo(near)) }))
    .filter(({ seconds }) => seconds <= nearby.limitSeconds)
    .sort(byWalk)
}

/** Up to how many seconds a list of these kinds is whole. */
export const listedWithin = (nearby: Nearby, kinds: readonly PlaceKind[]): number =>
  Math.min(nearby.limitSeconds, ...kinds.map(kind => nearby.listedWithin[kind] ?? nearby.limitSeconds))

const nearestDoor = (frame: Frame, position: Position): Door | undefined => {
  let best: Door | undefined
  for (let street = 0; street < frame.from.length; street++) {
    const door = doorOn(frame, street, position)
    if (door.meters <= SNAP_METERS && (!best || door.meters < best.meters)) best = door
  }
  return best
}

const walkFrom = ({ frame, profile }: Nearby, { street, along, meters }: Door) => {
  const out = (meters * 60) / paces[profile].metersPerMinute
  const perMeter = frame.perMeter[street] as number
  const length = frame.shapeMeters[(frame.shapeStart[street + 1] as number) - 1] as number
  const [from, to] = [frame.from[street] as number, frame.to[street] as number]
  const [toFrom, toTo] = [out + along * perMeter, out + (length - along) * perMeter]
  return ({ seconds, outSeconds, on }: NearbyPlace): number => {
    const round = Math.min(toFrom + (seconds[from] as number), toTo + (seconds[to] as number))
    if (on?.street !== street) return round
    return Math.min(round, out + Math.abs(on.along - along) * perMeter + outSeconds)
  }
}
