import { isForTeams } from '@yike/shared/booking/kinds'
import type { OfferingCard } from '@yike/shared/circle/schema'
import type { Person, RegionCode } from '@yike/shared/identity/schema'
import { booksForTeam } from '@yike/shared/identity/schema/team'
import { api } from '../platform/api'
import { useMe } from '../platform/session'
import { useQuery } from '../platform/use-query'
import { words } from './words'

/** Somebody to book for: of my household, by a grant of theirs, or a team that lets me. */
export interface Bookable extends Omit<Person, 'personId'> {
  /** What tells them from the others: of a team its own id. */
  readonly personId: string
  readonly community: RegionCode | null
  readonly grantId?: string
  readonly team?: true
}

/**
 * Whom I may book for, teams only where they may be; `known`: nobody else comes. Where nobody can be asked about grants,
 * my household is there all the same.
 */
export function useAllPeople(kind?: OfferingCard['kind']): {
  readonly people: Bookable[]
  readonly known: boolean
} {
  const me = useMe()
  const held = useQuery(me ? 'identity.grants:held' : null, () => api.identity.grants({ side: 'held' }))
  const asksTeams = me && kind && isForTeams(kind)
  const joined = useQuery(asksTeams ? 'identity.teams:all' : null, () => api.identity.teams({ limit: 50 }))
  const community = me?.community?.code ?? null
  const grants = 'value' in held ? (held.value?.grants ?? []) : []
  const teams = asksTeams && 'value' in joined ? (joined.value?.teams ?? []) : []
  const people: Bookable[] = [
    ...(me?.people ?? []).map(person => ({ ...person, community })),
    ...grants.flatMap(({ grantId, may, person }) =>
      person && may.includes('book') ? [{ ...person, relation: 'other' as const, grantId }] : [],
    ),
    ...teams.flatMap(one =>
      one.state === 'open' && booksForTeam(one.role)
        ? [
            {
              ...{ personId: one.teamId, name: one.name, relation: 'other' as const },
              ...{ community: one.community, team: true as const },
            },
          ]
        : [],
    ),
  ]
  const known = held.state !== 'loading' && !(asksTeams && joined.state === 'loading')
  return { people, known }
}

export const usePeople = (kind?: OfferingCard['kind']): Bookable[] => useAllPeople(kind).people

/** What they are called where one says for whom it is. */
export const calledOf = (person: Bookable | undefined): string =>
  person && person.relation !== 'self' ? person.name : words.self

type Whom = { personId?: string; grantId?: string; teamId?: string }

/** How a booking names whom it is for. */
export const whomOf = (person: Bookable | undefined): Whom => {
  if (person?.team) return { teamId: person.personId }
  if (person?.grantId) return { grantId: person.grantId }
  return person && person.relation !== 'self' ? { personId: person.personId } : {}
}

/** For whom one may ask once more: my household asks together, and so does that of each whom I hold a grant of. */
export const householdsOf = (people: readonly Bookable[]): Bookable[] =>
  people.filter(({ relation, grantId }) => grantId || relation === 'self')

/** The address of a slip: by which grant its reader has to do with it. */
export const slipOf = (bookingId: string, grantId?: string) => ({ bookingId, ...(grantId && { grantId }) })
export const seriesOf = (seriesId: string, grantId?: string) => ({ seriesId, ...(grantId && { grantId }) })
