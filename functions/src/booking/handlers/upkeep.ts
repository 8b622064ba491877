/** Staff keep up what can be booked at the places of their community. */
import { isDeepStrictEqual } from 'node:util'
import type { booking } from '@yike/shared/booking/contract'
import type { AddOffering, OfferingEntry } from '@yike/shared/booking/schema/upkeep'
import { writeHours } from '@yike/shared/circle/hours/write'
import { answersFor } from '@yike/shared/identity/rules'
import type { Id } from '@yike/shared/kernel/id'
import { ok, refuse } from '@yike/shared/kernel/result'
import {
  coverOffering,
  loadPlace,
  newOfferingChanges,
  type Offering,
  offeringCard,
  type Place,
} from '../../circle/handlers'
import type { Actor } from '../../platform/actor'
import type { ContextOf, Handlers } from '../../platform/handler'
import { MOST_CHANGES, type Table } from '../../platform/table'
import { uncover } from '../../platform/wechat/aside'
import { addOffering, bare, changeOffering, isCapacityFixed, sharersOf } from '../domain'
import { changeOfferingChanges } from '../store'
import { loadKept } from './swap'
import { termsOf } from './view'

type UpkeepHandlers = Pick<Handlers<typeof booking.endpoints>, 'offerings' | 'addOffering' | 'changeOffering'>

export const upkeepHandlers = (table: Table): UpkeepHandlers => ({
  async offerings({ actor }, { placeId }) {
    const found = await findPlace(table, actor, placeId)
    if (!found) return refuse('request.not_found')
    const { place, offerings } = found
    return ok({
      placeName: place.name,
      offerings: offerings.toSorted(byName).map(one => entryOf(one, offerings)),
    })
  },

  async addOffering(context, typed) {
    for (let left = TRIES; left > 0; left--) {
      const added = await addOnce(table, context, typed)
      if (added !== 'moved') return added
    }
    return refuse('request.busy')
  },

  async changeOffering({ actor, now }, { placeId, offeringId, version, ...typed }) {
    const found = await findPlace(table, actor, placeId)
    const before = found?.offerings.find(one => one.offeringId === offeringId)
    if (!found || !before) return refuse('request.not_found')
    const { offerings } = found
    const doing = { actorId: actor.residentId, now }
    const changed = changeOffering(before, typed, offerings, doing)
    if (!changed.ok) return changed
    const [wished, ...sharers] = changed.value
    const first = wished && { before, after: coverOffering(wished.after, before) }
    if (wished && isRepeat(before, wished.after, version, actor)) return ok(entryOf(before, offerings))
    if (!first || before.version !== version) return refuse('booking.offering_moved')
    const all = [first, ...sharers]
    const changes = changeOfferingChanges(all, now, undefined, await loadKept(table, all, now))
    if (changes.length > MOST_CHANGES)
      return refuse('booking.terms_unclear', { fields: { capacity: tooMany(all.length) } })
    const saved = await table.write(changes)
    if (!saved.ok) return saved
    const afterwards = new Map(all.map(({ after }) => [after.offeringId, after]))
    return ok(
      entryOf(
        first.after,
        offerings.map(one => afterwards.get(one.offeringId) ?? one),
      ),
    )
  },
})

/** Its place or its room may be changed while it is being added: so often it is decided anew. */
const TRIES = 3

const addOnce = async (
  table: Table,
  { actor, now, newId, once }: ContextOf<typeof booking.endpoints.addOffering>,
  typed: AddOffering,
) => {
  const found = await findPlace(table, actor, typed.placeId)
  if (!found) return refuse('request.not_found')
  const { place, offerings } = found
  if (place.state === 'closed') return refuse('booking.place_closed')
  const sharer = offerings.find(({ offeringId }) => offeringId === typed.sharesWith)
  if (typed.sharesWith && !sharer) return refuse('request.not_found')
  const ids = { offeringId: newId('offering'), thingId: newId('thing') }
  const added = addOffering(typed, place, sharer, ids, { actorId: actor.residentId, now })
  if (!added.ok) return added
  const kept = coverOffering(added.value)
  const answer = entryOf(kept, [...offerings, kept])
  const saved = await table.write([
    ...newOfferingChanges(kept, place, sharer, 'booking.offering_moved'),
    once.remember(answer),
  ])
  if (saved.ok) return ok(answer)
  const { code } = saved.refusal
  return code === 'booking.offering_moved' ? 'moved' : refuse(code)
}

/** All that share a room change with it in one write, and each date that can be booked is a part of it. */
const tooMany = (sharers: number): string =>
  `这一处有 ${sharers} 个项目同用，一次改不完：先把它们都改成最多提前 ${MOST_CHANGES - sharers - 2} 天约，再改容量或值班。`

const byName = (one: Offering, other: Offering): number => (uncover(one).name < uncover(other).name ? -1 : 1)

/** A place of a community that the actor answers for, and what can be booked there. */
const findPlace = async (table: Table, actor: Actor, placeId: Id<'place'>) => {
  const found = await loadPlace(table, placeId, { consistent: true })
  const community = found?.place.community
  if (!found || !community || !answersFor(actor, community)) return undefined
  return { ...found, place: { ...found.place, community } satisfies Place }
}

/** Is what would come of it there already, written from the same version by the same person? */
const isRepeat = (now: Offering, wished: Offering, seen: number, { residentId }: Actor): boolean => {
  const same = { version: 0, timeline: [], wording: undefined, aside: undefined }
  return (
    now.version === seen + 1 &&
    now.lastActorId === residentId &&
    isDeepStrictEqual(bare({ ...uncover(now), ...same }), bare({ ...wished, ...same }))
  )
}

const entryOf = (kept: Offering, ofPlace: readonly Offering[]): OfferingEntry => {
  const offering = uncover(kept)
  return {
    ...offeringCard(offering),
    ...termsOf(offering),
    version: offering.version,
    attended: offering.attended,
    hours: writeHours(offering.hours),
    closures: [...(offering.closures ?? [])],
    paused: offering.paused,
    staffing: offering.staffing && {
      ratio: offering.staffing.ratio,
      weekly: Array.from({ length: 7 }, (_, day) => [...(offering.staffing?.weekly[day] ?? [])]),
    },
    papers: offering.papers && [...offering.papers],
    modes: offering.modes && [...offering.modes],
    equipment: offering.equipment && [...offering.equipment],
    purpose: offering.purpose,
    remindMinutes: offering.remindMinutes,
    sharedWith: sharersOf(offering, ofPlace).map(one => uncover(one).name),
    capacityFixed: isCapacityFixed(offering, ofPlace),
    wording: kept.wording,
    timeline: [...(offering.timeline ?? [])],
  }
}
