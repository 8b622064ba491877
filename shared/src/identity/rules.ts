import type { Role } from '../kernel/contract'
import type { RegionCode } from './schema'
import { InvitationCode, type PostRole } from './schema/staff'

/** A person of staff for `scope` answers for every region below it: the code begins with the scope's. */
export const covers = (scope: RegionCode, region: RegionCode): boolean => region.startsWith(scope)

/** What whoever has not said their name is called. */
export const UNNAMED = '居民'

/** The household of one resident, the resident included. */
export const HOUSEHOLD_LIMIT = 9

export const isStaff = (roles: readonly Role[]): boolean =>
  roles.includes('worker') || roles.includes('supervisor')

/** Does this person of staff answer for the region? Residents never do, whatever their scope. */
export const answersFor = (
  { roles, scope }: { readonly roles: readonly Role[]; readonly scope: RegionCode | null },
  region: RegionCode,
): boolean => isStaff(roles) && scope !== null && covers(scope, region)

/** Digits of a street's code; a city has four, a district six, a community twelve. */
const STREET_DIGITS = 9

/** A worker answers for a community or a whole street, a supervisor for a street or more. */
export const canHold = (role: PostRole, scope: RegionCode): boolean =>
  role === 'worker' ? scope.length === STREET_DIGITS || scope.length === 12 : scope.length <= STREET_DIGITS

/** The digits of a telephone number that was typed with blanks, brackets or hyphens. */
export const phoneDigits = (typed: string): string => typed.replace(/[\s()-]/g, '')

/** 138 0000 1234: as people read a mobile number out; others stay as they are. */
export const spokenPhone = (digits: string): string => digits.replace(/^(1\d\d)(\d{4})(\d{4})$/, '$1 $2 $3')

/** Can this be rung up from a community's desk: a mobile number, one with its area code, or a local one of seven or eight digits? */
export const isCallable = (digits: string): boolean => /^(1[3-9]\d{9}|0\d{9,11}|[2-8]\d{6,7})$/.test(digits)

/** A code, or the beginning of one, as people read it out: K7QF-2M9P-X3TA. */
export const spokenCode = (code: string): string => code.replace(/(....)(?=.)/g, '$1-')

export const CODE_LENGTH = 12

/** What somebody has typed of a code so far, as it is meant: small letters, spaces, hyphens, and an O for a 0. */
export const plainCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')

/** The code that somebody typed. Undefined: it is none. */
export const readCode = (typed: string): InvitationCode | undefined => {
  const read = InvitationCode.safeParse(plainCode(typed))
  return read.success ? read.data : undefined
}
