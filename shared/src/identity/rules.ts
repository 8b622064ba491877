import type { Role } from '../kernel/contract'
import type { RegionCode } from './schema'

/** A person of staff for `scope` answers for every region below it: the code begins with the scope's. */
export const covers = (scope: RegionCode, region: RegionCode): boolean => region.startsWith(scope)

/** The household of one resident, the resident included. */
export const HOUSEHOLD_LIMIT = 9

export const isStaff = (roles: readonly Role[]): boolean =>
  roles.includes('worker') || roles.includes('supervisor')

/** Does this person of staff answer for the region? Residents never do, whatever their scope. */
export const answersFor = (
  { roles, scope }: { readonly roles: readonly Role[]; readonly scope: RegionCode | null },
  region: RegionCode,
): boolean => isStaff(roles) && scope !== null && covers(scope, region)
