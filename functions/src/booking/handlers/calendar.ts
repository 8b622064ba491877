/** The link under which a calendar reads somebody's bookings. */
import type { booking } from '@yike/shared/booking/contract'
import { type Id, idOf } from '@yike/shared/kernel/id'
import { ok } from '@yike/shared/kernel/result'
import { addMinutes, type Instant } from '@yike/shared/kernel/time'
import type { Handlers } from '../../platform/handler'
import { newSecret } from '../../platform/ids'
import type { Table } from '../../platform/table'
import { calendarOf } from '../domain'
import { calendarChange, loadCalendar, opensCalendar, queryOwnedSince } from '../store'

/** So long stays what is over: a calendar that was asleep for a month still crosses out what was cancelled. */
const KEPT_MINUTES = 60 * 24 * 60

/** Who it is of, and what only they know: `rs_….secret`. */
const TOKEN = /^(rs_[0-9A-Z]{26})\.([\w-]{43})$/

type CalendarHandlers = Pick<Handlers<typeof booking.endpoints>, 'calendar' | 'linkCalendar' | 'endCalendar'>

export const calendarHandlers = (table: Table): CalendarHandlers => ({
  async calendar({ actor }) {
    const kept = await loadCalendar(table, actor.residentId)
    return ok(kept?.digest ? { madeAt: kept.madeAt } : {})
  },

  async linkCalendar({ actor, now }) {
    const secret = newSecret()
    const saved = await table.write([calendarChange(actor.residentId, now, secret)])
    return saved.ok ? ok({ madeAt: now, path: `/calendars/${actor.residentId}.${secret}.ics` }) : saved
  },

  async endCalendar({ actor, now }) {
    const saved = await table.write([calendarChange(actor.residentId, now)])
    return saved.ok ? ok({}) : saved
  },
})

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
