import type { Person, RegionCode } from '@yike/shared/identity/schema'
import { api } from '../platform/api'
import { useMe } from '../platform/session'
import { useQuery } from '../platform/use-query'
import { words } from './words'

/** Somebody to book for: of my household, or by a grant of theirs. */
export interface Bookable extends Person {
  readonly community: RegionCode | null
  readonly grantId?: string
}

/** Whom I may book for. Where nobody can be asked about grants, my household is there all the same. */
export function usePeople(): Bookable[] {
  const me = useMe()
  const held = useQuery(me ? 'identity.grants:held' : null, () => api.identity.grants({ side: 'held' }))
  const community = me?.community?.code ?? null
  const grants = 'value' in held ? (held.value?.grants ?? []) : []
  return [
    ...(me?.people ?? []).map(person => ({ ...person, community })),
    ...grants.flatMap(({ grantId, may, person }) =>
      person && may.includes('book') ? [{ ...person, relation: 'other' as const, grantId }] : [],
    ),
  ]
}

/** What they are called where one says for whom it is. */
export const calledOf = (person: Bookable | undefined): string =>
  person && person.relation !== 'self' ? person.name : words.self

/** How a booking names whom it is for. */
export const whomOf = (person: Bookable | undefined): { personId?: string; grantId?: string } => {
  if (person?.grantId) return { grantId: person.grantId }
  return person && person.relation !== 'self' ? { personId: person.personId } : {}
}

/** The address of a slip: by which grant its reader has to do with it. */
export const slipOf = (bookingId: string, grantId?: string) => ({ bookingId, ...(grantId && { grantId }) })
export const seriesOf = (seriesId: string, grantId?: string) => ({ seriesId, ...(grantId && { grantId }) })
