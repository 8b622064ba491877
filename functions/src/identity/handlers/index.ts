import type { identity } from '@yike/shared/identity/contract'
import { answersFor, HOUSEHOLD_LIMIT } from '@yike/shared/identity/rules'
import type { Community, Person, RegionCode } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'
import type { NextAction } from '@yike/shared/kernel/problem'
import { ok, refuse } from '@yike/shared/kernel/result'
import { addMinutes, type Instant, localDate } from '@yike/shared/kernel/time'
import type { Actor } from '../../platform/actor'
import type { Handlers } from '../../platform/handler'
import type { Table } from '../../platform/table'
import { join, personOf } from '../domain'
import { callTo, communitiesFor } from '../domain/communities'
import {
  addPersonChanges,
  asCommunity,
  bornChange,
  homeChange,
  joinChange,
  loadHousehold,
  loadRegion,
  loadRegions,
  type Region,
  type Resident,
} from '../store'
import { deskHandlers } from './desk'
import { grantHandlers } from './grant'
import { lookHandlers } from './look'
import { phoneHandlers } from './phone'
import { type IdentityPorts, meFrom, residentOf, sessionFor, sessionOf, showMe } from './session'
import { staffHandlers } from './staff'
import { teamHandlers } from './team'

export type { GrantRecord, GrantRefusal } from '../domain/grant'
export {
  asCommunity,
  grantRoleChange,
  loadOpenId,
  loadRegion,
  loadRegions,
  loadResident,
  type Region,
  type Resident,
} from '../store'
export { loadCallers, newCallerChanges } from '../store/caller'
export {
  type CertificateRecord,
  certificateCheck,
  KEPT_DAYS as CERTIFICATE_KEPT_DAYS,
  loadCertificate,
  queryCertificates,
  queryEnding,
} from '../store/certificate'
export { loadPhone, queryPhoned } from '../store/phone'
export { forgetCertificate, noteCertificate } from './certificate'
export { openActors } from './desk'
export { loadOpenGrant, noteDelegateLook, openGrant, underGrant } from './grant'
export { noteLook } from './look'
export { inviteTo } from './staff'
export { inTeamChecks, isOpenCheck, leadsCheck, loadTeamOf, openTeam, queryBookers } from './team'

export const identityHandlers = (ports: IdentityPorts): Handlers<typeof identity.endpoints> => {
  const { table, wechat } = ports
  const communitiesAt = rememberCommunities(table)
  const session = (residentId: Id<'resident'>, now: Instant, deskId?: Id<'desk'>) =>
    sessionOf(ports, residentId, now, deskId)
  return {
    async signIn(context, { code }) {
      const openId = await wechat.openIdOf(code)
      if (!openId.ok) return openId
      return ok(await sessionOf(ports, await residentOf(ports, openId.value, context), context.now))
    },

    async communities({ now }, asked) {
      return ok(communitiesFor(await communitiesAt(now), asked))
    },

    async me({ actor }) {
      return showMe(table, actor)
    },

    async join({ actor, now }, { community, name }) {
      const [chosen, found] = await Promise.all([
        loadRegion(table, community),
        loadHousehold(table, actor.residentId),
      ])
      if (chosen?.level !== 'community') return refuse('identity.no_such_community')
      if (!found) return refuse('request.not_found')
      const joined = join(found.resident, chosen, name)
      const saved = await table.write([joinChange(found.resident, joined)])
      if (!saved.ok) return saved
      const household = { ...found, resident: { ...found.resident, ...joined } }
      return ok(await sessionFor(ports, household, chosen, now, actor.deskId))
    },

    async setHome({ actor }, home) {
      const saved = await table.write([homeChange(actor.residentId, home)])
      return saved.ok ? showMe(table, actor) : saved
    },

    async addPerson({ actor, now, newId, once }, { name, relation, bornOn }) {
      if (bornOn && isAhead(bornOn, now)) return bornAhead
      const found = await loadHousehold(table, actor.residentId)
      if (!found) return refuse('request.not_found')
      const person = { personId: newId('person'), name, relation, ...(bornOn && { bornOn }) }
      const me = await meFrom(table, { ...found, people: [...found.people, person] })
      const saved = await table.write([
        ...addPersonChanges(actor.residentId, person, HOUSEHOLD_LIMIT),
        once.remember(me),
      ])
      if (saved.ok) return ok(me)
      return saved.refusal.code === 'identity.household_full' && me.community
        ? refuse(saved.refusal.code, { next: callTo(me.community) })
        : saved
    },

    async setBorn({ actor, now }, { personId, bornOn }) {
      if (isAhead(bornOn, now)) return bornAhead
      const found = await loadHousehold(table, actor.residentId)
      if (!found || !personOf(found, personId)) return refuse('request.not_found')
      const saved = await table.write([bornChange(found, personId, bornOn)])
      return saved.ok ? showMe(table, actor) : saved
    },
    ...lookHandlers(table),
    ...phoneHandlers(table),
    ...deskHandlers(ports, session),
    ...grantHandlers(table),
    ...staffHandlers(table, session),
    ...teamHandlers(table),
  }
}

/** Whether a date, or a year and month, lies in the future. */
const isAhead = (bornOn: string, now: Instant) => bornOn > localDate(now).slice(0, bornOn.length)
const bornAhead = refuse('identity.born_in_future', { fields: { bornOn: '不能晚于今天' } })

/** The telephone of a community, where only people can help; nothing where it has none. */
export const callCommunity = async (table: Table, code: RegionCode): Promise<NextAction[]> =>
  callTo((await loadRegion(table, code)) ?? {})

/** The list of communities needs no token: it is read once a minute at most, however many ask. */
const rememberCommunities = (table: Table): ((now: Instant) => Promise<Community[]>) => {
  let seen: { readonly until: Instant; readonly communities: Community[] } | undefined
  return async now => {
    if (!seen || seen.until <= now) {
      const regions = await loadRegions(table)
      const communities = regions.filter(({ level }) => level === 'community').map(asCommunity)
      seen = { until: addMinutes(now, 1), communities }
    }
    return seen.communities
  }
}

/** Somebody of the actor's household and where it lives; without an id the actor. Undefined: not of this household. */
export const loadPerson = async (
  table: Table,
  { residentId }: Pick<Actor, 'residentId'>,
  personId: Id<'person'> | undefined,
): Promise<(Person & Pick<Resident, 'community' | 'home'>) | undefined> => {
  const look = async (consistent: boolean) => {
    const found = await loadHousehold(table, residentId, { consistent })
    const person = found && personOf(found, personId)
    return person && { ...person, community: found.resident.community, home: found.resident.home }
  }
  // At half the price, and somebody who was added a moment ago is found at the second look.
  return (await look(false)) ?? look(true)
}

const isPost = (actor: Actor, { level, code }: Region): boolean =>
  level === 'community' && answersFor(actor, code)

/** The communities that the actor answers for. */
export const loadOwnPosts = async (table: Table, actor: Actor): Promise<Region[]> =>
  actor.scope ? (await loadRegions(table, actor.scope)).filter(region => isPost(actor, region)) : []

/** The region of this code, if there is one and the actor answers for all of it. */
export const loadOwnRegion = async (
  table: Table,
  actor: Actor,
  code: RegionCode,
): Promise<Region | undefined> => (answersFor(actor, code) ? loadRegion(table, code) : undefined)

/** The community of this code, if there is one and the actor answers for it. */
export const loadOwnPost = async (
  table: Table,
  actor: Actor,
  code: RegionCode,
): Promise<Region | undefined> => {
  const region = await loadOwnRegion(table, actor, code)
  return region && isPost(actor, region) ? region : undefined
}
