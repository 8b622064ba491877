/** Who is signed in, as they see themselves: a session, and what it says of its holder. */
import type { Me } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'
import { ok, refuse } from '@yike/shared/kernel/result'
import type { Instant } from '@yike/shared/kernel/time'
import type { Actor, DeskCodes, Tokens } from '../../platform/actor'
import type { Context } from '../../platform/handler'
import type { Table } from '../../platform/table'
import type { WeChat } from '../../platform/wechat'
import { meOf, newcomer, subjectOf } from '../domain'
import {
  findByOpenId,
  type Household,
  loadHousehold,
  loadRegion,
  newResidentChanges,
  type Region,
} from '../store'

export interface IdentityPorts {
  readonly table: Table
  readonly wechat: WeChat
  readonly tokens: Tokens
  readonly deskCodes: DeskCodes
  /** Our mini-program's id: an openid is one only there. */
  readonly appId: string
}

export const showMe = async (table: Table, actor: Actor) => {
  const found = await loadHousehold(table, actor.residentId)
  return found ? ok(await meFrom(table, found)) : refuse('request.not_found')
}

export const meFrom = async (table: Table, found: Household): Promise<Me> =>
  meOf(found, await communityOf(table, found))

const communityOf = async (
  table: Table,
  { resident: { community } }: Household,
): Promise<Region | undefined> => (community ? loadRegion(table, community) : undefined)

/** The resident behind an openid; on the first visit a new one. Two first visits at once make one. */
export const residentOf = async (
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

export const sessionOf = async (
  ports: IdentityPorts,
  residentId: Id<'resident'>,
  now: Instant,
  deskId?: Id<'desk'>,
) => {
  const { table } = ports
  const found = await loadHousehold(table, residentId)
  if (!found) throw new Error('a signed-in resident is gone')
  return sessionFor(ports, found, await communityOf(table, found), now, deskId)
}

export const sessionFor = async (
  { tokens }: Pick<IdentityPorts, 'tokens'>,
  found: Household,
  community: Region | undefined,
  now: Instant,
  deskId?: Id<'desk'>,
) => ({
  ...(await tokens.sign({ ...subjectOf(found.resident), ...(deskId && { deskId }) }, now)),
  me: meOf(found, community),
})
