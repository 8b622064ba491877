/** Carers who have called in sick: what is booked with them is there already, and somebody has to be called. */
import { type Instant, localDate } from '@yike/shared/kernel/time'
import { shiftsOfWeek } from '../../booking/domain'
import { type RosterRecord, rosterChanges } from '../../booking/store'
import type { Change } from '../../platform/table'
import { offeringNamed } from '../offerings'
import type { PlannedBooking } from './book'

const rows = [
  { place: '桂花里日间照料中心', offering: '半日托', carer: '倪护理员' },
  { place: '石桥头向阳托育园', offering: '托大班半日托', carer: '臧老师' },
] as const

/** On the first day from tomorrow on which it is booked; after the bookings, by which the roster of that day was opened. */
export const absenceWrites = (bookings: readonly PlannedBooking[], now: Instant): Change[][][] =>
  rows.map(({ place, offering: name, carer }) => {
    const offering = offeringNamed(place, name)
    const [on] = bookings
      .filter(({ booking }) => booking.offeringId === offering.offeringId)
      .map(({ booking }) => localDate(booking.startAt))
      .filter(date => date > localDate(now))
      .sort()
    if (on === undefined) return []
    const week = shiftsOfWeek(offering, on)
    const [opened] = rosterChanges(offering, on, week, undefined, true)
    if (!opened || !('put' in opened)) throw new Error('a roster is not put any more')
    const before = opened.put as unknown as RosterRecord
    const shifts = week.map(shift => (shift.name === carer ? { ...shift, absent: true as const } : shift))
    return [rosterChanges(offering, on, shifts, before)]
  })
