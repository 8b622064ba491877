/**
 * A grant is offered with a code, taken once by a relative, and open when its giver has said that it is them. Either ends
 * it at any time; by itself it is over on its day. Whatever is written by it asks the grant in that very write.
 */

import type { grantCodes } from '@yike/shared/booking/contract/errors/grant'
import { MOST_DAYS_AHEAD } from '@yike/shared/booking/rules/terms'
import type { Person } from '@yike/shared/identity/schema'
import {
  GRANT_CODE_MINUTES,
  type Grant,
  type GrantAct,
  type GrantState,
} from '@yike/shared/identity/schema/grant'
import { type Id, spokenNumber } from '@yike/shared/kernel/id'
import type { Refusal } from '@yike/shared/kernel/result'
import { addDays, addMinutes, type Instant, localDate, spokenDate } from '@yike/shared/kernel/time'
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

/** Why its holder may not do this now; undefined: they may. Without an act: see what they made by it. */
export const whyNotBy = (
  grant: GrantRecord,
  act: GrantAct | undefined,
  now: Instant,
): GrantRefusal | undefined => {
  const state = grantStateAt(grant, now)
  if (state === 'ended') {
    const { endedBy = 'time', endedAt, untilAt } = grant
    const facts = { endedBy, on: localDate(endedAt ?? untilAt) }
    return { code: 'booking.grant_over', facts, detail: spokenEnd(grant, now) }
  }
  if (state !== 'open') return { code: 'booking.grant_unconfirmed' }
  return act === undefined || grant.may.includes(act) ? undefined : { code: 'booking.grant_lacks' }
}

export type GrantRefusal = Refusal<(typeof grantCodes)[number]>

const spokenEnd = ({ endedBy, endedAt, untilAt, giverName }: GrantRecord, now: Instant): string => {
  const day = spokenDate(localDate(endedAt ?? untilAt), localDate(now))
  if (endedBy === 'giver') return `${giverName}${day}收回了这份代办授权，还要代办，请再给一份。`
  return endedBy === 'holder'
    ? `您${day}自己结束了这份代办授权，还要代办，请家人再给一份。`
    : `这份代办授权${day}到期了，还要代办，请家人再给一份。`
}

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

/** So far ahead something can be booked: how much longer a certificate holds is nobody's business. */
const SHOWN_DAYS = MOST_DAYS_AHEAD

export const asHolderSees = ({ disabledUntil, ...person }: Person, now: Instant): Person => {
  const [until] = disabledUntil ? [disabledUntil, addDays(localDate(now), SHOWN_DAYS)].sort() : []
  return { ...person, ...(until && { disabledUntil: until }) }
}
