import { tidy } from '@yike/shared/kernel/zod'
import type { FieldProps } from './types'
import { controlWords as words } from './words'

/** Near the limit: the last tenth, and five characters at least. */
const NEAR = 0.1
const NEAR_AT_LEAST = 5
/** A date, a number: whoever writes one counts no characters. */
const COUNTED_FROM = 20

/** Characters as the server counts them: what hides or stands around the words is no part of them. */
export const lengthOf = (written: string): number => [...tidy(written)].length

/** What stands below a field: what is wrong with its value before everything else. */
export function noteOf({ value, maxLength, error, hint }: FieldProps): { wrong?: string; note?: string } {
  const left = maxLength === undefined ? Number.POSITIVE_INFINITY : maxLength - lengthOf(value)
  if (left < 0) return { wrong: words.tooLong(maxLength ?? 0, -left) }
  if (error) return { wrong: error }
  if (
    maxLength !== undefined &&
    maxLength >= COUNTED_FROM &&
    left <= Math.max(NEAR_AT_LEAST, maxLength * NEAR)
  ) {
    return { note: words.stillFits(left) }
  }
  return hint ? { note: hint } : {}
}
