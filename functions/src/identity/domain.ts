/**
 * Somebody signs in with WeChat and is known from then on by an id of ours. First they live nowhere; they say which
 * community is theirs, where their door is and who belongs to the household. Staff get their roles and their scope
 * by invitation of somebody who answers for the region, the first from whoever runs the service.
 */

import { isStaff, UNNAMED } from '@yike/shared/identity/rules'
import type { Me, Person } from '@yike/shared/identity/schema'
import { DESK_CODE_MINUTES, DESK_HOURS, type Desk } from '@yike/shared/identity/schema/desk'
import { type Id, spokenNumber } from '@yike/shared/kernel/id'
import { addMinutes, type Instant } from '@yike/shared/kernel/time'
import type { DeskAsk, Subject } from '../platform/actor'
import { asCommunity, type Household, type Region, type Resident } from './store'
import type { DeskRecord } from './store/desk'

export const newcomer = (residentId: Id<'resident'>, personId: Id<'person'>, now: Instant): Resident => ({
  residentId,
  personId,
  name: UNNAMED,
  roles: ['resident'],
  scope: null,
  community: null,
  home: null,
  householdSize: 1,
  createdAt: now,
})

export const subjectOf = ({ residentId, roles, scope }: Resident): Subject => ({
  residentId,
  roles: [...roles],
  scope,
})

/** Joining a community: for a resident it is the scope too; staff keep the scope of their post. */
export const join = (resident: Resident, community: Region, name: string) => ({
  community: community.code,
  scope: isStaff(resident.roles) ? resident.scope : community.code,
  name,
})

/** The resident as one of the people whom they book for. */
const selfOf = ({ personId, name, bornOn, disabledUntil }: Resident): Person => ({
  personId,
  name,
  relation: 'self',
  ...(bornOn && { bornOn }),
  ...(disabledUntil && { disabledUntil }),
})

/** Somebody of a household, the resident included; undefined: not of this one. */
export const personOf = (
  { resident, people }: Household,
  personId: Id<'person'> = resident.personId,
): Person | undefined => [selfOf(resident), ...people].find(one => one.personId === personId)

export const meOf = ({ resident, people }: Household, community: Region | undefined): Me => ({
  residentId: resident.residentId,
  name: resident.name,
  roles: [...resident.roles],
  scope: resident.scope,
  community: community ? asCommunity(community) : null,
  home: resident.home,
  people: [selfOf(resident), ...people],
})

export const codeEndsAt = ({ askedAt }: DeskAsk): Instant => addMinutes(askedAt, DESK_CODE_MINUTES)

/** A desk that somebody has let in; it has as long again to take its session as the code had to be scanned. */
export const confirmedDesk = (
  { deskId, label }: DeskAsk,
  residentId: Id<'resident'>,
  now: Instant,
): DeskRecord => ({
  deskId,
  residentId,
  label,
  state: 'confirmed',
  confirmedAt: now,
  takeBy: addMinutes(now, DESK_CODE_MINUTES),
  endsAt: addMinutes(now, DESK_HOURS * 60),
})

export const isOpen = ({ state, endsAt }: DeskRecord, now: Instant): boolean =>
  state === 'open' && endsAt > now

/** A desk as its owner sees it: what time has ended is ended. */
export const showDesk = (
  { deskId, label, state, confirmedAt, takeBy, endsAt }: DeskRecord,
  now: Instant,
): Desk => ({
  deskId,
  number: spokenNumber(deskId),
  label,
  state: (state === 'confirmed' ? takeBy : endsAt) > now ? state : 'ended',
  confirmedAt,
  endsAt,
})
