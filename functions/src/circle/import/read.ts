import type { PlaceKind } from '@yike/shared/circle/schema'
import { ok, type Result } from '@yike/shared/kernel/result'
import { type Bytes, counted, recognise } from './bytes'
import { type CsvContents, readCsv } from './csv'
import type { CoordinateSystem } from './csv/position'
import { type HsdsContents, readHsds } from './hsds/read'
import { readOsm } from './osm'
import type { OsmContents } from './osm/gather'
import { type ImportCode, type ReadOptions, Unreadable } from './types'

export type ImportContents =
  | ({ readonly from: 'osm' } & OsmContents)
  | ({ readonly from: 'csv' } & CsvContents)
  | ({ readonly from: 'hsds' } & HsdsContents)

export interface ImportOptions extends ReadOptions {
  /** What the positions of a table are, where it does not say so itself; WGS-84 if absent. */
  readonly coordinates?: CoordinateSystem
  /** What the services of a foreign directory are that do not say it in words known here. */
  readonly kind?: PlaceKind
}

/**
 * Reads a file to import: .osm, .osm.gz, .osm.pbf a table of places or a directory in HSDS 3.0, told by its contents. All or
 * nothing: a file that is cut or damaged anywhere is refused (`fields.where` says where). Pure: the
 * caller brings the bytes (`createReadStream`) and keeps what comes back.
 */
export const readImport = async (
  chunks: Bytes,
  options: ImportOptions,
): Promise<Result<ImportContents, ImportCode>> => {
  try {
    const file = await recognise(counted(chunks, options))
    switch (file.kind) {
      case 'xml':
      case 'pbf':
        return ok({ from: 'osm', ...(await readOsm(file.kind, file.chunks)) })
      case 'json':
        return ok({ from: 'hsds', ...(await readHsds(file.chunks, options.kind)) })
      case 'text':
        return ok({ from: 'csv', ...(await readCsv(file.chunks, options.coordinates ?? 'wgs84')) })
      case 'packed':
        throw new Unreadable('import.file_packed', 'byte 0')
      default:
        throw new Unreadable('import.file_unknown', 'byte 0')
    }
  } catch (error) {
    if (error instanceof Unreadable) return error.refused
    throw error
  }
}
