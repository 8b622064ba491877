/**
 * Words of staff that everybody reads (of a place, of what can be booked there) hold with the record that they stand in,
 * from its write on: a closing must not wait for a check. So the words that WeChat has not read yet stand aside, and in
 * their place stands what was said before, or something neutral; once they are read they take their place. Words that are
 * found risky stay aside until staff write others.
 */
import type { Item } from '../table'

/** Where words stand in a record ('closures.*.why') → how they are said while nobody has read them; undefined: not at all. */
export type Spots = Readonly<Record<string, string | undefined>>

/** Where they will stand ('closures.0.why') → words that have not been read; '': none. */
export type Aside = Readonly<Record<string, string>>

// biome-ignore lint/suspicious/noExplicitAny: a path leads through whatever shape the record has
type Any = any

const addressesOf = (record: Any, path: readonly string[], at: readonly string[] = []): string[] => {
  const [step, ...rest] = path
  if (step === undefined) return typeof record === 'string' && record ? [at.join('.')] : []
  if (record === undefined || record === null) return []
  const steps = step === '*' ? Object.keys(record) : [step]
  return steps.flatMap(each => addressesOf(record[each], rest, [...at, each]))
}

const readAt = (record: Any, address: string): string | undefined =>
  address.split('.').reduce((inner: Any, step) => inner?.[step], record)

const putAt = (record: Any, address: string, words: string | undefined): void => {
  const steps = address.split('.')
  const last = steps.pop() ?? ''
  const inner = steps.reduce((outer: Any, step) => outer?.[step], record)
  if (inner === undefined) return
  if (words) inner[last] = words
  else delete inner[last]
}

/** All words of a record, by where they stand. */
const wordsIn = (record: object, spots: Spots): Record<string, string> =>
  Object.fromEntries(
    Object.keys(spots)
      .flatMap(spot => addressesOf(record, spot.split('.')))
      .map(address => [address, readAt(record, address) ?? '']),
  )

interface Covered {
  readonly wording?: 'pending' | undefined
  readonly aside?: Aside | undefined
}

/** The record with words aside that were not in it before, when they had been read. `before`: as it is kept; undefined: new. */
export const cover = <R extends object>(after: R, before: object | undefined, spots: Spots): R & Covered => {
  const known = new Set(before ? Object.values(wordsIn(before, spots)) : [])
  const words = wordsIn(after, spots)
  const aside: Record<string, string> = {}
  const kept: Any = structuredClone(after)
  for (const [spot, neutral] of Object.entries(spots))
    for (const address of addressesOf(after, spot.split('.'))) {
      const said = words[address] ?? ''
      if (known.has(said) || said === neutral) continue
      const former = spot.includes('*') ? undefined : before && readAt(before, address)
      aside[address] = said
      putAt(kept, address, former ?? neutral)
    }
  const isAside = Object.keys(aside).length > 0
  return { ...kept, wording: isAside ? 'pending' : undefined, aside: isAside ? aside : undefined }
}

/** The record as whoever wrote it reads it: with the words that stand aside in their place. */
export const uncover = <R extends { readonly aside?: Aside | undefined }>({
  aside = {},
  ...record
}: R): R => {
  const whole = structuredClone(record)
  for (const [address, words] of Object.entries(aside)) putAt(whole, address, words)
  return whole as unknown as R
}

/** The words that wait, to be read. */
export const wordsAside = ({ aside = {} }: { readonly aside?: Aside | undefined }): [string, ...string[]] => {
  const [title = '', ...rest] = Object.values(aside).filter(Boolean)
  return [title, ...rest]
}

/** The attributes of an item by which its words take their place. */
export const revealing = (item: Item, aside: Aside): { set: Item; remove: string[] } => {
  const whole: Any = structuredClone(item)
  for (const [address, words] of Object.entries(aside)) putAt(whole, address, words)
  const moved = [...new Set(Object.keys(aside).map(address => address.split('.')[0] ?? ''))]
  const isSaid = (name: string) => whole[name] !== undefined
  return {
    set: Object.fromEntries(moved.filter(isSaid).map(name => [name, whole[name]])),
    remove: ['aside', ...moved.filter(name => !isSaid(name))],
  }
}
