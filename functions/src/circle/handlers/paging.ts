/**
 * Long lists that somebody pages through. The first page reads all of it, for only all of it can be put in order; the
 * next ones are cut from what that one read, while this process remembers it. Another process reads anew.
 */
import { addMinutes, type Instant } from '@yike/shared/kernel/time'

const KEPT_LISTS = 16
const KEPT_MINUTES = 10

export type Paging<T> = (
  key: string,
  page: { readonly cursor?: string | undefined; readonly now: Instant },
  read: () => Promise<T>,
) => Promise<T>

export const openPaging = <T>(): Paging<T> => {
  const kept = new Map<string, { readonly list: T; readonly until: Instant }>()
  return async (key, { cursor, now }, read) => {
    const known = kept.get(key)
    if (cursor !== undefined && known && now < known.until) return known.list
    const list = await read()
    kept.delete(key)
    kept.set(key, { list, until: addMinutes(now, KEPT_MINUTES) })
    if (kept.size > KEPT_LISTS) kept.delete(kept.keys().next().value ?? '')
    return list
  }
}
