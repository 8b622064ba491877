/** What is booked for a team, for whoever is in it. */
import type { booking } from '@yike/shared/booking/contract'
import { ok, refuse } from '@yike/shared/kernel/result'
import { loadTeamOf } from '../../identity/handlers'
import type { Handlers } from '../../platform/handler'
import type { Table } from '../../platform/table'
import { queryTeamLines } from '../store/team'

export const teamHandlers = (table: Table): Pick<Handlers<typeof booking.endpoints>, 'ofTeam'> => ({
  async ofTeam({ actor, now }, { teamId, ...page }) {
    const own = await loadTeamOf(table, teamId, actor.residentId)
    if (!own) return refuse('request.not_found')
    const found = await queryTeamLines(table, teamId, now, page)
    if (!found.ok) return found
    const { lines, cursor } = found.value
    const opens = own.member.role === 'leader'
    return ok({
      bookings: lines.map(({ residentId, version: _, ...line }) => ({
        ...line,
        ...((opens || residentId === actor.residentId) && { mayOpen: true as const }),
      })),
      ...(cursor && { cursor }),
    })
  },
})
