/** Equipment of a room as it is written, a row for each sort. */
import type { Sort } from '@yike/shared/booking/rules/equipment'
import type { Row } from '../rows'

export const equipmentRows = (equipment: readonly Sort[] = []): Row[] =>
  equipment.map(({ name, count, id = name }) => ({ name, count: String(count), id }))

/** What a row calls another name keeps the one by which it is counted. */
export const readEquipment = (rows: readonly Row[]): Sort[] =>
  rows.map(({ name = '', count = '', id }) => ({
    ...{ name, count: /^\d{1,6}$/.test(count.trim()) ? Number(count) : Number.NaN },
    ...(id && { id }),
  }))
