/** One move of a booking by somebody who may see it. */
import type { BookingVerb } from '@yike/shared/booking/lifecycle'
import type { Booking } from '@yike/shared/booking/schema'
import { answersFor } from '@yike/shared/identity/rules'
import type { Id } from '@yike/shared/kernel/id'
import type { Part } from '@yike/shared/kernel/lifecycle'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import type { Instant } from '@yike/shared/kernel/time'
import { loadOffering, type Offering } from '../../circle/handlers'
import {
  callCommunity,
  type GrantRecord,
  inTeamChecks,
  isOpenCheck,
  leadsCheck,
  loadTeamOf,
} from '../../identity/handlers'
import type { Actor } from '../../platform/actor'
import { moveCase } from '../../platform/case'
import type { Change, Table } from '../../platform/table'
import { type Doing, decide, isRepeat, isSeenUnder } from '../domain'
import { type BookingRecord, loadBooking, moveChanges, takeInsteadChanges, withinRoom } from '../store'
import { callPlace } from './advice'
import { showBooking, showUnder } from './view'

/** Is a booking staff's of this community to answer? One's own is not, nor what one booked for somebody. */
export const isForStaff = ({ residentId, delegateId, community }: BookingRecord, actor: Actor): boolean =>
  residentId !== actor.residentId && delegateId !== actor.residentId && answersFor(actor, community)

/** The same of a booking for a team: who is in it is no stranger to it. */
export const isStaffs = async (table: Table, booking: BookingRecord, actor: Actor): Promise<boolean> =>
  isForStaff(booking, actor) &&
  !(booking.team && (await loadTeamOf(table, booking.team.teamId, actor.residentId)))

interface Found {
  readonly booking: BookingRecord
  readonly part: Part
  /** Of whoever leads the team that it is for: their name, and that they lead it goes into what they write. */
  readonly who?: string
  readonly also?: readonly Change<'request.not_found'>[]
  /** What its owner gives up by taking it, if that is so; and what it is of. */
  readonly other?: BookingRecord | undefined
  readonly offering?: Offering | undefined
}

/** A booking that the actor may see, and the part they have in it. One's own case is never one's own to approve. */
export const findBooking = async (
  table: Table,
  actor: Actor,
  bookingId: Id<'booking'>,
  grant?: GrantRecord,
): Promise<Found | undefined> => {
  const found = await loadBooking(table, bookingId)
  if (!found) return undefined
  if (grant) return isSeenUnder(grant, found) ? { booking: found, part: 'delegate' } : undefined
  if (found.residentId === actor.residentId) return { booking: found, part: 'owner' }
  const own = found.team && (await loadTeamOf(table, found.team.teamId, actor.residentId))
  if (own?.member.role === 'leader') {
    const { name: who } = own.member
    return { booking: found, part: 'delegate', who, also: [leadsCheck(own.member)] }
  }
  return !own && isForStaff(found, actor) ? { booking: found, part: 'staff' } : undefined
}

/** By a grant, which the write asks too. */
export interface Under<Over extends string> {
  readonly grant: GrantRecord
  readonly check: Change<Over>
}

export const act = async <V extends BookingVerb, Over extends string = never>(
  table: Table,
  actor: Actor,
  bookingId: Id<'booking'>,
  verb: V,
  now: Instant,
  note?: string,
  under?: Under<Over>,
): Promise<
  Result<Booking, RefusalOf<V> | Over | TeamOver<V> | FullOf<V> | 'request.not_found' | 'request.busy'>
> => {
  const doing = { actorId: actor.residentId, now, note }
  const named = (who = under?.grant.holderName) => who && { who }
  const moved = await moveCase(table, {
    async find(): Promise<Found | undefined> {
      const found = await findBooking(table, actor, bookingId, under?.grant)
      if (!found || !isTaking(verb)) return found
      const { insteadOf, placeId, offeringId } = found.booking
      const [other, offering] = await Promise.all([
        insteadOf && loadBooking(table, insteadOf.bookingId),
        loadOffering(table, placeId, offeringId, { consistent: true }),
      ])
      return { ...found, other, offering }
    },
    isRepeat: ({ booking, part }) => isRepeat(booking, verb, { ...doing, part }),
    decide: ({ booking, part, who }) => {
      const next = decide[verb](booking, { ...doing, part, ...named(who) })
      return next.ok ? ok({ booking: next.value, part }) : refuse(next.refusal.code as RefusalOf<V>)
    },
    changes: (
      before,
      after,
    ): Change<Over | TeamOver<V> | FullOf<V> | 'booking.wrong_state' | 'request.not_found'>[] => [
      ...takingWithin(
        before,
        isTaking(verb) && before.booking.insteadOf
          ? (takeInstead(before, after, { ...doing, ...named(before.who) }) as Change<
              FullOf<V> | 'booking.wrong_state'
            >[])
          : moveChanges(before.booking, after.booking),
      ),
      ...(under ? [under.check] : []),
      ...(before.also ?? []),
      ...teamChecks(before, verb),
    ],
    stale: 'booking.wrong_state',
    async instead({ booking }, code) {
      if (code !== 'booking.cancel_closed') return []
      return booking.placePhone ? callPlace(booking) : callCommunity(table, booking.community)
    },
  })
  if (!moved.ok) return moved
  const { booking, part } = moved.value
  return ok(under ? showUnder(under.grant.may, booking, now) : showBooking(booking, part, now))
}

type Taking = 'accept' | 'apply' | 'acceptFor'
const isTaking = (verb: BookingVerb): verb is Taking =>
  verb === 'accept' || verb === 'apply' || verb === 'acceptFor'

/** What is taken is taken of a room that is still large enough. */
const takingWithin = <Code extends string>({ booking, offering }: Found, changes: readonly Change<Code>[]) =>
  offering ? withinRoom(changes, booking, offering) : [...changes]

/** One's own time again: what was taken in its place ends in that write, where it is still to come. */
const takeInstead = ({ booking, other }: Found, after: Found, doing: Omit<Doing, 'part'>) => {
  const ended =
    other && other.startAt > doing.now ? decide.goBack(other, { ...doing, part: after.part }) : undefined
  return takeInsteadChanges(
    booking,
    after.booking,
    other && ended?.ok ? { before: other, after: ended.value } : undefined,
  )
}

type FullOf<V extends BookingVerb> = V extends Taking ? 'booking.not_back' : never

/** Taking what is held for a team is booking for it. */
type TeamOver<V extends BookingVerb> = V extends Taking ? 'booking.team_over' : never

/** Whoever leads the team takes it also for a booker who is out: that they lead it is asked beside. */
const teamChecks = <V extends BookingVerb>(
  { booking: { team, residentId }, also }: Found,
  verb: V,
): Change<TeamOver<V>>[] => {
  if (!team || !isTaking(verb)) return []
  const checks = also ? [isOpenCheck(team.teamId)] : inTeamChecks(team.teamId, residentId)
  return checks as Change<TeamOver<V>>[]
}

export type RefusalOf<V extends BookingVerb> =
  | Extract<ReturnType<(typeof decide)[V]>, { ok: false }>['refusal']['code']
  | 'booking.wrong_state'
