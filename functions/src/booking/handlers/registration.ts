/** Where what an offering asks for is registered: a matter of a counter, known by what its offering is for. */
import { REGISTERED_AS } from '@yike/shared/booking/rules/certificate'
import type { Ineligible } from '@yike/shared/booking/rules/eligibility'
import type { Audience } from '@yike/shared/booking/rules/terms'
import type { RegionCode } from '@yike/shared/identity/schema'
import type { NextAction } from '@yike/shared/kernel/problem'
import { loadNearOfKind, loadPlace, type Offering } from '../../circle/handlers'
import { loadRegion } from '../../identity/handlers'
import type { Table } from '../../platform/table'

/** Which matter settles what stands against somebody. */
const mattersOf: Partial<Record<Ineligible['rule'], NonNullable<Offering['purpose']>>> = {
  no_certificate: REGISTERED_AS,
}

/** Where the times of an offering are chosen, by its own name. */
export const toTimesOf = (
  { placeId, offeringId, placeName, name }: Offering,
  audience: Audience = 'resident',
): NextAction => ({
  do: 'open',
  label: `${placeName} · ${name}`,
  page: `${pages[audience]}?placeId=${placeId}&offeringId=${offeringId}`,
})
const pages = { resident: '/booking/pages/choose', staff: '/workbench/pages/book-for' } as const

/** As somebody reads it before they are refused. */
export const showCounter = ({ placeId, offeringId, placeName, name }: Offering) => ({
  ...{ placeId, offeringId, placeName },
  offeringName: name,
})

/**
 * The counter for what stands against whoever lives there: of their own community before others, then the nearest to the
 * place. Near by and about the middle of their community is looked for it; undefined: nothing settles it, or there is none.
 */
export const counterFor = async (
  table: Table,
  { placeId, community }: Pick<Offering, 'placeId' | 'community'>,
  rule: Ineligible['rule'],
  home: RegionCode | null,
): Promise<Offering | undefined> => {
  const matter = mattersOf[rule]
  if (!matter) return undefined
  const [here, region] = await Promise.all([
    loadPlace(table, placeId),
    home && home !== community ? loadRegion(table, home) : undefined,
  ])
  if (!here) return undefined
  const middle = region?.center ? [{ placeId, position: region.center }] : []
  const near = await Promise.all([here.place, ...middle].map(from => loadNearOfKind(table, from, 'counter')))
  const all = [...here.offerings, ...near.flat().map(({ offering }) => offering)].filter(
    ({ purpose, paused, eligible }) =>
      purpose === matter &&
      !paused &&
      // What is only for who has it already settles nothing.
      !eligible?.disabled &&
      (!eligible?.livesIn || home?.startsWith(eligible.livesIn)),
  )
  return all.find(one => home !== null && one.community.startsWith(home)) ?? all[0]
}
