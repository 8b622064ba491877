/**
 * The calendar engine. Whatever can be taken (a class, a room, a person) has one sheet a day with
 * 96 quarter-hours; a booking takes a run of them. Quarters are half open: 09:00–10:00 takes 36…39.
 */
import {
  addDays,
  addMinutes,
  type Instant,
  instantAt,
  type LocalDate,
  localDate,
  minuteOfDay,
} from '../kernel/time'

export const QUARTERS = 96
export const QUARTER_MINUTES = 15

/** Taken units per quarter of one day. A quarter that nobody has touched is absent: 0. */
export type DaySheet = Readonly<Record<number, number>>

export interface Span {
  readonly startAt: Instant
  readonly endAt: Instant
}

/** A span cut at midnight: which quarters of which days it takes. */
export interface DayPart {
  readonly on: LocalDate
  readonly first: number
  /** One past the last quarter. */
  readonly end: number
}

/** What a booking holds of one thing: so many units, from some minutes before its start to some after its end. */
export interface Taken {
  readonly thingId: string
  /** Absent: one. */
  readonly units?: number | undefined
  /** Multiples of 15: to clear up, to walk there. Absent: none. */
  readonly beforeMinutes?: number | undefined
  readonly afterMinutes?: number | undefined
}

/** The time that is taken of a thing: that of the booking with what lies around it. */
export const takenSpan = (
  { startAt, endAt }: Span,
  { beforeMinutes = 0, afterMinutes = 0 }: Omit<Taken, 'thingId'>,
): Span => ({ startAt: addMinutes(startAt, -beforeMinutes), endAt: addMinutes(endAt, afterMinutes) })

/** Is the span one or more whole quarters, forwards? */
export const isWholeQuarters = ({ startAt, endAt }: Span): boolean => {
  const start = Date.parse(startAt)
  const end = Date.parse(endAt)
  const quarter = QUARTER_MINUTES * 60_000
  return start < end && start % quarter === 0 && end % quarter === 0
}

/** The day parts of a span of whole quarters, in order. */
export const dayParts = ({ startAt, endAt }: Span): DayPart[] => {
  const parts: DayPart[] = []
  for (let on = localDate(startAt); instantAt(on, 0) < endAt; on = addDays(on, 1)) {
    const first = on === localDate(startAt) ? minuteOfDay(startAt) / QUARTER_MINUTES : 0
    const end = on === localDate(endAt) ? minuteOfDay(endAt) / QUARTER_MINUTES : QUARTERS
    parts.push({ on, first, end })
  }
  return parts
}

export const quartersOf = ({ first, end }: DayPart): number[] =>
  Array.from({ length: end - first }, (_, i) => first + i)

/** Units left through the whole part: the fullest quarter decides. */
export const unitsLeft = (sheet: DaySheet, part: DayPart, capacity: number): number =>
  Math.max(0, capacity - Math.max(...quartersOf(part).map(q => sheet[q] ?? 0)))
