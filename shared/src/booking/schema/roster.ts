/** Who is on duty in a class, and the seats that follow. */
import { idOf } from '../../kernel/id'
import { Version } from '../../kernel/shapes'
import { DateInput, InstantOutput } from '../../kernel/time'
import { z } from '../../kernel/zod'
import { Shift } from '../rules/staffing'

export const AskRoster = z.strictObject({
  placeId: idOf('place'),
  offeringId: idOf('offering'),
  on: DateInput,
})
/** The roster of a day in place of the one of this version; 0: nobody has opened the day. */
export const SetRoster = z.strictObject({
  ...AskRoster.shape,
  version: Version,
  shifts: z.array(Shift).check(z.maxLength(30)),
})
export const Roster = z.object({
  on: z.string(),
  version: z.number(),
  shifts: z.array(Shift),
  /** Seats in each of the 96 quarter-hours: min(room, carers on duty × ratio). */
  seats: z.array(z.number()),
  /** Bookings for which there are no longer enough carers, last booked first: whom to call. */
  affected: z.array(
    z.object({
      bookingId: idOf('booking'),
      number: z.string(),
      startAt: InstantOutput,
      endAt: InstantOutput,
      forName: z.string(),
      placedAt: InstantOutput,
    }),
  ),
})
export type Roster = z.output<typeof Roster>
