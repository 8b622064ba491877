/** Somebody's bookings as their calendar reads them. */
import { type Id, idOf } from '@yike/shared/kernel/id'
import { addMinutes, type Instant } from '@yike/shared/kernel/time'
import type { Table } from '../../platform/table'
import { calendarOf } from '../domain/calendar'
import { loadCalendar, opensCalendar, queryOwnedSince } from '../store'

/** So long stays what is over: a calendar that was asleep for a month still crosses out what was cancelled. */
const KEPT_MINUTES = 60 * 24 * 60

/** Who it is of, and what only they know: `rs_….secret`. */
const TOKEN = /^(rs_[0-9A-Z]{26})\.([\w-]{43})$/

/** The calendar that a token opens now; undefined: none, and nobody can tell why. */
export const readCalendar = async (
  table: Table,
  token: string,
  now: Instant,
): Promise<string | undefined> => {
  const [, residentId, secret] = TOKEN.exec(token) ?? []
  const of = idOf('resident').safeParse(residentId)
  if (!of.success || !secret) return undefined
  const kept = await loadCalendar(table, of.data as Id<'resident'>)
  if (!kept || !opensCalendar(kept, secret)) return undefined
  return calendarOf(await queryOwnedSince(table, of.data, addMinutes(now, -KEPT_MINUTES)))
}
