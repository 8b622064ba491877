/** Placing: every rule that stands between a wish and a booking but that enough is left, which is the write's own question. */
import { closureOn, spokenWhy } from '@yike/shared/booking/rules/closures'
import { ineligibleFacts, whyIneligible, whyNoTeam } from '@yike/shared/booking/rules/eligibility'
import { neverThere, whyNeverThere } from '@yike/shared/booking/rules/equipment'
import { heldFor } from '@yike/shared/booking/rules/season'
import { type Audience, earlyFacts, priceFor, whyShut, whyTooEarly } from '@yike/shared/booking/rules/terms'
import type { PlaceBooking } from '@yike/shared/booking/schema'
import type { DayKindOf } from '@yike/shared/circle/hours'
import type { Id } from '@yike/shared/kernel/id'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import type { TimelineEntry } from '@yike/shared/kernel/shapes'
import { addMinutes, type Instant, localDate } from '@yike/shared/kernel/time'
import type { Offering, Server } from '../../circle/handlers'
import type { BookingRecord } from '../store'
import type { Delegate, ForTeam, Guest } from './guest'
import { type NoSlot, whyNoSlot } from './no-slot'
import { placementOf } from './placement'
import { type OwnedUse, type Taking, takingsOf, travelMinutes, usesOf } from './taking'

/** Staff answer within a day, and in any case half an hour before the start. */
const ANSWER_WITHIN_MINUTES = 24 * 60
export const ANSWER_BEFORE_START_MINUTES = 30

export type PlaceRefusal =
  | NoSlot['code']
  | 'booking.past'
  | 'booking.too_late'
  | 'booking.too_early'
  | 'booking.closed'
  | 'booking.not_eligible'
  | 'booking.home_unknown'
  | 'booking.too_far'
  | 'booking.mode_unknown'
  | 'booking.season_held'
  | 'booking.quota_used'
  | 'booking.equipment_unknown'

export interface Placing {
  readonly offering: Offering
  readonly residentId: Id<'resident'>
  readonly person: Guest
  readonly input: PlaceBooking
  readonly bookingId: Id<'booking'>
  /** Digest of what was asked: a second wish under the same key is told apart by it. */
  readonly asked: string
  readonly now: Instant
  readonly dayKindOf: DayKindOf
  readonly audience?: Audience
  /** Staff book it for somebody who called. */
  readonly onBehalf?: { readonly staffId: Id<'resident'>; readonly phone?: string } | undefined
  /** Somebody books it for its owner by a grant. */
  readonly delegate?: Delegate | undefined
  /** For a team: `person` is the team then, see `teamGuest`. */
  readonly team?: ForTeam | undefined
  /** Got in the draw of a season. */
  readonly allotted?: true | undefined
  /** Who serves, where the offering has several. */
  readonly server?: Server | undefined
}

/** A new booking, and what its write takes and counts. */
export interface Placed {
  readonly booking: BookingRecord
  readonly version: number
  readonly takings: readonly Taking[]
  readonly uses: readonly OwnedUse[]
}

/** A new booking, or which rule stands against it. Whether enough is left is the write's own question. */
export const place = (placing: Placing): Result<Placed, PlaceRefusal> => {
  const { offering, residentId, person, input, bookingId, asked, now, server, onBehalf, delegate, team } =
    placing
  const { startAt, endAt } = input
  const travel = offering.from && person.home ? travelMinutes(offering.from, person.home) : 0
  const against = ruleAgainst(placing, travel)
  if (against) return against
  const deadlineAt = offering.needsApproval ? answerBy(startAt, now) : undefined
  if (deadlineAt && deadlineAt <= now) return refuse('booking.too_late')
  const price = priceFor(offering, person, input)
  const takings = takingsOf(offering, team ? undefined : person.personId, server, travel, input.equipment)
  const uses = usesOf(offering, { ...person, residentId, teamId: team?.teamId }, input)
  // Longer than all that one may have: of a count that nobody has begun no write would say so.
  if (uses.some(({ amount, most }) => amount > most)) return refuse('booking.quota_used')
  const booking: BookingRecord = {
    bookingId,
    residentId,
    version: 1,
    state: deadlineAt ? 'requested' : 'confirmed',
    asked,
    kind: offering.kind,
    community: offering.community,
    placeId: offering.placeId,
    placeName: offering.placeName,
    placePhone: offering.placePhone,
    offeringId: offering.offeringId,
    offeringName: offering.name,
    personId: person.personId,
    forName: person.name,
    ...(team && { team }),
    startAt,
    endAt,
    takes: takings.map(({ taken }) => taken),
    ...(uses.length > 0 && {
      uses: uses.map(({ ownerId, month, name, amount }) => ({ ownerId, month, name, amount })),
    }),
    priceFen: price.priceFen,
    priceWhy: price.why,
    serverName: server?.name,
    mode: input.mode ?? offering.modes?.[0],
    papers: offering.papers?.map(paper => ({ ...paper, have: input.papers?.includes(paper.name) ?? false })),
    ...(input.equipment && input.equipment.length > 0 && { equipment: input.equipment }),
    cancelBy: addMinutes(startAt, -offering.cancelMinutes),
    remindMinutes: offering.remindMinutes,
    note: input.note,
    ...(input.note && { wording: 'pending' as const }),
    deadlineAt,
    ...(onBehalf && { placedById: onBehalf.staffId, lastActorId: onBehalf.staffId, phone: onBehalf.phone }),
    ...(delegate && {
      delegateId: delegate.delegateId,
      grantId: delegate.grantId,
      lastActorId: delegate.delegateId,
    }),
    timeline: [{ at: now, ...firstEntry(placing) }],
  }
  return ok({ booking, version: offering.version, takings, uses })
}

const firstEntry = ({
  onBehalf,
  delegate,
  allotted,
}: Placing): Pick<TimelineEntry, 'verb' | 'by' | 'who'> => {
  if (allotted) return { verb: 'allot', by: 'clock' }
  if (onBehalf) return { verb: 'placeFor', by: 'staff' }
  return delegate ? { verb: 'place', by: 'delegate', who: delegate.who } : { verb: 'place', by: 'owner' }
}

/** The first rule that stands against it: in the order in which a person would see them. */
const ruleAgainst = (
  { offering, person, input, now, dayKindOf, audience, onBehalf, delegate }: Placing,
  travel: number,
): ReturnType<typeof refuse<PlaceRefusal>> | undefined => {
  const whom = { ...person, relation: onBehalf || delegate ? undefined : person.relation }
  const shut = whyShut(offering, input.startAt, now, person, audience)
  if (shut === 'too_early') {
    const facts = earlyFacts(offering, input.startAt, now, whom)
    return refuse('booking.too_early', { facts, detail: whyTooEarly(facts, now, whom) })
  }
  if (shut) return refuse(`booking.${shut}`)
  const closure = closureOn(offering, localDate(input.startAt))
  if (closure) {
    const why = spokenWhy(closure)?.replace(/。$/, '')
    const { reason } = closure
    return refuse(
      'booking.closed',
      why ? { facts: reason ? { reason } : { why }, detail: `这一天不开放：${why}。` } : {},
    )
  }
  const noSlot = whyNoSlot(offering, input, dayKindOf)
  if (noSlot) return refuse(noSlot.code, noSlot.why ? { detail: noSlot.why } : {})
  if (heldFor(offering.seasons, input, offering)) return refuse('booking.season_held')
  const ineligible = whyNoTeam(offering.kind, person) ?? whyIneligible(offering.eligible, whom, input)
  if (ineligible)
    return refuse('booking.not_eligible', {
      facts: ineligibleFacts(ineligible, offering.eligible),
      detail: ineligible.why,
    })
  if (input.mode && !offering.modes?.includes(input.mode)) return refuse('booking.mode_unknown')
  const facts = neverThere(offering.equipment, input.equipment)
  if (facts) return refuse('booking.equipment_unknown', { facts, detail: whyNeverThere(facts) })
  if (!offering.from) return undefined
  if (!person.home) return refuse('booking.home_unknown')
  return travel > (offering.reachMinutes ?? Number.POSITIVE_INFINITY) ? refuse('booking.too_far') : undefined
}

export const answerBy = (startAt: Instant, now: Instant): Instant => {
  const [soonest = startAt] = [
    addMinutes(now, ANSWER_WITHIN_MINUTES),
    addMinutes(startAt, -ANSWER_BEFORE_START_MINUTES),
  ].sort()
  return soonest
}

/** The booking as it was when it was placed: what a retry of the same intent is answered. */
export const asPlaced = ({ lastActorId: _, movedFrom, ...now }: BookingRecord): BookingRecord => {
  // What was moved since was asked for at another time.
  const booking = movedFrom ? { ...now, ...placementOf(movedFrom) } : now
  const [first] = booking.timeline
  const asked = booking.deadlineAt && first && answerBy(booking.startAt, first.at)
  return {
    ...booking,
    version: 1,
    state: asked ? 'requested' : 'confirmed',
    // Asked for once more, it had another one.
    deadlineAt: asked,
    timeline: first ? [first] : [],
  }
}
