/** What calendars read, apart from the API: what writes iCalendar is a twelfth of all that a cold function would parse. */
import { instantOf } from '@yike/shared/kernel/time'
import { Hono } from 'hono/tiny'
import type { Outside } from '../app'
import { readCalendar } from '../booking/handlers/feed'
import { mountCalendars } from '../platform/http/calendar'

export const createCalendars = ({ table, clock }: Pick<Outside, 'table' | 'clock'>): Hono => {
  const app = new Hono()
  mountCalendars(app, token => readCalendar(table, token, instantOf(clock())))
  return app
}
