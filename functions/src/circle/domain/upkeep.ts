/**
 * The life of an entry in the directory. It comes with an import or from staff of the community that answers for it.
 * They change it, say that it is still right, close it and open it again. What they wrote by hand no later import
 * overwrites. An entry at which nobody has looked for half a year is asked about: a task in the queue, once a month
 * until somebody has.
 *
 * Pure: `now` and ids come in, the next entry or a refusal goes out.
 */
import { type PlaceVerb, placeLifecycle } from '@yike/shared/circle/lifecycle'
import { isFacility, shortDays } from '@yike/shared/circle/rules'
import type { PlaceNeed } from '@yike/shared/circle/schema/upkeep'
import type { RegionCode } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'
import { take } from '@yike/shared/kernel/lifecycle'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import { addDays, type Instant, type LocalDate, localDate } from '@yike/shared/kernel/time'
import type { Place } from '../store'
import { changedFields, type Written } from './written'

/** 动态管理 (S3:L52): nobody's word holds longer. */
const CHECK_AFTER_DAYS = 180
const ASK_AGAIN_DAYS = 30
/** Long enough for years; an item must not grow without end. */
const TIMELINE_ENTRIES = 60

export const checkAfter = (on: LocalDate) => {
  const due = addDays(on, CHECK_AFTER_DAYS)
  return { checkOn: due, askOn: due }
}

/** The date on which the clock asks once more. */
export const askAgain = (on: LocalDate): LocalDate => addDays(on, ASK_AGAIN_DAYS)

export interface Adding {
  readonly placeId: Id<'place'>
  readonly community: RegionCode
  readonly written: Written
  readonly actorId: Id<'resident'>
  readonly now: Instant
}

export const add = ({ placeId, community, written, actorId, now }: Adding): Place => ({
  placeId,
  sourceId: `staff:${placeId}`,
  community,
  ...written,
  bookable: [],
  version: 1,
  state: 'listed',
  ...assured(now),
  lastActorId: actorId,
  timeline: [{ at: now, verb: 'add', by: 'staff' }],
})

const assured = (now: Instant) => {
  const today = localDate(now)
  return { assuredOn: today, ...checkAfter(today) }
}

/** Who does something to an entry, and with what words. */
export interface Doing {
  readonly actorId: Id<'resident'>
  readonly now: Instant
  /** The version that they have read. */
  readonly seen: number
  readonly note?: string
  readonly written?: Written
}

/** The entry afterwards. Nobody decides on words they have not read. */
export const move = (place: Place, verb: PlaceVerb, doing: Doing): Result<Place, 'circle.wrong_state'> => {
  const state = take(placeLifecycle, place.state ?? 'listed', verb, 'staff')
  if (!state.ok || doing.seen !== (place.version ?? 0)) return refuse('circle.wrong_state')
  const { actorId, now, note, written } = doing
  const changed = written ? changedFields(place, written) : []
  return ok({
    ...place,
    ...written,
    ...(changed.length > 0 && { byHand: [...new Set([...(place.byHand ?? []), ...changed])].sort() }),
    ...(verb !== 'close' && assured(now)),
    state: state.value,
    version: (place.version ?? 0) + 1,
    lastActorId: actorId,
    timeline: [
      ...(place.timeline ?? []).slice(-TIMELINE_ENTRIES),
      { at: now, verb, by: 'staff' as const, ...(note && { note }) },
    ],
  })
}

/** Is the last thing that happened this very request? A retry and a double tap find it done. */
export const isRepeat = (place: Place, verb: PlaceVerb, { actorId, seen, note, written }: Doing): boolean => {
  const last = place.timeline?.at(-1)
  return (
    last?.verb === verb &&
    place.version === seen + 1 &&
    place.lastActorId === actorId &&
    last.note === note &&
    (!written || changedFields(place, written).length === 0)
  )
}

/** What an entry lacks on a date; a closed one lacks nothing. */
export const needsOf = (place: Place, today: LocalDate): PlaceNeed[] => {
  if (place.state === 'closed') return []
  const { hours, kind, checkOn = '' } = place
  return [
    ...(checkOn <= today ? ['check' as const] : []),
    ...(hours ? [] : ['hours' as const]),
    ...(hours && isFacility(kind) && shortDays(hours).length > 0 ? ['longer' as const] : []),
  ]
}
