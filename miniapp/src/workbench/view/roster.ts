/** A roster as it is read and written: what its hours have room for, and what is wrong with it. */
import { QUARTER_MINUTES } from '@yike/shared/booking/calendar'
import { type Shift, seatsByQuarter } from '@yike/shared/booking/rules/staffing'
import type { RosterClass } from '@yike/shared/booking/schema/roster'
import { clockOfMinute } from '@yike/shared/kernel/time'
import { spokenList } from '../../platform/spoken'
import { rosterWords as words } from '../words'

type Room = Pick<RosterClass, 'room' | 'ratio'>

const seatsIn = ({ room, ratio }: Room, shifts: readonly Shift[]): number[] =>
  seatsByQuarter(room, ratio, shifts)

/** Some quarter-hours in a row that are alike. */
export interface Stretch {
  readonly fromMinute: number
  readonly toMinute: number
  readonly seats: number
  /** The most that is booked in one of them. */
  readonly booked: number
}

/** 8:00–12:00, midnight at the end being 24:00. */
export const spokenStretch = ({ fromMinute, toMinute }: Pick<Stretch, 'fromMinute' | 'toMinute'>): string =>
  `${clockOfMinute(fromMinute)}–${toMinute === 1440 ? '24:00' : clockOfMinute(toMinute)}`

const inRows = (seats: readonly number[], booked: readonly number[]): Stretch[] => {
  const rows: Stretch[] = []
  for (const [quarter, now] of seats.entries()) {
    const taken = booked[quarter] ?? 0
    const fromMinute = quarter * QUARTER_MINUTES
    const last = rows.at(-1)
    const goesOn = last && last.seats === now && last.booked > now === taken > now
    const begun = goesOn ? rows.pop() : undefined
    rows.push({
      fromMinute: begun?.fromMinute ?? fromMinute,
      toMinute: fromMinute + QUARTER_MINUTES,
      seats: now,
      booked: Math.max(begun?.booked ?? 0, taken),
    })
  }
  return rows
}

/** The hours of a day by their seats; those in which there is neither a seat nor a booking are left out. */
export const stretchesOf = (room: Room, shifts: readonly Shift[], booked: readonly number[]): Stretch[] =>
  inRows(seatsIn(room, shifts), booked).filter(({ seats, booked: taken }) => seats > 0 || taken > 0)

export interface DaySummary {
  readonly present: number
  readonly absent: number
  /** The most seats that it has at any time. */
  readonly seats: number
}

export const summaryOf = (room: Room, shifts: readonly Shift[]): DaySummary => {
  const present = new Set(shifts.filter(({ absent }) => !absent).map(({ name }) => name))
  const away = new Set(shifts.filter(({ name, absent }) => absent && !present.has(name)).map(one => one.name))
  return { present: present.size, absent: away.size, seats: Math.max(0, ...seatsIn(room, shifts)) }
}

/** Hours whose seats a change would move. */
export interface Moved extends Pick<Stretch, 'fromMinute' | 'toMinute'> {
  readonly before: number
  readonly after: number
}

export const movedBy = (room: Room, before: readonly Shift[], after: readonly Shift[]): Moved[] => {
  const then = seatsIn(room, before)
  const rows: Moved[] = []
  for (const [quarter, now] of seatsIn(room, after).entries()) {
    const was = then[quarter] ?? 0
    if (was === now) continue
    const fromMinute = quarter * QUARTER_MINUTES
    const last = rows.at(-1)
    const goesOn = last?.toMinute === fromMinute && last.before === was && last.after === now
    const begins = goesOn ? (rows.pop()?.fromMinute ?? fromMinute) : fromMinute
    rows.push({ fromMinute: begins, toMinute: fromMinute + QUARTER_MINUTES, before: was, after: now })
  }
  return rows
}

/** How many more are booked than there are seats, at the worst time. */
export const shortBy = (room: Room, shifts: readonly Shift[], booked: readonly number[]): number =>
  Math.max(0, ...seatsIn(room, shifts).map((seats, quarter) => (booked[quarter] ?? 0) - seats))

const meets = (one: Shift, other: Shift): boolean =>
  !one.absent &&
  !other.absent &&
  one.name === other.name &&
  one.fromMinute < other.toMinute &&
  other.fromMinute < one.toMinute

/** What is wrong with each shift, by its place in the list; empty: it can be saved. */
export const shiftsWrong = (shifts: readonly Shift[]): ReadonlyMap<number, string> =>
  new Map(
    shifts.flatMap((shift, i): [number, string][] => {
      if (shift.name.trim() === '') return [[i, words.wrong.name]]
      if (shift.fromMinute >= shift.toMinute) return [[i, words.wrong.hours]]
      return shifts.slice(0, i).some(other => meets(shift, other)) ? [[i, words.wrong.twice(shift.name)]] : []
    }),
  )

/** Who is on duty in another class of the place at the same time. */
export const clashesOf = (
  shifts: readonly Shift[],
  classes: readonly RosterClass[],
  own: string,
  on: string,
): { name: string; where: string }[] => {
  const found = classes
    .filter(({ offeringId }) => offeringId !== own)
    .flatMap(({ names, days }) => {
      const theirs = days.find(day => day.on === on)?.shifts ?? []
      return shifts
        .filter(shift => theirs.some(other => meets(shift, other)))
        .map(({ name }) => ({ name, where: spokenList(...names) }))
    })
  return [...new Map(found.map(one => [`${one.name} ${one.where}`, one])).values()]
}

/** Every quarter-hour of a day, as one chooses from or to. */
export const quarterOptions = (from: number, to: number): { value: string; label: string }[] =>
  Array.from({ length: (to - from) / QUARTER_MINUTES + 1 }, (_, i) => {
    const minute = from + i * QUARTER_MINUTES
    return { value: String(minute), label: minute === 1440 ? '24:00' : clockOfMinute(minute) }
  })
