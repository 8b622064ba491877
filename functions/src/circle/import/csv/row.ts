import { createHash } from 'node:crypto'
import type { WeeklyHours } from '@yike/shared/circle/hours'
import { readHours } from '@yike/shared/circle/hours/read'
import type { Position } from '@yike/shared/identity/schema'
import { readOpeningHours } from '../osm/opening-hours'
import type { PlaceDraft } from '../types'
import { answerOfWord, isPhone, kindOfWord, priceClassOfWord } from './cells'
import type { Columns, Field } from './columns'
import { UNREADABLE } from './decode'
import { type RowCode, type RowFault, rowFault } from './faults'
import { type CoordinateSystem, coordinateSystemOf, degreesOf, positionOf } from './position'
import type { CsvRecord } from './records'

const longest: Readonly<Partial<Record<Field, number>>> = { name: 80, address: 200, hours: 500 }

export interface Row {
  /** Absent where a fault keeps the row out. */
  readonly place?: PlaceDraft
  readonly faults: readonly RowFault[]
}

/** One row of the table: a place, or everything that is wrong with it at once. */
export const readRow = ({ cells, line }: CsvRecord, columns: Columns, byDefault: CoordinateSystem): Row => {
  const faults: RowFault[] = []
  const text = (field: Field) => columns.text(cells, field)
  const fault = (code: RowCode, field?: Field, kept = false): undefined => {
    faults.push(rowFault(code, line, kept, field && columns.heading(field)))
  }
  /** A cell that may stay empty: one that is not understood costs only itself. */
  const optional = <T>(field: Field, code: RowCode, read: (text: string) => T | undefined): T | undefined => {
    if (!text(field)) return undefined
    return read(text(field)) ?? fault(code, field, true)
  }

  if (cells.some(cell => cell.includes(UNREADABLE))) {
    fault('row.unreadable')
    return { faults }
  }
  if (cells.slice(columns.count).some(cell => cell.trim() !== '')) {
    // Somewhere a cell was split in two; what stands behind it is in the wrong columns.
    fault('row.cells_too_many')
    return { faults }
  }
  for (const [field, limit] of Object.entries(longest) as [Field, number][])
    if (text(field).length > limit) fault('row.text_too_long', field)

  const name = text('name')
  if (!name) fault('row.name_missing', 'name')
  const kind = kindOfWord(text('kind'))
  if (!kind) fault(text('kind') ? 'row.kind_unknown' : 'row.kind_missing', 'kind')
  const position = readPosition(text, byDefault, fault)
  const hours = optional('hours', 'row.hours_unclear', hoursOf)
  const priceClass = optional('price', 'row.price_unknown', priceClassOfWord)
  const phone = optional('phone', 'row.phone_unreadable', typed => (isPhone(typed) ? typed : undefined))
  const stepFree = optional('stepFree', 'row.step_free_unknown', answerOfWord)

  if (!kind || !position || faults.some(({ kept }) => !kept)) return { faults }
  const address = text('address')
  const hoursText = text('hours')
  const place: PlaceDraft = {
    sourceId: sourceIdOf(name, address, position),
    name,
    kind,
    ...position,
    ...(address && { address }),
    ...(phone && { phone }),
    ...(hoursText && { hoursText }),
    ...(hours && { hours }),
    ...(priceClass && { priceClass }),
    ...(stepFree !== undefined && { stepFree }),
  }
  return { place, faults }
}

/** People write Chinese; tables drawn from OpenStreetMap write its own notation. */
const hoursOf = (text: string): WeeklyHours | undefined => readHours(text) ?? readOpeningHours(text)

const readPosition = (
  text: (field: Field) => string,
  byDefault: CoordinateSystem,
  fault: (code: RowCode, field: Field) => undefined,
): Position | undefined => {
  const named = text('coordinates')
  const system = named ? coordinateSystemOf(named) : byDefault
  if (!system) return fault('row.coordinates_unknown', 'coordinates')
  const found = positionOf(text('lng'), text('lat'), system)
  if (found.ok) return found.value
  const unreadable = (['lng', 'lat'] as const).find(field => degreesOf(text(field)) === undefined)
  return fault(found.refusal.code, unreadable ?? 'lng')
}

/** Correcting a position must not make a second place of it; without an address it is all there is. */
const sourceIdOf = (name: string, address: string, { lng, lat }: Position): string => {
  const where = address || `${lng.toFixed(3)},${lat.toFixed(3)}`
  return `csv:${createHash('sha256').update(`${name}\n${where}`).digest('hex').slice(0, 20)}`
}
