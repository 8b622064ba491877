/**
 * Acting for somebody by a grant, or for a team: every write asks the grant, or the team and the membership, once more, so
 * that none comes after its end.
 */
import type { BookingVerb } from '@yike/shared/booking/lifecycle'
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import type { AskDelegated, AskOwn, Booking } from '@yike/shared/booking/schema'
import type { Id } from '@yike/shared/kernel/id'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import type { Instant } from '@yike/shared/kernel/time'
import type { z } from '@yike/shared/kernel/zod'
import {
  type GrantRecord,
  type GrantRefusal,
  loadPerson,
  noteDelegateLook,
  openGrant,
  openTeam,
  underGrant,
} from '../../identity/handlers'
import type { Actor } from '../../platform/actor'
import type { Table } from '../../platform/table'
import { actOf, type Delegate, isSeenUnder, teamGuest } from '../domain'
import { asBooking, queryBookings } from '../store'
import { act, findBooking } from './act'
import type { Wish } from './place'
import { showInQueue } from './queue'

type Asked = z.output<typeof AskOwn>
type WhomOf<Over extends string> = Pick<
  Wish<Over>,
  'residentId' | 'person' | 'delegate' | 'team' | 'also'
> & {
  readonly grant?: GrantRecord
}
/** Whose something is and whom it is for, and by which grant. */
export type Whom = WhomOf<'booking.grant_over' | 'booking.team_over'>

/** As it is asked for: myself, where nothing is said. */
interface AskedFor {
  readonly grantId?: Id<'grant'> | undefined
  readonly personId?: Id<'person'> | undefined
  readonly teamId?: Id<'team'> | undefined
}

/** Whose the booking is and whom it is for: somebody of the actor's household, the person whom a grant names, or a team. */
export const whomFor = async (
  table: Table,
  actor: Actor,
  { teamId, ...asked }: AskedFor,
  now: Instant,
): Promise<Result<Whom, 'request.not_found' | GrantRefusal['code'] | 'booking.team_over'>> => {
  if (!teamId) return personFor(table, actor, asked, now)
  return asked.grantId || asked.personId ? refuse('request.not_found') : whomOfTeam(table, actor, teamId)
}

/** The same of what is no team's to ask for. */
export const personFor = async (
  table: Table,
  actor: Actor,
  { grantId, personId }: Omit<AskedFor, 'teamId'>,
  now: Instant,
): Promise<Result<WhomOf<'booking.grant_over'>, 'request.not_found' | GrantRefusal['code']>> => {
  if (!grantId) {
    const person = await loadPerson(table, actor, personId)
    return person ? ok({ residentId: actor.residentId, person }) : refuse('request.not_found')
  }
  const found = await openGrant(table, actor, grantId, 'book', now)
  if (!found.ok) return found
  const grant = found.value
  if (personId && personId !== grant.personId) return refuse('request.not_found')
  const person = await loadPerson(table, { residentId: grant.giverId }, grant.personId)
  if (!person) return refuse('request.not_found')
  return ok({
    residentId: grant.giverId,
    person,
    grant,
    delegate: delegateOf(grant, actor),
    also: [underGrant(grant, actor, 'book', now)],
  })
}

const whomOfTeam = async (
  table: Table,
  actor: Actor,
  teamId: Id<'team'>,
): Promise<Result<Whom, 'request.not_found' | 'booking.team_over'>> => {
  const [opened, self] = await Promise.all([
    openTeam(table, actor, teamId),
    loadPerson(table, actor, undefined),
  ])
  if (!opened.ok) return opened
  if (!self) return refuse('request.not_found')
  const { who, checks } = opened.value
  const { name, community } = opened.value.team
  const team = { teamId, name, community, who }
  return ok({ residentId: actor.residentId, person: teamGuest(self, team), team, also: checks })
}

/** By whom and by which grant something was done. */
export const delegateOf = ({ grantId, holderName = '' }: GrantRecord, { residentId }: Actor): Delegate => ({
  ...{ delegateId: residentId, grantId, who: holderName },
})

/** What somebody does to a booking of their own, or by a grant to one of its giver's. */
export const actOwn = async <V extends BookingVerb>(
  table: Table,
  actor: Actor,
  { bookingId, grantId }: Asked,
  verb: V,
  now: Instant,
) => {
  if (!grantId) return act(table, actor, bookingId, verb, now)
  const grant = await openGrant(table, actor, grantId, actOf(verb), now)
  if (!grant.ok) return grant
  const check = underGrant(grant.value, actor, actOf(verb), now)
  return act(table, actor, bookingId, verb, now, undefined, { grant: grant.value, check })
}

/** The giver reads that it was looked at. */
export const showDelegated = async (
  table: Table,
  actor: Actor,
  { bookingId, grantId }: { bookingId: Id<'booking'>; grantId: Id<'grant'> },
  now: Instant,
): Promise<Result<Booking, 'request.not_found' | 'request.busy' | GrantRefusal['code']>> => {
  const grant = await openGrant(table, actor, grantId, undefined, now)
  if (!grant.ok) return grant
  const found = await findBooking(table, actor, bookingId, grant.value)
  if (!found) return refuse('request.not_found')
  const seen = { caseId: bookingId, name: spokenOffering(found.booking) }
  const noted = await noteDelegateLook(table, grant.value, seen, now)
  return noted.ok ? ok(await showInQueue(table, found.booking, now, grant.value.may)) : noted
}

/** A page of them may hold fewer than were asked for: it is the giver's list, without what this grant does not show. */
export const listDelegated = async (
  table: Table,
  actor: Actor,
  { grantId, ...page }: z.output<typeof AskDelegated>,
  now: Instant,
) => {
  const grant = await openGrant(table, actor, grantId, undefined, now)
  if (!grant.ok) return grant
  const found = await queryBookings(table, grant.value.giverId, now, page)
  if (!found.ok) return found
  const noted = await noteDelegateLook(
    table,
    grant.value,
    { caseId: grantId, name: `${grant.value.forName}的预约` },
    now,
  )
  if (!noted.ok) return noted
  const { items, cursor } = found.value
  return ok({
    bookings: await Promise.all(
      items
        .map(asBooking)
        .filter(booking => isSeenUnder(grant.value, booking))
        .map(booking => showInQueue(table, booking, now, grant.value.may)),
    ),
    ...(cursor && { cursor }),
  })
}
