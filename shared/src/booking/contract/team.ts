/** What is booked for a team, for whoever is in it. */
import type { Endpoint } from '../../kernel/contract'
import { AskTeamBookings, TeamBookings } from '../schema/team'

export const teamEndpoints = {
  ofTeam: {
    method: 'GET',
    path: '/teams/:teamId/bookings',
    status: 200,
    access: ['resident'],
    summary: 'What is booked or waited for for a team that I am in, from today on, soonest first',
    input: AskTeamBookings,
    output: TeamBookings,
    errors: [],
  },
} as const satisfies Record<string, Endpoint>
