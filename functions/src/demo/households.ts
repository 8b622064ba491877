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
  const { id, name, age, roles, scope, home, people } = persona
  const community = Object.values(communities).find(one => one.name === persona.community)?.code ?? null
  return {
    resident: residentOf(id, {
      name,
      ...(age !== undefined && { bornOn: bornOn(age, now) }),
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
  is: { age: number; roles?: readonly Role[]; child?: { name: string; age: number } },
): Household => {
  const { age, roles = ['resident'], child } = is
  const { code } = communities[key]
  const seed = `${key}/${name}`
  return {
    resident: residentOf(seed, {
      name,
      bornOn: bornOn(age, now),
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
            personId: demoId('person', `${seed}/${child.name}`),
            name: child.name,
            relation: 'child',
            bornOn: bornOn(child.age, now),
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

/** So many of the children are two, the others one and a half: each class has its own. */
const TWO_YEARS_OLD = 7

export const neighbourhood = (key: CommunityKey, now: Instant): Neighbourhood => ({
  elders: neighbours[key].elders.map((name, i) => neighbour(key, name, now, { age: 66 + i })),
  families: neighbours[key].children.map((name, i) =>
    neighbour(key, `${name}妈妈`, now, {
      age: 29 + (i % 5),
      child: { name, age: i < TWO_YEARS_OLD ? 2 : 1.2 },
    }),
  ),
  volunteers: neighbours[key].volunteers.map((name, i) =>
    neighbour(key, name, now, { age: 24 + 7 * i, roles: ['resident', 'volunteer'] }),
  ),
})
