/** The frozen list of a season, in parts: its record and the list are one write. */
import type { DrawnEntry } from '@yike/shared/booking/rules/draw'
import { partsOf } from '@yike/shared/booking/rules/record'
import type { Id } from '@yike/shared/kernel/id'
import { keys } from '../../../platform/keys'
import type { Change, Table } from '../../../platform/table'
import { moveSeasonChange, type SeasonRecord } from './index'

/** A season and its frozen list, by pseudonym. */
export interface Listed {
  readonly season: SeasonRecord
  readonly entries: readonly DrawnEntry[]
}

const partKey = (seasonId: Id<'season'>, part: number) =>
  keys.seasonList(seasonId, String(part).padStart(3, '0'))

export const listItems = (seasonId: Id<'season'>, entries: readonly DrawnEntry[]) =>
  partsOf(entries).map((some, part) => ({ ...partKey(seasonId, part), entries: some }))

/** The next record with its list, frozen or drawn: both or neither. */
export const moveListChanges = (
  before: SeasonRecord,
  { season, entries }: Listed,
): Change<'booking.season_state'>[] => [
  moveSeasonChange(before, season),
  ...listItems(season.seasonId, entries).map(item => ({ put: item })),
]

export const loadPart = async (
  table: Table,
  { seasonId }: SeasonRecord,
  part: number,
): Promise<readonly DrawnEntry[]> => {
  const item = await table.get(partKey(seasonId, part), { consistent: true })
  if (!item) throw new Error('a part of a frozen list is lost')
  return item.entries
}

/** All of a frozen list; of a season that takes requests there is none. */
export const loadList = async (table: Table, season: SeasonRecord): Promise<readonly DrawnEntry[]> =>
  (await Promise.all((season.parts ?? []).map((_, part) => loadPart(table, season, part)))).flat()

/** What a frozen list says of one request. */
export const loadEntry = async (
  table: Table,
  season: SeasonRecord,
  wishId: Id<'wish'>,
): Promise<DrawnEntry | undefined> => {
  const part = (season.parts ?? []).filter(first => first <= wishId).length - 1
  return part < 0 ? undefined : (await loadPart(table, season, part)).find(one => one.wishId === wishId)
}
