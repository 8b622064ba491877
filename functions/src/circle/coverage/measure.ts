/** How far dwellings are from places: over the streets, or in a straight line where there are none. */
import type { WalkProfile } from '@yike/shared/circle/kinds'
import { walkMeters, walkMinutes } from '@yike/shared/circle/rules'
import type { Position } from '@yike/shared/identity/schema'
import type { Door } from '../network/snap/doors'
import { type Ground, openWalks, secondsAlong, seedsOf, type Walks } from '../network/walks'

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
  const opened = new Map<WalkProfile, { walks: Walks; doors: Map<string, readonly Door[]> }>()
  const walking = (profile: WalkProfile) => {
    const known = opened.get(profile) ?? { walks: openWalks(ground, profile), doors: new Map() }
    opened.set(profile, known)
    return known
  }
  return (from, to, limitMinutes, profile) => {
    const { walks, doors } = walking(profile)
    const doorsOf = (position: Position): readonly Door[] => {
      const key = `${position.lng},${position.lat}`
      const known = doors.get(key) ?? walks.entrancesAt(position)
      doors.set(key, known)
      return known
    }
    const places = to.flatMap(doorsOf)
    const onStreet = new Map<number, Door[]>()
    for (const door of places) onStreet.set(door.street, [...(onStreet.get(door.street) ?? []), door])
    walks.search.run(seedsOf(walks, places), limitMinutes * 60)
    return from.map(home => {
      const own = doorsOf(home)
      const byCorners = seedsOf(walks, own).map(
        ({ corner, seconds }) => walks.search.secondsAt(corner) + seconds,
      )
      // Neighbours in one street need not go round by a corner.
      const along = own.flatMap(door =>
        (onStreet.get(door.street) ?? []).map(other => secondsAlong(walks, door, other)),
      )
      return within(Math.ceil(Math.min(...byCorners, ...along) / 60), limitMinutes)
    })
  }
}

const within = (minutes: number, limit: number): number =>
  minutes <= limit ? minutes : Number.POSITIVE_INFINITY
