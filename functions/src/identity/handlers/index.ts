import type { identity } from '@yike/shared/identity/contract'
import { answersFor, HOUSEHOLD_LIMIT } from '@yike/shared/identity/rules'
import type { Community, Me, Person, RegionCode } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'
import type { NextAction } from '@yike/shared/kernel/problem'
import { ok, refuse } from '@yike/shared/kernel/result'
import { addMinutes, type Instant, localDate } from '@yike/shared/kernel/time'
import type { Actor, DeskCodes, Tokens } from '../../platform/actor'
import type { Context, Handlers } from '../../platform/handler'
import type { Table } from '../../platform/table'
import type { WeChat } from '../../platform/wechat'
import { join, meOf, newcomer, personOf, subjectOf } from '../domain'
import {
  addPersonChanges,
  asCommunity,
  bornChange,
  findByOpenId,
  type Household,
  homeChange,
  joinChange,
  loadHousehold,
  loadRegion,
  loadRegions,
  loadResident,
  newResidentChanges,
  type Region,
  type Resident,
} from '../store'
import { deskHandlers } from './desk'

export { asCommunity, grantRoleChange, loadRegions, loadResident, type Region, type Resident } from '../store'
export { openActors } from './desk'

export interface IdentityPorts {
  readonly table: Table
  readonly wechat: WeChat
  readonly tokens: Tokens
  readonly deskCodes: DeskCodes
  /** Our mini-program's id: an openid is one only there. */
  readonly appId: string
}

export const identityHandlers = (ports: IdentityPorts): Handlers<typeof identity.endpoints> => {
  const { table, wechat } = ports
  const communitiesAt = rememberCommunities(table)
  return {
    async signIn(context, { code }) {
      const openId = await wechat.openIdOf(code)
      if (!openId.ok) return openId
      return ok(await sessionOf(ports, await residentOf(ports, openId.value, context), context.now))
    },

    async communities({ now }) {
      return ok({ communities: await communitiesAt(now) })
    },

    async me({ actor }) {
      return showMe(table, actor)
    },

    async join({ actor, now }, { community, name }) {
      const [chosen, resident] = await Promise.all([
        loadRegion(table, community),
        loadResident(table, actor.residentId),
      ])
      if (chosen?.level !== 'community') return refuse('identity.no_such_community')
      if (!resident) return refuse('request.not_found')
      const saved = await table.write([joinChange(resident, join(resident, chosen, name))])
      return saved.ok ? ok(await sessionOf(ports, actor.residentId, now, actor.deskId)) : saved
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
    ...deskHandlers(ports, (residentId, now, deskId) => sessionOf(ports, residentId, now, deskId)),
  }
}

/** Whether a date, or a year and month, lies in the future. */
const isAhead = (bornOn: string, now: Instant) => bornOn > localDate(now).slice(0, bornOn.length)
const bornAhead = refuse('identity.born_in_future', { fields: { bornOn: '不能晚于今天' } })

const callTo = ({ phone }: { readonly phone?: string }): NextAction[] =>
  phone ? [{ do: 'call', label: '打电话给社区', phone }] : []

/** The telephone of a community, where only people can help; nothing where it has none. */
export const callCommunity = async (table: Table, code: RegionCode): Promise<NextAction[]> =>
  callTo((await loadRegion(table, code)) ?? {})

const showMe = async (table: Table, actor: Actor) => {
  const found = await loadHousehold(table, actor.residentId)
  return found ? ok(await meFrom(table, found)) : refuse('request.not_found')
}

const meFrom = async (table: Table, found: Household): Promise<Me> => {
  const { community } = found.resident
  return meOf(found, community ? await loadRegion(table, community) : undefined)
}

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

/** The resident behind an openid; on the first visit a new one. Two first visits at once make one. */
const residentOf = async (
  { table, appId }: IdentityPorts,
  openId: string,
  { now, newId }: Context,
): Promise<Id<'resident'>> => {
  const known = await findByOpenId(table, appId, openId)
  if (known) return known
  const resident = newcomer(newId('resident'), newId('person'), now)
  const saved = await table.write(newResidentChanges(resident, appId, openId))
  if (saved.ok) return resident.residentId
  const other = await findByOpenId(table, appId, openId)
  if (!other) throw new Error('neither a new resident nor a known one')
  return other
}

const sessionOf = async (
  { table, tokens }: IdentityPorts,
  residentId: Id<'resident'>,
  now: Instant,
  deskId?: Id<'desk'>,
) => {
  const found = await loadHousehold(table, residentId)
  if (!found) throw new Error('a signed-in resident is gone')
  const me = await meFrom(table, found)
  return { ...(await tokens.sign({ ...subjectOf(found.resident), ...(deskId && { deskId }) }, now)), me }
}

/** Somebody of the actor's household and where it lives; without an id the actor. Undefined: not of this household. */
export const loadPerson = async (
  table: Table,
  { residentId }: Actor,
  personId: Id<'person'> | undefined,
): Promise<(Person & Pick<Resident, 'community'>) | undefined> => {
  const look = async (consistent: boolean) => {
    const found = await loadHousehold(table, residentId, { consistent })
    const person = found && personOf(found, personId)
    return person && { ...person, community: found.resident.community }
  }
  // At half the price, and somebody who was added a moment ago is found at the second look.
  return (await look(false)) ?? look(true)
}

const isPost = (actor: Actor, { level, code }: Region): boolean =>
  level === 'community' && answersFor(actor, code)

/** The communities that the actor answers for. */
export const loadOwnPosts = async (table: Table, actor: Actor): Promise<Region[]> =>
  actor.scope ? (await loadRegions(table, actor.scope)).filter(region => isPost(actor, region)) : []

/** The community of this code, if there is one and the actor answers for it. */
export const loadOwnPost = async (
  table: Table,
  actor: Actor,
  code: RegionCode,
): Promise<Region | undefined> => {
  const region = answersFor(actor, code) ? await loadRegion(table, code) : undefined
  return region && isPost(actor, region) ? region : undefined
}
