/** Seats follow the people on duty: of a class there are as many as its carers may look after, and its room holds. */
import { wholeNumber, z } from '../../kernel/zod'
import { QUARTER_MINUTES, QUARTERS } from '../calendar'

/** Somebody on duty on a day: from and to in minutes of the day, multiples of 15. */
export const Shift = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(20)),
  fromMinute: wholeNumber(0, 1440),
  toMinute: wholeNumber(0, 1440),
  /** On the roster, but not there: ill, called away. */
  absent: z.optional(z.literal(true)),
})
export type Shift = z.output<typeof Shift>

export interface Staffing {
  /** Guests for each carer on duty. */
  readonly ratio: number
  /** The roster of an ordinary week, Monday first; a day may be given another one. */
  readonly weekly: readonly (readonly Shift[])[]
}

/** Seats on sale in each of the 96 quarter-hours of a day: min(room, carers on duty × ratio); nobody counts twice. */
export const seatsByQuarter = (room: number, ratio: number, shifts: readonly Shift[]): number[] =>
  Array.from({ length: QUARTERS }, (_, quarter) => {
    const minute = quarter * QUARTER_MINUTES
    const onDuty = shifts.filter(
      ({ fromMinute, toMinute, absent }) =>
        !absent && fromMinute <= minute && minute + QUARTER_MINUTES <= toMinute,
    )
    return Math.min(room, new Set(onDuty.map(({ name }) => name)).size * ratio)
  })
