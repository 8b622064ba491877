/** Letting a relative act for oneself: the code, both yeses, the end; and what others may ask of a grant. */
import type { grantEndpoints } from '@yike/shared/identity/contract/grant'
import type { Grant, GrantAct } from '@yike/shared/identity/schema/grant'
import type { Look } from '@yike/shared/identity/schema/look'
import { InvitationCode } from '@yike/shared/identity/schema/staff'
import { type Id, spokenNumber } from '@yike/shared/kernel/id'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import type { Instant } from '@yike/shared/kernel/time'
import type { Actor } from '../../platform/actor'
import type { Handlers } from '../../platform/handler'
import type { Change, Table } from '../../platform/table'
import { personOf } from '../domain'
import {
  asHolderSees,
  ended,
  type GrantRecord,
  type GrantRefusal,
  grantStateAt,
  offered,
  opened,
  showGrant,
  taken,
  whyNotBy,
} from '../domain/grant'
import { loadHousehold, loadResident } from '../store'
import {
  grantOf,
  loadGrant,
  moveGrantChange,
  newGrantChange,
  queryGrants,
  underGrantCheck,
} from '../store/grant'
import { writeLook } from '../store/look'

export const grantHandlers = (table: Table): Handlers<typeof grantEndpoints> => ({
  async offerGrant({ actor, now, newId, once }, { personId, ...asked }) {
    const found = await loadHousehold(table, actor.residentId)
    const person = found && personOf(found, personId)
    if (!person) return refuse('request.not_found')
    const code = InvitationCode.parse(newId('grant').slice(-12))
    const grant = offered(grantOf(code), found.resident, person, asked, now)
    const offer = { ...showGrant(grant, 'given', now), code }
    const saved = await table.write([newGrantChange(grant), once.remember(offer)])
    return saved.ok ? ok(offer) : saved
  },

  async readGrant({ actor, now }, { code }) {
    const found = await findByCode(table, actor, code, now)
    return found.ok ? ok(showGrant(found.value, 'held', now)) : found
  },

  async takeGrant({ actor, now }, { code }) {
    const [found, resident] = await Promise.all([
      findByCode(table, actor, code, now),
      loadResident(table, actor.residentId),
    ])
    if (!found.ok) return found
    if (!resident) return refuse('request.not_found')
    const before = found.value
    if (before.state !== 'offered') return ok(showGrant(before, 'held', now))
    const after = taken(before, resident)
    const saved = await table.write([moveGrantChange(before, after, 'identity.grant_code_over')])
    if (saved.ok) return ok(showGrant(after, 'held', now))
    // A double tap finds that it was oneself.
    const latest = await loadGrant(table, before.grantId)
    return latest?.holderId === actor.residentId ? ok(showGrant(latest, 'held', now)) : saved
  },

  async confirmGrant({ actor, now }, { grantId }) {
    const before = await loadGrant(table, grantId)
    if (before?.giverId !== actor.residentId) return refuse('request.not_found')
    const state = grantStateAt(before, now)
    if (state === 'open') return ok(showGrant(before, 'given', now))
    if (state !== 'taken') return refuse('identity.grant_moved')
    return move(table, before, opened(before, now), 'given', now)
  },

  async endGrant({ actor, now }, { grantId }) {
    const before = await loadGrant(table, grantId)
    const side = before && sideOf(before, actor)
    if (!side) return refuse('request.not_found')
    if (before.state === 'ended') return ok(showGrant(before, side, now))
    return move(table, before, ended(before, side === 'given' ? 'giver' : 'holder', now), side, now)
  },

  async grant({ actor, now }, { grantId }) {
    const found = await loadGrant(table, grantId)
    const side = found && sideOf(found, actor)
    return side ? ok(await show(table, found, side, now)) : refuse('request.not_found')
  },

  async grants({ actor, now }, { side, ...page }) {
    const found = await queryGrants(table, side, actor.residentId, page)
    if (!found.ok) return found
    const { grants, cursor } = found.value
    return ok({
      grants: await Promise.all(grants.map(grant => show(table, grant, side, now))),
      ...(cursor && { cursor }),
    })
  },
})

const sideOf = ({ giverId, holderId }: GrantRecord, { residentId }: Actor): Grant['side'] | undefined => {
  if (giverId === residentId) return 'given'
  return holderId === residentId ? 'held' : undefined
}

const move = async (
  table: Table,
  before: GrantRecord,
  after: GrantRecord,
  side: Grant['side'],
  now: Instant,
) => {
  const saved = await table.write([moveGrantChange(before, after, 'identity.grant_moved')])
  if (saved.ok) return ok(showGrant(after, side, now))
  // Somebody tapped twice, or both ended it at once.
  const latest = await loadGrant(table, before.grantId)
  return latest?.state === after.state ? ok(showGrant(latest, side, now)) : saved
}

/** To its holder with the person, as the giver's household knows them now: what is needed to say what is for them. */
const show = async (table: Table, grant: GrantRecord, side: Grant['side'], now: Instant): Promise<Grant> => {
  const shown = showGrant(grant, side, now)
  if (side === 'given' || shown.state !== 'open') return shown
  const household = await loadHousehold(table, grant.giverId, { consistent: false })
  const person = household && personOf(household, grant.personId)
  if (!person) return shown
  return { ...shown, person: { ...asHolderSees(person, now), community: household.resident.community } }
}

/** What a code offers, while it does; whoever has taken it may look at it again, for an answer may have been lost. */
const findByCode = async (
  table: Table,
  { residentId }: Actor,
  code: InvitationCode,
  now: Instant,
): Promise<
  Result<GrantRecord, 'identity.grant_wrong' | 'identity.grant_code_over' | 'identity.grant_own'>
> => {
  const found = await loadGrant(table, grantOf(code))
  if (!found) return refuse('identity.grant_wrong')
  if (found.giverId === residentId) return refuse('identity.grant_own')
  const state = grantStateAt(found, now)
  const isOn = state === 'offered' || (state !== 'ended' && found.holderId === residentId)
  return isOn ? ok(found) : refuse('identity.grant_code_over')
}

/** A grant by which its holder may do this now. Whether it still may when something is written, that write asks. */
export const openGrant = async (
  table: Table,
  { residentId }: Actor,
  grantId: Id<'grant'>,
  act: GrantAct | undefined,
  now: Instant,
): Promise<Result<GrantRecord, 'request.not_found' | GrantRefusal['code']>> => {
  const grant = await loadGrant(table, grantId)
  if (!grant || grant.holderId !== residentId) return refuse('request.not_found')
  const refusal = whyNotBy(grant, act, now)
  return refusal ? { ok: false, refusal } : ok(grant)
}

/** For what is written by a grant. */
export const underGrant = (
  grant: GrantRecord,
  { residentId }: Actor,
  act: GrantAct,
  now: Instant,
): Change<'booking.grant_over'> => underGrantCheck(grant, residentId, act, now)

/** The grant, if it is open now. For what happens after a commit. */
export const loadOpenGrant = async (
  table: Table,
  grantId: Id<'grant'>,
  now: Instant,
): Promise<GrantRecord | undefined> => {
  const grant = await loadGrant(table, grantId)
  return grant && !whyNotBy(grant, undefined, now) ? grant : undefined
}

/** Notes for the giver that the holder looks at something of theirs. What cannot be noted is not shown. */
export const noteDelegateLook = async (
  table: Table,
  { giverId, holderId, holderName }: GrantRecord,
  seen: { readonly about?: Look['about']; readonly caseId: string; readonly name: string },
  now: Instant,
): Promise<Result<void, 'request.busy'>> => {
  if (!holderId) return ok(undefined)
  const look = {
    at: now,
    office: 'delegate',
    number: spokenNumber(holderId),
    about: 'booking' as Look['about'],
    ...(holderName && { who: holderName }),
    ...seen,
  } as const
  const noted = await writeLook(table, { residentId: giverId, actorId: holderId, look })
  return noted === 'request.busy' ? refuse('request.busy') : ok(undefined)
}
