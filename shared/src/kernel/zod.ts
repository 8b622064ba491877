/**
 * The door to zod. The phone pays for every byte, so both sides use `zod/mini`
 * (23 KB instead of 444 KB), and WeChat stubs `Function()`, so no validator is compiled at run time.
 */
import * as z from './zod/names'

z.config({ jitless: true })

export { z }

// Control, zero-width and bidirectional characters hide or reorder what a person reads; half a surrogate pair is no
// character at all, and no database takes it; Hangul fillers and the braille blank are letters that show nothing.
const invisible = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]/gu

/** What a person typed: NFC, without invisible characters, trimmed. */
export const tidy = (typed: string): string => typed.normalize('NFC').replace(invisible, '').trim()

/** A text that a person typed, 1 to `max` characters (code points, as in JSON Schema) after tidying. */
export const text = (max: number, min = 1) =>
  z.pipe(
    z.string().check(z.maxLength(max * 4)),
    z.pipe(z.transform(tidy), z.string().check(z.minLength(min), z.maxLength(max))),
  )

/** A whole number that may arrive as a query string ("20") or as JSON (20). */
export const wholeNumber = (min: number, max: number) =>
  z.pipe(
    z.union([z.number(), z.string().check(z.regex(/^-?\d{1,9}$/))]),
    z.pipe(z.transform(Number), z.number().check(z.int(), z.gte(min), z.lte(max))),
  )

/** Degrees that may arrive as a query string, to the centimetre: DynamoDB refuses 5e-324. */
export const degrees = (limit: number) =>
  z.pipe(
    z.union([z.number(), z.string().check(z.regex(/^-?\d{1,3}(\.\d{1,12})?$/))]),
    z.pipe(
      z.transform((typed: number | string) => Math.round(Number(typed) * 1e7) / 1e7),
      z.number().check(z.gte(-limit), z.lte(limit)),
    ),
  )
