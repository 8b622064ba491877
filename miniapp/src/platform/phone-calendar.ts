import Taro from '@tarojs/taro'

interface Appointment {
  title: string
  where: string
  /** Instants in UTC. */
  startAt: string
  endAt: string
}

/** 2026-11-22T01:00:00.000Z → 20261122T010000Z */
const stamp = (at: string): string => at.replace(/[-:]|\.\d+/g, '')

/** Commas, semicolons and backslashes have a meaning in a calendar file (RFC 5545, 3.3.11). */
const plain = (text: string): string => text.replace(/[\\,;]/g, '\\$&')

const calendarFile = ({ title, where, startAt, endAt }: Appointment): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//yike//linli//ZH',
    'BEGIN:VEVENT',
    `UID:${stamp(startAt)}-${encodeURIComponent(title)}`,
    `DTSTAMP:${stamp(startAt)}`,
    `DTSTART:${stamp(startAt)}`,
    `DTEND:${stamp(endAt)}`,
    `SUMMARY:${plain(title)}`,
    `LOCATION:${plain(where)}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')

const HOUR_SECONDS = 3600
const seconds = (at: string): number => Date.parse(at) / 1000

/** Notes an appointment in the phone's calendar; a browser hands over a calendar file. False: the phone would not. */
export async function noteInCalendar(appointment: Appointment): Promise<boolean> {
  if (process.env.TARO_ENV === 'h5') {
    const link = document.createElement('a')
    link.href = `data:text/calendar;charset=utf-8,${encodeURIComponent(calendarFile(appointment))}`
    link.download = 'yike.ics'
    link.click()
    return true
  }
  try {
    await Taro.addPhoneCalendar({
      title: appointment.title,
      location: appointment.where,
      startTime: seconds(appointment.startAt),
      endTime: String(seconds(appointment.endAt)),
      alarmOffset: HOUR_SECONDS,
    })
    return true
  } catch {
    return false
  }
}
