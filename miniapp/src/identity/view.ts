import { UNNAMED } from '@yike/shared/identity/rules'
import type { Me } from '@yike/shared/identity/schema'
import type { Role } from '@yike/shared/kernel/contract'
import { lengthOf } from '../ui/written'
import { roleNames } from './words'

/** Everybody is a resident; it is worth a word only where there is nothing else. */
export function rolesOf({ roles }: Pick<Me, 'roles'>): string[] {
  const special = roles.filter((role): role is Role => role !== 'resident')
  return (special.length > 0 ? special : roles).map(role => roleNames[role])
}

/** What somebody has said that they are called: what a newcomer is called until then is nothing to begin with. */
export const saidName = (me: Pick<Me, 'name'> | null | undefined): string =>
  me && me.name !== UNNAMED ? me.name : ''

/** Of a person's name, in characters. */
export const NAME_LONGEST = 20

/** Something was written, and no more than that. */
export const fits = (written: string, longest: number): boolean => {
  const length = lengthOf(written)
  return length > 0 && length <= longest
}

/** 19500301, 1950-3-1 or 1950年3月1日 as a date; undefined: not understood. */
function birthDateOf(typed: string): string | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)$/.exec(typed) ?? /^(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*$/.exec(typed)
  if (!parts) return undefined
  const [, year = '', month = '', day = ''] = parts
  const on = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const read = new Date(`${on}T00:00:00Z`)
  // A 31 February would have become a day of March.
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(on) ? on : undefined
}

/** 195003, 1950-3 or 1950年3月 as a year and month; of a whole date its month, for more is not needed. */
export function birthMonthOf(typed: string): string | undefined {
  const parts = /^(\d{4})(\d\d)$/.exec(typed) ?? /^(\d{4})\D+(\d{1,2})\D*$/.exec(typed)
  if (!parts) return birthDateOf(typed)?.slice(0, 7)
  const [, year = '', month = ''] = parts
  return Number(month) >= 1 && Number(month) <= 12 ? `${year}-${month.padStart(2, '0')}` : undefined
}

/** Within these degrees lies China: numbers beyond it are slips of the pen, often longitude for latitude. */
export const inChina = { lng: [73, 136], lat: [3, 54] } as const

/** 116.32 as degrees between the two; undefined: not understood, or elsewhere. */
export function degreesOf(typed: string, [least, most]: readonly [number, number]): number | undefined {
  if (!/^\d{1,3}(\.\d+)?$/.test(typed.trim())) return undefined
  const degrees = Number(typed)
  return degrees >= least && degrees <= most ? degrees : undefined
}
