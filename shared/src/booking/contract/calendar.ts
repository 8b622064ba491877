/** The link under which calendars read my bookings. What stands behind it is no JSON, and so no endpoint. */
import type { Endpoint } from '../../kernel/contract'
import { z } from '../../kernel/zod'
import { CalendarFeed, CalendarLink } from '../schema/calendar'

export const calendarEndpoints = {
  calendar: {
    method: 'GET',
    path: '/me/calendar',
    status: 200,
    access: ['resident'],
    summary: 'Whether there is a link under which a calendar reads my bookings',
    input: z.strictObject({}),
    output: CalendarFeed,
    errors: [],
  },
  linkCalendar: {
    method: 'POST',
    path: '/me/calendar',
    status: 200,
    access: ['resident'],
    summary: 'Make a link for my calendar; the one before it no longer works',
    input: z.strictObject({}),
    output: CalendarLink,
    errors: [],
  },
  endCalendar: {
    method: 'POST',
    path: '/me/calendar/end',
    status: 200,
    access: ['resident'],
    summary: 'End the link for my calendar; ending it twice is the same as once',
    input: z.strictObject({}),
    output: CalendarFeed,
    errors: [],
  },
} as const satisfies Record<string, Endpoint>
