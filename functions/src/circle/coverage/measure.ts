/** How far dwellings are from places: over the streets, or in a straight line where there are none. */
import type { WalkProfile } from '@yike/shared/circle/kinds'
import { walkMeters, walkMinutes } from '@yike/shared/circle/rules'
import type { Position } from '@yike/shared/identity/schema'
import { perMeterOf } from '../network/graph'
import type { Door } from '../network/snap'
import { endsOf, type Ground, openWalks, type Walks } from '../network/walks'

/** Minutes, rounded up, from each of these to the nearest of those; Infinity beyond the limit. */
export type Measure = (
  from: readonly Position[],
  to: readonly Position[],
  limitMinutes: number,
  profile: WalkProfile,
) => number[]

export const straight: Measure = (from, to, limitMinutes) =>
  from.map(home => {
    const meters = to.reduce(
      (least, place) => Math.min(least, walkMeters(home, place)),
      Number.POSITIVE_INFINITY,
    )
    return within(walkMinutes(meters), limitMinutes)
  })

/** One walk out from all places at once: as many Dijkstras as there are kinds, however many dwellings. */
export const overStreets = (ground: Ground): Measure => {
  const opened = new Map<WalkProfile, { walks: Walks; doors: Map<string, Door | undefined> }>()
  const walking = (profile: WalkProfile) => {
    const known = opened.get(profile) ?? { walks: openWalks(ground, profile), doors: new Map() }
    opened.set(profile, known)
    return known
  }
  return (from, to, limitMinutes, profile) => {
    const { walks, doors } = walking(profile)
    const doorOf = (position: Position): Door | undefined => {
      const key = `${position.lng},${position.lat}`
      if (!doors.has(key)) doors.set(key, walks.entranceAt(position))
      return doors.get(key)
    }
    const places = to.flatMap(place => doorOf(place) ?? [])
    const onStreet = new Map<number, Door[]>()
    for (const door of places) onStreet.set(door.street, [...(onStreet.get(door.street) ?? []), door])
    const outOf = (door: Door) => door.meters * walks.doorPerMeter
    walks.search.run(
      places.flatMap(door =>
        endsOf(walks.graph, door).map(({ corner, seconds }) => ({ corner, seconds: outOf(door) + seconds })),
      ),
      limitMinutes * 60,
    )
    return from.map(home => {
      const door = doorOf(home)
      if (!door) return Number.POSITIVE_INFINITY
      const byCorners = endsOf(walks.graph, door).map(
        ({ corner, seconds }) => walks.search.secondsAt(corner) + seconds,
      )
      // Neighbours in one street need not go round by a corner.
      const along = (onStreet.get(door.street) ?? []).map(
        other => outOf(other) + Math.abs(other.along - door.along) * perMeterOf(walks.graph, door.street),
      )
      const seconds = Math.min(...byCorners, ...along) + outOf(door)
      return within(Math.ceil(seconds / 60), limitMinutes)
    })
  }
}

const within = (minutes: number, limit: number): number =>
  minutes <= limit ? minutes : Number.POSITIVE_INFINITY
