/** The one link under which somebody's calendar reads their bookings: kept as a digest, so that the table opens none. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Id } from '@yike/shared/kernel/id'
import type { Instant } from '@yike/shared/kernel/time'
import { keys } from '../../platform/keys'
import type { Change, Table } from '../../platform/table'

const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

export interface CalendarRecord {
  /** Absent: it was ended. */
  readonly digest?: string
  readonly madeAt: Instant
}

export const loadCalendar = async (
  table: Table,
  residentId: Id<'resident'>,
): Promise<CalendarRecord | undefined> =>
  (await table.get(keys.calendar(residentId), { consistent: true })) as CalendarRecord | undefined

/** A new link in place of any other; without a secret none. */
export const calendarChange = (
  residentId: Id<'resident'>,
  madeAt: Instant,
  secret?: string,
): Change<never> => ({
  put: {
    ...keys.calendar(residentId),
    type: 'Calendar',
    madeAt,
    ...(secret && { digest: digestOf(secret) }),
  },
})

export const opensCalendar = ({ digest }: CalendarRecord, secret: string): boolean =>
  digest !== undefined && timingSafeEqual(Buffer.from(digest), Buffer.from(digestOf(secret)))
