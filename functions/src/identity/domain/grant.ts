/**
 * A grant is offered with a code, taken once by a relative, and open when its giver has said that it is them. Either ends
 * it at any time; by itself it is over on its day. Whatever is written by it asks the grant in that very write.
 */

import type { Person } from '@yike/shared/identity/schema'
import {
  GRANT_CODE_MINUTES,
  type Grant,
  type GrantAct,
  type GrantState,
} from '@yike/shared/identity/schema/grant'
import { type Id, spokenNumber } from '@yike/shared/kernel/id'
import { addMinutes, type Instant } from '@yike/shared/kernel/time'
import type { Resident } from '../store'

export interface GrantRecord {
  readonly grantId: Id<'grant'>
  readonly giverId: Id<'resident'>
  readonly giverName: string
  /** Of the giver's household. */
  readonly personId: Id<'person'>
  readonly forName: string
  readonly may: readonly GrantAct[]
  readonly state: GrantState
  readonly offeredAt: Instant
  readonly takeBy: Instant
  readonly untilAt: Instant
  readonly holderId?: Id<'resident'>
  readonly holderName?: string
  readonly openedAt?: Instant
  readonly endedAt?: Instant
  readonly endedBy?: 'giver' | 'holder'
}

export const offered = (
  grantId: Id<'grant'>,
  giver: Resident,
  person: Person,
  { may, days }: { readonly may: readonly GrantAct[]; readonly days: number },
  now: Instant,
): GrantRecord => ({
  grantId,
  giverId: giver.residentId,
  giverName: giver.name,
  personId: person.personId,
  forName: person.name,
  may: [...new Set(may)],
  state: 'offered',
  offeredAt: now,
  takeBy: addMinutes(now, GRANT_CODE_MINUTES),
  untilAt: addMinutes(now, days * 24 * 60),
})

export const taken = (grant: GrantRecord, { residentId, name }: Resident): GrantRecord => ({
  ...grant,
  state: 'taken',
  holderId: residentId,
  holderName: name,
})

export const opened = (grant: GrantRecord, now: Instant): GrantRecord => ({
  ...grant,
  state: 'open',
  openedAt: now,
})

export const ended = (grant: GrantRecord, by: 'giver' | 'holder', now: Instant): GrantRecord => ({
  ...grant,
  state: 'ended',
  endedAt: now,
  endedBy: by,
})

/** As it stands now, time included: a code that nobody has taken is over, and so is what has had its day. */
export const grantStateAt = ({ state, takeBy, untilAt }: GrantRecord, now: Instant): GrantState =>
  (state === 'offered' ? takeBy : untilAt) <= now ? 'ended' : state

/** May its holder do this now? Without an act: see what they made by it. */
export const allows = (grant: GrantRecord, act: GrantAct | undefined, now: Instant): boolean =>
  grantStateAt(grant, now) === 'open' && (act === undefined || grant.may.includes(act))

export const showGrant = (grant: GrantRecord, side: Grant['side'], now: Instant): Grant => {
  const { grantId, giverId, giverName, holderId, holderName, forName, may } = grant
  const { takeBy, untilAt, openedAt, endedAt, endedBy } = grant
  return {
    grantId,
    state: grantStateAt(grant, now),
    side,
    giver: { name: giverName, number: spokenNumber(giverId) },
    ...(holderId && { holder: { name: holderName ?? '', number: spokenNumber(holderId) } }),
    forName,
    may: [...may],
    takeBy,
    untilAt,
    openedAt,
    endedAt,
    endedBy,
  }
}
