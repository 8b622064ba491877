/** After a commit of what is booked for a team: its list says so. */
import { effect, type Reaction } from '../../platform/outbox'
import { asBooking } from '../store'
import { teamLineChange } from '../store/team'

export const listForTeam: Reaction = {
  name: 'booking.listForTeam',
  on: 'Booking',
  async react(table, { after }) {
    const booking = after && asBooking(after)
    if (!booking?.team) return
    const { teamId, who } = booking.team
    await effect(table, [teamLineChange(teamId, who, booking)], 'booking.known')
  },
}
