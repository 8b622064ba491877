/**
 * The door to zod. The phone pays for every byte, so both sides use `zod/mini`
 * (23 KB instead of 444 KB), and WeChat stubs `Function()`, so no validator is compiled at run time.
 */
import * as z from './zod/names'

z.config({ jitless: true })

export { z }

// Pictures that a zero-width joiner makes one: a family is three people and two joiners. Unicode, UTS 51: ED-16.
const picture = '\\p{ExtPict}(?:\\ufe0f|\\p{EMod})?'
const joined = `${picture}(?:\\u200d${picture})+`
// Control, zero-width and bidirectional characters hide or reorder what a person reads; half a surrogate pair is no
// character at all, and no database takes it; Hangul fillers and the braille blank are letters that show nothing.
const invisible = '(?![\\n\\t\\p{VS}])[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{DI}\\u2800]'
// No lookbehind: phones below iOS 16.4 do not know it.
const joinedOrInvisible = new RegExp(`(${joined})|${invisible}`, 'gu')

/** Marks with nothing to stand on; and of those piled on one letter all behind the eighth, which cover other lines. */
const strayMarks = /(^|\s)\p{M}+/gu
const pile = /(\p{M}{8})\p{M}+/gu
/** Of the selectors that choose one look of a letter only the first can mean something. */
const selectors = /(\p{VS})\p{VS}+/gu

/** What a person typed: NFC, without invisible characters and stray marks, trimmed. */
export const tidy = (typed: string): string =>
  typed
    .replace(joinedOrInvisible, (_, pictures?: string) => pictures ?? '')
    .normalize('NFC')
    .replace(selectors, '$1')
    .replace(pile, '$1')
    .replace(strayMarks, '$1')
    .trim()

const typed = (tidied: (text: string) => string) => (max: number, min: number) =>
  z.pipe(
    z.string().check(z.maxLength(max * 4)),
    z.pipe(z.transform(tidied), z.string().check(z.minLength(min), z.maxLength(max))),
  )
/** So many characters of a text that is too long: whole ones, for half of a picture is no text. */
export const cut = (text: string, max: number): string => Array.from(text).slice(0, max).join('')

const words = typed(tidy)
const oneLine = typed(text => tidy(text).replace(/\s+/gu, ' '))

/** A text that a person typed, 1 to `max` characters (code points, as in JSON Schema) after tidying. */
export const text = (max: number, min = 1) => words(max, min)
/** The same on one line, such as a name or a title: line breaks and runs of spaces become one space. */
export const line = (max: number, min = 1) => oneLine(max, min)

/** A whole number that may arrive as a query string ("20") or as JSON (20). */
export const wholeNumber = (min: number, max: number) =>
  z.pipe(
    z.union([z.number(), z.string().check(z.regex(/^-?\d{1,9}$/))]),
    z.pipe(z.transform(Number), z.number().check(z.int(), z.gte(min), z.lte(max))),
  )

/** Degrees that may arrive as a query string, to the centimetre: DynamoDB refuses 5e-324. */
export const degrees = (max: number, min = -max) =>
  z.pipe(
    z.union([z.number(), z.string().check(z.regex(/^-?\d{1,3}(\.\d{1,12})?$/))]),
    z.pipe(
      z.transform((typed: number | string) => Math.round(Number(typed) * 1e7) / 1e7),
      z.number().check(z.gte(min), z.lte(max)),
    ),
  )
