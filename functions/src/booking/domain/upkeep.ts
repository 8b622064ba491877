/**
 * The life of an offering: staff of the community of its place add it and change it whole; its place tells it its name,
 * its telephone and on which days nothing is open there. Each change is a new version, and from its write on nothing can
 * be booked by an older one.
 *
 * Pure: `now` and ids come in, the next offering or what is wrong with it goes out.
 */
import { isDeepStrictEqual } from 'node:util'
import { closedForGood } from '@yike/shared/booking/rules/closures'
import { sortsOf } from '@yike/shared/booking/rules/equipment'
import { isPurposeOf, misfitsOf } from '@yike/shared/booking/rules/upkeep'
import type { AddOffering, OfferingFields } from '@yike/shared/booking/schema/upkeep'
import { adviceOn } from '@yike/shared/circle/hours/advice'
import { understandHours } from '@yike/shared/circle/hours/read'
import type { Id } from '@yike/shared/kernel/id'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import type { Instant } from '@yike/shared/kernel/time'
import type { Offering, Place } from '../../circle/handlers'

/** An offering is read with every booking of it: its memory stays short. */
const TIMELINE_ENTRIES = 10

/** Who changes an offering, and when. */
export interface Upkeep {
  readonly actorId: Id<'resident'>
  readonly now: Instant
}

/** What is the place's, as each of its offerings says it; of home visits also where they set out from. */
const repeatsOf = ({ name, phone, hours, state, position }: Place, isVisit: boolean) => ({
  placeName: name,
  placePhone: phone,
  within: state === 'closed' ? [closedForGood] : hours?.special,
  ...(isVisit && { from: position }),
})

type Written = Result<Omit<OfferingFields, 'hours'> & Pick<Offering, 'hours'>, 'booking.terms_unclear'>

/** What staff typed, as it is kept. */
const writtenOf = (
  { hours: typed, equipment, ...fields }: OfferingFields,
  { kind, community, equipment: before }: Pick<Offering, 'kind' | 'community' | 'equipment'>,
): Written => {
  const read = understandHours(typed)
  const open = 'unclear' in read ? undefined : read.hours
  const wrong = {
    ...misfitsOf({ ...fields, hours: typed }, { open, community }),
    ...(!isPurposeOf(kind, fields.purpose) && { purpose: '这个用途不是这一类的，请重选。' }),
    ...('unclear' in read && { hours: adviceOn(read.unclear) }),
  }
  if ('unclear' in read || Object.keys(wrong).length > 0)
    return refuse('booking.terms_unclear', { fields: wrong })
  // Only a room lends anything.
  const sorts = kind === 'venue' && equipment ? sortsOf(equipment, before) : undefined
  return ok({ ...fields, ...(sorts && { equipment: sorts }), hours: read.hours })
}

/** Offerings of the place that take of the same thing, whose capacity is one. */
export const sharersOf = (offering: Offering, ofPlace: readonly Offering[]): Offering[] =>
  ofPlace.filter(one => one.thingId === offering.thingId && one.offeringId !== offering.offeringId)

/** Is how much of it there is bound to what it is a part of, or to its own parts? */
export const isCapacityFixed = ({ thingId, units = 1, alsoTakes }: Offering, ofPlace: readonly Offering[]) =>
  units > 1 ||
  alsoTakes !== undefined ||
  ofPlace.some(one => one.alsoTakes?.some(share => share.thingId === thingId))

const entry = (verb: string, { actorId, now }: Upkeep, before: Offering['timeline'] = []) => ({
  lastActorId: actorId,
  timeline: [...before, { at: now, verb, by: 'staff' as const }].slice(-TIMELINE_ENTRIES),
})

/** A new offering of a place. In the room of another one it has that one's seats and carers. */
export const addOffering = (
  { kind, attended, placeId, sharesWith: _, ...typed }: AddOffering,
  place: Place & { readonly community: NonNullable<Place['community']> },
  sharer: Offering | undefined,
  ids: Pick<Offering, 'offeringId' | 'thingId'>,
  doing: Upkeep,
): Result<Offering, 'booking.terms_unclear'> => {
  const written = writtenOf(typed, { kind, community: place.community })
  if (!written.ok) return written
  const room = sharer && roomOf(sharer)
  return ok({
    ...written.value,
    ...(room ?? { capacity: typed.capacity, staffing: typed.staffing }),
    ...repeatsOf(place, kind === 'homeVisit'),
    placeId,
    offeringId: ids.offeringId,
    thingId: sharer?.thingId ?? ids.thingId,
    version: 1,
    community: place.community,
    kind,
    attended,
    ...entry('add', doing),
  })
}

/** What belongs to the thing, and so to all that take of it. */
const roomOf = ({ capacity, staffing, equipment, alsoTakes, seasons }: Offering) => ({
  equipment,
  capacity,
  staffing,
  alsoTakes,
  seasons,
})

/** An offering before and after, or another one that its change reaches. */
export interface Changed {
  readonly before: Offering
  readonly after: Offering
}

/** The offering as staff wrote it anew, first, and those that share its room. */
export const changeOffering = (
  before: Offering,
  typed: OfferingFields,
  ofPlace: readonly Offering[],
  doing: Upkeep,
): Result<readonly Changed[], 'booking.terms_unclear'> => {
  const written = writtenOf(typed, before)
  if (!written.ok) return written
  const { capacity, staffing, equipment } = written.value
  if (capacity !== before.capacity && isCapacityFixed(before, ofPlace))
    return refuse('booking.terms_unclear', {
      fields: { capacity: '它和别的项目是同一处场地的整体和部分，容量不能单独改。' },
    })
  const version = before.version + 1
  const after = { ...before, ...without(written.value), version, ...entry('change', doing, before.timeline) }
  const isRoomMoved =
    capacity !== before.capacity ||
    !isDeepStrictEqual(staffing, before.staffing) ||
    !isDeepStrictEqual(equipment, before.equipment)
  const sharers = isRoomMoved ? sharersOf(before, ofPlace) : []
  return ok([
    { before, after },
    ...sharers.map(one => ({
      before: one,
      after: {
        ...one,
        capacity,
        staffing,
        equipment,
        version: one.version + 1,
        ...entry('room', doing, one.timeline),
      },
    })),
  ])
}

/** All that staff write, also what they left out: that is taken out. */
const without = <F extends object>(fields: F): F => ({
  ...Object.fromEntries(optional.map(name => [name, undefined])),
  ...fields,
})
const optional = [
  'paused',
  'stepMinutes',
  'longestMinutes',
  'beforeMinutes',
  'afterMinutes',
  'staffNoticeMinutes',
  'priority',
  'eligible',
  'quotas',
  'prices',
  'staffing',
  'papers',
  'modes',
  'equipment',
  'purpose',
  'remindMinutes',
] as const satisfies readonly (keyof OfferingFields)[]

/** An offering after its place has changed; undefined: it says the same already. */
export const followPlace = (offering: Offering, place: Place): Offering | undefined => {
  const after = { ...offering, ...repeatsOf(place, offering.from !== undefined) }
  return isDeepStrictEqual(bare(after), bare(offering))
    ? undefined
    : { ...after, version: offering.version + 1 }
}

/** Without what is undefined, as the table keeps it. */
export const bare = (offering: Offering): object =>
  Object.fromEntries(Object.entries(offering).filter(([, value]) => value !== undefined))
