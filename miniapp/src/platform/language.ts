/**
 * In which language this phone speaks. The tables of words stand in Chinese beside the pages that say them; English comes
 * apart (`src/english`), when it is chosen, and takes their place entry by entry. So a page reads `words.back` and need
 * not know: in Chinese that is a plain field of a plain object.
 */

export type Language = 'zh' | 'en'

/** As BCP 47 writes them. */
export const tags: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' }

type Say<A extends unknown[], R> = (...values: A) => R

/** A table as any language may fill it: the same names and the same values to speak of. */
export type Words<T> = T extends string
  ? string extends T
    ? T
    : string
  : T extends Say<infer A, infer R>
    ? Say<A, R>
    : T extends object
      ? { readonly [K in keyof T]: K extends 'tone' ? T[K] : Words<T[K]> }
      : T

/** What is seen in every language alike, and the functions that only choose among entries. */
type Unspoken = 'tone' | 'icons' | 'kindIcons' | 'happenedWords'

/** What another language has to say for a module of tables, entry by entry; one that is missing does not compile. */
export type Twin<T> = T extends string | number | undefined
  ? T extends string
    ? string
    : T
  : T extends Say<infer A, infer R>
    ? Say<A, R>
    : T extends readonly unknown[]
      ? { readonly [K in keyof T]: Twin<T[K]> }
      : { readonly [K in keyof T as K extends Unspoken ? never : K]: Twin<T[K]> }

type Entries = Record<string, unknown>

/** The tables of a language by slice and name: `english.booking.words`. */
export type Tables = Readonly<Record<string, object>>

const known: { name: string; live: Entries; chinese: Entries }[] = []
let spoken: Language = 'zh'
let foreign: Tables | null = null

export const language = (): Language => spoken

/** The tag of the language that is not spoken now: the way to it is named in it. */
export const otherTag = (): string => tags[spoken === 'en' ? 'zh' : 'en']

const isTable = (value: unknown): value is Entries =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The Chinese entries with the other language's in their place; colours and icons stay. */
const over = (chinese: Entries, other: Entries): Entries => {
  const both = { ...chinese, ...other }
  for (const [name, own] of Object.entries(chinese)) {
    const said = other[name]
    if (isTable(own) && isTable(said)) both[name] = over(own, said)
  }
  return both
}

const fill = ({ name, live, chinese }: (typeof known)[number]): void => {
  const [slice = '', own = ''] = name.split('.')
  const said = spoken === 'en' ? (foreign?.[slice] as Record<string, Entries> | undefined)?.[own] : undefined
  Object.assign(live, said ? over(chinese, said) : chinese)
}

/** A table of words, under the name by which other languages know it: its slice and its own, 'booking.words'. */
export function table<const T extends object>(name: string, chinese: T): Words<T> {
  const one = { name, live: { ...chinese } as Entries, chinese: chinese as Entries }
  known.push(one)
  if (foreign) fill(one)
  return one.live as Words<T>
}

/** From here on every table says it in this language; what a page shows already, it has to show anew. */
export function speak(next: Language, tables: Tables | null = foreign): void {
  spoken = next
  foreign = tables
  for (const one of known) fill(one)
}

/** Every table that was opened, as it stands in Chinese. For the test that no entry is forgotten. */
export const chineseTables = (): readonly { readonly name: string; readonly chinese: object }[] => known
