/**
 * The books of a table: what its day-sheets and tasks hold, beside what every booking and claim says that they must
 * hold. The two are equal, or something was oversold, lost or half-written.
 */
import { dayParts, quartersOf, type Span, takenSpan } from '@yike/shared/booking/calendar'
import { holds } from '@yike/shared/booking/lifecycle'
import { asBooking, type BookingRecord, type RosterRecord } from '../src/booking/store'
import type { MemberRecord, TeamRecord } from '../src/identity/domain/team'
import type { Item } from '../src/platform/table'
import type { ClaimRecord } from '../src/volunteer/store/claim'
import type { TaskRecord } from '../src/volunteer/store/task'
import { everything } from './everything'

export interface Books {
  /** Taken units by `SHEET#<thing> DAY#<date> q<quarter>`, places by task, members by team; whatever is 0 is left out. */
  readonly kept: Readonly<Record<string, number>>
  /** The same, added up from the bookings and claims that hold. */
  readonly due: Readonly<Record<string, number>>
  readonly bookings: readonly BookingRecord[]
}

export const readBooks = async (from: Parameters<typeof everything>[0]): Promise<Books> => {
  const items = Object.values(await everything(from)) as Record<string, unknown>[]
  const ofType = <R>(type: string) => items.filter(item => item.type === type) as R[]
  const bookings = ofType<Item>('Booking').map(asBooking)
  const due: Record<string, number> = {}
  const owe = (at: string, units = 1) => {
    due[at] = (due[at] ?? 0) + units
  }
  const take = (thing: string, span: Span, units?: number) => {
    for (const part of dayParts(span))
      for (const quarter of quartersOf(part)) owe(`SHEET#${thing} DAY#${part.on} ${quarter}`, units)
  }
  for (const booking of bookings.filter(({ state }) => holds(state))) {
    for (const taken of booking.takes) take(taken.thingId, takenSpan(booking, taken), taken.units)
    for (const { ownerId, month, name, amount } of booking.uses ?? [])
      owe(`QUOTA#${ownerId} MONTH#${month} ${name}`, amount)
  }
  // What the carers on duty cannot look after is taken by nobody.
  for (const { thingId, on, seats, room } of ofType<RosterRecord>('Roster')) {
    for (const [quarter, free] of seats.entries()) owe(`SHEET#${thingId} DAY#${on} ${quarter}`, room - free)
  }
  for (const claim of ofType<ClaimRecord>('Claim').filter(({ state }) => state !== 'released')) {
    take(claim.personId, claim)
    owe(`TASK#${claim.taskId}`)
  }
  for (const { teamId, role } of ofType<MemberRecord>('TeamMember'))
    if (role !== 'left') owe(`TEAM#${teamId}`)
  return { kept: keptBy(items), due: withoutNothing(due), bookings }
}

const keptBy = (items: readonly Record<string, unknown>[]): Record<string, number> => {
  const kept: Record<string, number> = {}
  for (const item of items) {
    if (item.type === 'Team') kept[String(item.pk)] = (item as unknown as TeamRecord).members
    if (item.type === 'Task') kept[String(item.pk)] = (item as unknown as TaskRecord).claimed
    if (String(item.pk).startsWith('QUOTA#'))
      for (const [name, used] of Object.entries(item))
        if (typeof used === 'number') kept[`${item.pk} ${item.sk} ${name}`] = used
    if (String(item.pk).startsWith('SHEET#'))
      for (const [name, taken] of Object.entries(item))
        if (/^\d+$/.test(name)) kept[`${item.pk} ${item.sk} ${name}`] = Number(taken)
  }
  return withoutNothing(kept)
}

const withoutNothing = (counts: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).filter(([, taken]) => taken !== 0))
