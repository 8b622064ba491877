/** A week of a class, quarter-hour by quarter-hour: what is on sale, and what of it is booked. */
import { QUARTER_MINUTES } from '@yike/shared/booking/calendar'
import { seatsByQuarter } from '@yike/shared/booking/rules/staffing'
import type { RosterClass, RosterDay } from '@yike/shared/booking/schema/roster'
import { spokenList } from '../../platform/spoken'
import { rosterWords as words } from '../words'
import { type Stretch, spokenStretch, stretchesOf, summaryOf } from './roster'

const PER_HOUR = 60 / QUARTER_MINUTES

/** Quarter-hours in a row that look alike: drawn one by one they would be too much for a phone (32 KB in one setData). */
export interface Bar {
  readonly minute: number
  /** Quarter-hours. */
  readonly length: number
  /** Of the room, from 0 to 100. */
  readonly seats: number
  readonly booked: number
  /** More booked than there are carers for. */
  readonly isOver: boolean
}

export interface DayColumn {
  readonly on: string
  /** Set for this day; else as in the ordinary week. */
  readonly isOwn: boolean
  /** From the first to the last of the hours, without a gap. */
  readonly bars: readonly Bar[]
  /** Quarter-hours in a row with as many seats and as much booked. */
  readonly runs: readonly Stretch[]
  /** All of it in words. */
  readonly said: string
}

export interface WeekGrid {
  /** Whole hours, in which there is anything on any of the days. */
  readonly hours: readonly number[]
  readonly days: readonly DayColumn[]
}

type Of = Pick<RosterClass, 'room' | 'ratio' | 'days'>

export const weekGrid = ({ room, ratio, days }: Of): WeekGrid => {
  const seats = days.map(day => seatsByQuarter(room, ratio, day.shifts))
  const used = days.flatMap(({ booked }, i) =>
    (seats[i] ?? []).flatMap((now, quarter) => (now > 0 || (booked[quarter] ?? 0) > 0 ? [quarter] : [])),
  )
  if (used.length === 0) return { hours: [], days: days.map(day => columnOf(room, ratio, day, [], 0, 0)) }
  const from = Math.floor(Math.min(...used) / PER_HOUR)
  const to = Math.ceil((Math.max(...used) + 1) / PER_HOUR)
  return {
    hours: Array.from({ length: to - from }, (_, i) => from + i),
    days: days.map((day, i) => columnOf(room, ratio, day, seats[i] ?? [], from * PER_HOUR, to * PER_HOUR)),
  }
}

const columnOf = (
  room: number,
  ratio: number,
  { on, ofWeek, shifts, booked }: RosterDay,
  seats: readonly number[],
  from: number,
  to: number,
): DayColumn => {
  const share = (count: number) => Math.min(100, Math.round((count / Math.max(room, 1)) * 100))
  return {
    on,
    isOwn: !ofWeek,
    bars: inARow(
      Array.from({ length: to - from }, (_, i) => {
        const [now, taken] = [seats[from + i] ?? 0, booked[from + i] ?? 0]
        return {
          ...{ minute: (from + i) * QUARTER_MINUTES, length: 1 },
          ...{ seats: share(now), booked: share(taken), isOver: taken > now },
        }
      }),
    ),
    runs: runsOf(seats, booked),
    said: spokenList(
      words.carers(summaryOf({ room, ratio }, shifts).present),
      !ofWeek && words.own,
      ...stretchesOf({ room, ratio }, shifts, booked).map(one =>
        words.stretch(spokenStretch(one), one.seats, one.booked),
      ),
    ),
  }
}

const inARow = (quarters: readonly Bar[]): Bar[] => {
  const bars: Bar[] = []
  for (const one of quarters) {
    const last = bars.at(-1)
    const goesOn = last?.seats === one.seats && last.booked === one.booked && last.isOver === one.isOver
    if (goesOn) bars[bars.length - 1] = { ...last, length: last.length + 1 }
    else bars.push(one)
  }
  return bars
}

const runsOf = (seats: readonly number[], booked: readonly number[]): Stretch[] => {
  const runs: Stretch[] = []
  for (const [quarter, now] of seats.entries()) {
    const taken = booked[quarter] ?? 0
    if (now === 0 && taken === 0) continue
    const fromMinute = quarter * QUARTER_MINUTES
    const toMinute = fromMinute + QUARTER_MINUTES
    const last = runs.at(-1)
    const goesOn = last?.toMinute === fromMinute && last.seats === now && last.booked === taken
    if (goesOn) runs[runs.length - 1] = { ...last, toMinute }
    else runs.push({ fromMinute, toMinute, seats: now, booked: taken })
  }
  return runs
}
