/** Everybody of the demo who is known before the visitor comes. */
import type { RegionCode } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'
import type { Instant } from '@yike/shared/kernel/time'
import type { ForTeam, Guest } from '../../booking/domain'
import { type Household, householdOf, type Neighbourhood, neighbourhood, settled } from '../households'
import { type CommunityKey, communities, communityKeys } from '../street'

/** Who books, and whose time it takes. */
export interface Party {
  readonly residentId: Id<'resident'>
  readonly person: Guest
  /** For a team, which takes nobody's time. */
  readonly team?: ForTeam
}

export interface Cast {
  readonly personas: ReadonlyMap<string, Household>
  readonly neighbours: Readonly<Record<CommunityKey, Neighbourhood>>
}

export const castOf = (now: Instant): Cast => ({
  personas: new Map(settled.map(persona => [persona.id, householdOf(persona, now)])),
  neighbours: { osmanthus: neighbourhood('osmanthus', now), stonebridge: neighbourhood('stonebridge', now) },
})

export const personaOf = (cast: Cast, id: string): Household => {
  const known = cast.personas.get(id)
  if (!known) throw new Error(`The demo has no persona ${id}`)
  return known
}

/** The community worker who answers there. */
export const workerFor = (cast: Cast, community: RegionCode): Household => {
  const key = communityKeys.find(one => communities[one].code === community)
  return personaOf(cast, `${key}-worker`)
}

export const asSelf = ({ resident }: Household): Party => ({
  residentId: resident.residentId,
  person: resident,
})

/** Somebody of a household, by name. */
export const partyOf = (household: Household, name: string): Party => {
  const person = [household.resident, ...household.people].find(one => one.name === name)
  if (!person) throw new Error(`${household.resident.name} has no ${name} at home`)
  const { residentId, community, home } = household.resident
  return { residentId, person: { ...person, community, home } }
}

/** Families book childcare for their child. */
export const asChildren = (families: readonly Household[]): Party[] =>
  families.flatMap(({ resident, people }) =>
    people.map(person => ({
      residentId: resident.residentId,
      person: { ...person, community: resident.community },
    })),
  )
