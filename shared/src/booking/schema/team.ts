/** What is booked for a team, as whoever is in it reads it. */
import { idOf } from '../../kernel/id'
import { pageInput } from '../../kernel/shapes'
import { InstantOutput } from '../../kernel/time'
import { z } from '../../kernel/zod'
import { bookingStates } from '../lifecycle'

export const AskTeamBookings = z.strictObject({ teamId: idOf('team'), ...pageInput })

export const TeamBooking = z.object({
  bookingId: idOf('booking'),
  state: z.enum(bookingStates),
  placeName: z.string(),
  offeringName: z.string(),
  startAt: InstantOutput,
  endAt: InstantOutput,
  /** Who of it booked, as they are called there. */
  who: z.string(),
  /** I lead the team or have booked it myself: its ticket opens. */
  mayOpen: z.optional(z.literal(true)),
})
export type TeamBooking = z.output<typeof TeamBooking>

export const TeamBookings = z.object({ bookings: z.array(TeamBooking), cursor: z.optional(z.string()) })
