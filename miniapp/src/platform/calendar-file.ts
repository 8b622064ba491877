export interface Appointment {
  /** Of the case that it is: noting it twice is noting it once, and two of a family in one slot are two. */
  id: string
  title: string
  where: string
  /** Instants in UTC. */
  startAt: string
  endAt: string
}

/** 2026-11-22T01:00:00.000Z → 20261122T010000Z */
const stamp = (at: string): string => at.replace(/[-:]|\.\d+/g, '')

/** Commas, semicolons, backslashes and line ends have a meaning in a calendar file (RFC 5545, 3.3.11). */
const plain = (text: string): string => text.replace(/[\\,;]/g, '\\$&').replace(/\n/g, '\\n')

/** A line holds 75 bytes and goes on in the next one behind a blank (RFC 5545, 3.1); a character is up to 4 bytes. */
const folded = (line: string): string => line.replace(/.{18}(?=.)/gu, '$&\r\n ')

/** An appointment as an iCalendar file. */
export const calendarFile = ({ id, title, where, startAt, endAt }: Appointment): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//yike//linli//ZH',
    'BEGIN:VEVENT',
    `UID:${id}@yike-linli`,
    `DTSTAMP:${stamp(startAt)}`,
    `DTSTART:${stamp(startAt)}`,
    `DTEND:${stamp(endAt)}`,
    `SUMMARY:${plain(title)}`,
    `LOCATION:${plain(where)}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n')
