/** Personas and neighbours as the identity slice keeps them. */
import type { Role } from '@yike/shared/kernel/contract'
import { addDays, type Instant, type LocalDate, localDate } from '@yike/shared/kernel/time'
import type { HouseholdPerson, Resident } from '../identity/store'
import { neighbours } from './neighbours'
import { type Persona, personas } from './personas'
import { type CommunityKey, communities, demoId } from './street'

export interface Household {
  readonly resident: Resident
  readonly people: readonly HouseholdPerson[]
}

/** Had their last birthday some months ago. */
const bornOn = (age: number, now: Instant): LocalDate =>
  addDays(localDate(now), -Math.round((age + 0.4) * 365.25))

const residentOf = (seed: string, is: Omit<Resident, 'residentId' | 'personId'>): Resident => ({
  residentId: demoId('resident', seed),
  personId: demoId('person', seed),
  ...is,
})

export const householdOf = (persona: Persona, now: Instant): Household => {
  const { id, name, roles, scope, home, people } = persona
  const community = Object.values(communities).find(one => one.name === persona.community)?.code ?? null
  return {
    resident: residentOf(id, {
      name,
      roles,
      scope,
      community,
      home,
      householdSize: 1 + people.length,
      createdAt: now,
    }),
    people: people.map(({ name: called, relation, age }) => ({
      personId: demoId('person', `${id}/${called}`),
      name: called,
      relation,
      bornOn: bornOn(age, now),
    })),
  }
}

/** Personas who are known before they sign in: all but the newcomer. */
export const settled: readonly Persona[] = personas.filter(persona => persona.community !== null)

const neighbour = (
  key: CommunityKey,
  name: string,
  now: Instant,
  { roles = ['resident'], child }: { roles?: readonly Role[]; child?: string } = {},
): Household => {
  const { code } = communities[key]
  const seed = `${key}/${name}`
  return {
    resident: residentOf(seed, {
      name,
      roles,
      scope: code,
      community: code,
      home: null,
      householdSize: child ? 2 : 1,
      createdAt: now,
    }),
    people: child
      ? [
          {
            personId: demoId('person', `${seed}/${child}`),
            name: child,
            relation: 'child',
            bornOn: bornOn(2, now),
          },
        ]
      : [],
  }
}

export interface Neighbourhood {
  readonly elders: readonly Household[]
  readonly families: readonly Household[]
  readonly volunteers: readonly Household[]
}

export const neighbourhood = (key: CommunityKey, now: Instant): Neighbourhood => ({
  elders: neighbours[key].elders.map(name => neighbour(key, name, now)),
  families: neighbours[key].children.map(child => neighbour(key, `${child}妈妈`, now, { child })),
  volunteers: neighbours[key].volunteers.map(name =>
    neighbour(key, name, now, { roles: ['resident', 'volunteer'] }),
  ),
})
