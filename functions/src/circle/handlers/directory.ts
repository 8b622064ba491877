/**
 * The directory as staff page through it. It is read in parts, each put in order by what needs something: the few
 * hundred entries of a community are one part, and of a city imported into one never more than a request can hold.
 */
import type { AskDirectory as Asked, Directory, EntryLine } from '@yike/shared/circle/schema/upkeep'
import { type Instant, type LocalDate, localDate } from '@yike/shared/kernel/time'
import type { Table } from '../../platform/table'
import { uncover } from '../../platform/wechat/aside'
import { matches } from '../domain/search'
import { type DirectoryPart, loadDirectoryPart } from '../store/upkeep'
import { countsOf, lineOf, mostNeedyFirst } from './entry'
import { openPaging } from './paging'

/** A request looks for a name in so many parts; the next one goes on from there. */
const PARTS_AT_ONCE = 2

/** A page of it; undefined where its cursor is none, or is of a list that is gone. */
export const openDirectory = (table: Table) => {
  const partOf = openPaging<DirectoryPart | undefined>()
  return async (asked: Asked, now: Instant): Promise<Directory | undefined> => {
    const { community, cursor, limit } = asked
    const today = localDate(now)
    let [from = '', after = ''] = cursor?.split('.') ?? []
    const places: EntryLine[] = []
    let first: DirectoryPart | undefined
    const page = (next: string | undefined): Directory => ({
      places,
      counts: countsOf((first?.places ?? []).map(place => lineOf(place, today))),
      ...((first?.next || cursor?.split('.')[0]) && { more: true as const }),
      ...(next !== undefined && { cursor: next }),
    })
    for (let parts = PARTS_AT_ONCE; parts > 0; parts--) {
      const part = await partOf(`${community} ${from}`, { cursor, now }, () =>
        loadDirectoryPart(table, community, from || undefined),
      )
      if (!part) return undefined
      first ??= part
      const wanted = wantedOf(part, asked, today)
      const begin = after && wanted.findIndex(({ placeId }) => placeId === after)
      if (begin === -1) return undefined
      const start = begin === '' ? 0 : begin + 1
      places.push(...wanted.slice(start, start + limit - places.length))
      const last = places.at(-1)
      if (last && places.length === limit && last !== wanted.at(-1)) return page(`${from}.${last.placeId}`)
      if (!part.next) return page(undefined)
      ;[from, after] = [part.next, '']
      if (places.length === limit) break
    }
    return page(`${from}.`)
  }
}

const wantedOf = (
  { places }: DirectoryPart,
  { kind, search, need, has }: Asked,
  today: LocalDate,
): EntryLine[] =>
  (search ? places.filter(place => matches(uncover(place), search)) : places)
    .map(place => ({ place, line: lineOf(place, today) }))
    .filter(
      ({ place, line }) =>
        (!kind || place.kind === kind) &&
        (has !== 'roster' || place.staffed === true) &&
        (has !== 'bookings' || place.bookable.length > 0) &&
        (need === 'closed'
          ? line.state === 'closed'
          : line.state !== 'closed' && (!need || line.needs.includes(need))),
    )
    .map(({ line }) => line)
    .sort(mostNeedyFirst)
