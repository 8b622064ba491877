import { z } from './zod'

export const idPrefixes = {
  resident: 'rs',
  person: 'ps',
  place: 'pl',
  offering: 'of',
  thing: 'th',
  booking: 'bk',
  series: 'se',
  season: 'sn',
  wish: 'wi',
  microproject: 'mp',
  photo: 'ph',
  task: 'tk',
  notice: 'nt',
  entry: 'le',
  desk: 'dk',
  invitation: 'iv',
  grant: 'gr',
  fetcher: 'ft',
  team: 'tm',
  member: 'mb',
} as const
export type IdKind = keyof typeof idPrefixes

/** An id that cannot be mistaken for another kind's. Prefix, then a ULID: it sorts by time. */
export type Id<K extends IdKind> = string & z.$brand<K>

/** Schema of one kind's id: `bk_01JD…`. */
export const idOf = <K extends IdKind>(kind: K) =>
  z
    .string()
    .check(z.regex(new RegExp(`^${idPrefixes[kind]}_[0-7][0-9A-HJKMNP-TV-Z]{25}$`)))
    .brand<K>()

/** Ids of one kind in a query string, `most` at most, with commas between: 'pl_01JD…,pl_01JE…'. */
export const idsOf = (kind: IdKind, most: number) => {
  const one = `${idPrefixes[kind]}_[0-7][0-9A-HJKMNP-TV-Z]{25}`
  return z.string().check(z.regex(new RegExp(`^${one}(,${one}){0,${most - 1}}$`)))
}

/** What `idsOf` has let in, one by one and each once. */
export const idsIn = <K extends IdKind>(listed: string): Id<K>[] => [...new Set(listed.split(','))] as Id<K>[]

/**
 * The number that people read out on the phone: the last six characters of the id, in two groups.
 * Crockford's alphabet has no I, L, O or U. It is for people, not a key.
 */
export const spokenNumber = (id: string): string => `${id.slice(-6, -3)}-${id.slice(-3)}`
