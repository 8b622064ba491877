import { createHash } from 'node:crypto'
import type { Community, Home, Person, Position, RegionCode } from '@yike/shared/identity/schema'
import type { Role } from '@yike/shared/kernel/contract'
import type { Id } from '@yike/shared/kernel/id'
import type { Instant, LocalDate } from '@yike/shared/kernel/time'
import { absent, below, equal, present } from '../platform/condition'
import { keys } from '../platform/keys'
import { type Change, queryAll, type Table } from '../platform/table'

/** One person who has signed in. */
export interface Resident {
  readonly residentId: Id<'resident'>
  /** The resident's own body, so that nobody is booked in two places at once. */
  readonly personId: Id<'person'>
  readonly name: string
  /** A date, or only a year and month; absent: not told. */
  readonly bornOn?: string | undefined
  /** The last day of a certificate that staff have seen, see `store/certificate.ts`. */
  readonly disabledUntil?: LocalDate | undefined
  readonly roles: readonly Role[]
  readonly scope: RegionCode | null
  readonly community: RegionCode | null
  readonly home: Home | null
  readonly householdSize: number
  readonly createdAt: Instant
}

/** A region of any level that uses the service; communities carry what residents see of them, grids where their middle is. */
export interface Region {
  readonly code: RegionCode
  readonly name: string
  readonly level: 'city' | 'district' | 'street' | 'community' | 'grid'
  /** Of a community: the name of its street. */
  readonly street?: string
  readonly center?: Position
  readonly phone?: string
}

export type HouseholdPerson = Omit<Person, 'relation'> & {
  readonly relation: Exclude<Person['relation'], 'self'>
}

/** Sessions begin with a digest; the openid itself stands in one item that no request reads. */
const openIdHash = (appId: string, openId: string): string =>
  createHash('sha256').update(`${appId}\n${openId}`).digest('base64url')

export const findByOpenId = async (
  table: Table,
  appId: string,
  openId: string,
): Promise<Id<'resident'> | undefined> =>
  (await table.get(keys.wechatUser(openIdHash(appId, openId)), { consistent: true }))?.residentId

/** A new resident and the way from WeChat to them. */
export const newResidentChanges = (
  resident: Resident,
  appId: string,
  openId: string,
): Change<'identity.known'>[] => [
  {
    put: {
      ...keys.wechatUser(openIdHash(appId, openId)),
      type: 'WeChatUser',
      residentId: resident.residentId,
    },
    if: absent(),
    else: 'identity.known',
  },
  { put: residentItem(resident), if: absent(), else: 'identity.known' },
  { put: { ...keys.openId(resident.residentId), type: 'OpenId', openId } },
]

/** For reactions: what WeChat wants to know whom a message is for, or who has written a text. */
export const loadOpenId = async (table: Table, residentId: Id<'resident'>): Promise<string | undefined> =>
  (await table.get(keys.openId(residentId)))?.openId

export const residentItem = (resident: Resident) => ({
  ...keys.resident(resident.residentId),
  type: 'Resident',
  ...resident,
})

export const personItem = (residentId: Id<'resident'>, person: HouseholdPerson) => ({
  ...keys.person(residentId, person.personId),
  type: 'Person',
  ...person,
})

export interface Household {
  readonly resident: Resident
  readonly people: readonly HouseholdPerson[]
}

/** The resident and their household: one query. */
export const loadHousehold = async (
  table: Table,
  residentId: Id<'resident'>,
  { consistent = true } = {},
): Promise<Household | undefined> => {
  const items = await queryAll(table, { pk: keys.resident(residentId).pk, consistent })
  const resident = items.find(item => item.type === 'Resident') as Resident | undefined
  const people = items.filter(item => item.type === 'Person') as unknown as HouseholdPerson[]
  return resident && { resident, people }
}

export const loadResident = async (table: Table, residentId: Id<'resident'>): Promise<Resident | undefined> =>
  (await table.get(keys.resident(residentId), { consistent: true })) as Resident | undefined

export const joinChange = (
  resident: Resident,
  joined: Pick<Resident, 'community' | 'scope' | 'name'>,
): Change<'request.busy'> => ({
  update: keys.resident(resident.residentId),
  set: { ...joined },
  // Roles decide what the scope means; a role given meanwhile must not get a resident's scope.
  if: equal('roles', resident.roles),
  else: 'request.busy',
})

export const homeChange = (residentId: Id<'resident'>, home: Home): Change<'request.not_found'> => ({
  update: keys.resident(residentId),
  set: { home },
  if: present(),
  else: 'request.not_found',
})

/** The resident's own birth stands with the resident, that of a person of the household with the person. */
export const bornChange = (
  { resident: { residentId, personId: self } }: Household,
  personId: Id<'person'>,
  bornOn: string,
): Change<'request.not_found'> => ({
  update: personId === self ? keys.resident(residentId) : keys.person(residentId, personId),
  set: { bornOn },
  if: present(),
  else: 'request.not_found',
})

export const addPersonChanges = (
  residentId: Id<'resident'>,
  person: HouseholdPerson,
  limit: number,
): Change<'identity.household_full' | 'request.busy'>[] => [
  {
    update: keys.resident(residentId),
    add: { householdSize: 1 },
    if: below('householdSize', limit),
    else: 'identity.household_full',
  },
  { put: personItem(residentId, person), if: absent(), else: 'request.busy' },
]

export const grantRoleChange = (resident: Resident, roles: readonly Role[]): Change<'request.busy'> => ({
  update: keys.resident(resident.residentId),
  set: { roles },
  if: equal('roles', resident.roles),
  else: 'request.busy',
})

export const regionItem = (region: Region) => ({ ...keys.region(region.code), type: 'Region', ...region })

/** All regions, or a region and those below it, whose codes begin with its own. */
export const loadRegions = async (table: Table, from = ''): Promise<Region[]> => {
  const { pk, sk } = keys.region(from)
  return (await queryAll(table, { pk, sk: { begins: sk } })) as unknown as Region[]
}

export const loadRegion = async (table: Table, code: RegionCode): Promise<Region | undefined> =>
  (await table.get(keys.region(code))) as Region | undefined

export const asCommunity = (region: Region): Community => ({
  code: region.code,
  name: region.name,
  street: region.street ?? '',
  center: region.center ?? { lng: 0, lat: 0 },
  phone: region.phone ?? '',
})
