import Taro from '@tarojs/taro'
import { type Appointment, calendarFile } from './calendar-file'

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
