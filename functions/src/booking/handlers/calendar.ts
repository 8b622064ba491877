/** The link under which a calendar reads somebody's bookings. */
import type { booking } from '@yike/shared/booking/contract'
import { ok } from '@yike/shared/kernel/result'
import type { Handlers } from '../../platform/handler'
import { newSecret } from '../../platform/ids'
import type { Table } from '../../platform/table'
import { calendarChange, loadCalendar } from '../store'

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
