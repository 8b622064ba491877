/** What other programs read under an address alone: no JSON and so no endpoint of the contract, yet part of the API. */
import type { Document, Links } from './document'

/** As `POST /me/calendar` makes it: whose it is, and what only they know. */
export const LINK = '^rs_[0-9A-HJKMNP-TV-Z]{26}\\.[\\w-]{43}\\.ics$'

export const feeds: Document['paths'] = {
  '/calendars/{link}': {
    get: {
      operationId: 'booking.readCalendar',
      summary: 'My bookings as iCalendar, for whoever has the link that I made',
      description:
        '日历软件按这个链接读我的预约；谁有链接谁能读，停用或另做一个后就读不到。RFC 5545: one VEVENT a booking, its UID the same for good, SEQUENCE its moves, STATUS CANCELLED once it is given up, kept in it for 60 days. It names nobody.',
      tags: ['booking'],
      'x-roles': [],
      security: [],
      parameters: [{ name: 'link', in: 'path', required: true, schema: { type: 'string', pattern: LINK } }],
      responses: {
        200: {
          description: '日历 The calendar',
          content: { 'text/calendar': { schema: { type: 'string' } } },
        },
        404: {
          description: '没有这个链接，或已停用 No such link, or it was ended',
          content: { 'text/plain': { schema: { type: 'string' } } },
        },
      },
    },
  },
}

/** As the page calls them. */
export const feedWords: Readonly<Record<string, string>> = {
  'booking.readCalendar': '日历软件读我的预约（iCalendar）',
}

/** From what an endpoint answers to what can be read then. */
export const linksFrom: Readonly<Record<string, Links>> = {
  'booking.linkCalendar': {
    calendar: {
      operationId: 'booking.readCalendar',
      description: 'Read at `path` of the answer, by any calendar and without a token.',
    },
  },
}
