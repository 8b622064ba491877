/** A team of the demo: a dance troupe that has a room for most of the hours that it may have. */
import type { TeamRole } from '@yike/shared/identity/schema/team'
import { addDays, addMinutes, instantAt, localDate } from '@yike/shared/kernel/time'
import { type ForTeam, teamGuest } from '../../booking/domain'
import { joined, type TeamRecord } from '../../identity/domain/team'
import type { Resident } from '../../identity/store'
import { memberOf, newTeamChange, seatedChange } from '../../identity/store/team'
import type { Change } from '../../platform/table'
import { offeringNamed } from '../offerings'
import { communities, demoId } from '../street'
import { book, firstFree, type PlannedBooking, type Planning } from './book'
import { personaOf } from './cast'

export interface PlannedTeam {
  readonly changes: readonly Change[]
  readonly bookings: readonly PlannedBooking[]
}

const NAME = '桂花里舞蹈队'
const NEIGHBOURS = 9
/** Rehearsals of two hours, from so many days ahead on. */
const REHEARSALS = [1, 2, 4]

export const planTeam = (planning: Planning): PlannedTeam => {
  const { cast, now } = planning
  const leader = personaOf(cast, 'osmanthus-resident').resident
  const booker = personaOf(cast, 'osmanthus-volunteer').resident
  const others = cast.neighbours.osmanthus.elders.slice(0, NEIGHBOURS).map(({ resident }) => resident)
  const roles: [Resident, TeamRole][] = [
    [leader, 'leader'],
    [booker, 'booker'],
    ...others.map((one): [Resident, TeamRole] => [one, 'member']),
  ]
  const teamId = demoId('team', NAME)
  const since = instantAt(addDays(localDate(now), -40), 10 * 60)
  const { code, name: communityName } = communities.osmanthus
  const worker = personaOf(cast, 'osmanthus-worker').resident
  const record: TeamRecord = {
    ...{ teamId, name: NAME, community: code, communityName, state: 'open', members: roles.length, since },
    registeredById: worker.residentId,
  }
  const room = offeringNamed('桂花里多功能厅', '团队排练')
  return {
    changes: [
      newTeamChange(record),
      ...roles.map(([{ residentId, name }, role], i) =>
        seatedChange(
          joined(teamId, memberOf(teamId, residentId), residentId, { name, role }, addMinutes(since, 20 * i)),
        ),
      ),
    ],
    bookings: REHEARSALS.map((day, i) => {
      const by = i % 2 === 0 ? leader : booker
      const team: ForTeam = { teamId, name: NAME, community: code, who: by.name }
      const party = { residentId: by.residentId, person: teamGuest(by, team), team }
      const placedAt = addMinutes(now, -60 * (20 + 24 * i))
      return book(planning, room, party, {
        ...firstFree(planning, room, party, day, placedAt),
        seed: `team/${NAME}/${i}`,
      })
    }),
  }
}
