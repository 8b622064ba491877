import type { Bytes } from './bytes'
import { columnsOf } from './csv/columns'
import { decoded } from './csv/decode'
import { type RowFault, rowFault } from './csv/faults'
import type { CoordinateSystem } from './csv/position'
import { recordsOf } from './csv/records'
import { readRow } from './csv/row'
import { type PlaceDraft, Unreadable } from './types'

export interface CsvContents {
  readonly places: readonly PlaceDraft[]
  /** Rows below the header that hold anything. */
  readonly rows: number
  readonly faults: readonly RowFault[]
  /** By a place's source: where it stands in the file. */
  readonly lines: ReadonlyMap<string, number>
  /** Headings of columns that were not read. */
  readonly ignoredColumns: readonly string[]
}

/** Reads a table of places: the good rows, and every bad one with its line, column and reason. */
export const readCsv = async (chunks: Bytes, coordinates: CoordinateSystem): Promise<CsvContents> => {
  const records = recordsOf(decoded(chunks))
  const header = await records.next()
  if (header.done) throw new Unreadable('import.file_unknown', 'header')
  const columns = columnsOf(header.value.cells)
  const places = new Map<string, PlaceDraft>()
  const lines = new Map<string, number>()
  const faults: RowFault[] = []
  let rows = 0
  for await (const record of records) {
    rows += 1
    const row = readRow(record, columns, coordinates)
    faults.push(...row.faults)
    if (!row.place) continue
    if (places.has(row.place.sourceId)) faults.push(rowFault('row.repeated', record.line, false))
    else {
      places.set(row.place.sourceId, row.place)
      lines.set(row.place.sourceId, record.line)
    }
  }
  return { places: [...places.values()], rows, faults, lines, ignoredColumns: columns.ignored }
}
