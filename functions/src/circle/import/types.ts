import type { WeeklyHours } from '@yike/shared/circle/hours'
import type { PlaceKind, PriceClass } from '@yike/shared/circle/schema'
import type { Told } from '@yike/shared/circle/schema/told'
import type { ErrorTable } from '@yike/shared/kernel/problem'
import { type Refusal, refuse } from '@yike/shared/kernel/result'
import type { Place } from '../store'

/** One place as a file tells of it. Positions are WGS-84 degrees with 7 decimals. */
export interface PlaceDraft {
  /** Stays the same when the file is read again: 'osm:node/123' or 'csv:<hash of name and address>'. */
  readonly sourceId: string
  readonly name: string
  readonly kind: PlaceKind
  readonly lng: number
  readonly lat: number
  readonly address?: string
  readonly phone?: string
  /** Opening hours as the source writes them. */
  readonly hoursText?: string
  /** Absent: not said, or said in a way that is not understood. Unknown is never open. */
  readonly hours?: WeeklyHours
  readonly priceClass?: PriceClass
  readonly stepFree?: boolean
  readonly told?: Told
  /** What an export of a directory knows besides; it holds for a place that is new here. */
  readonly kept?: Partial<
    Pick<Place, 'placeId' | 'community' | 'state' | 'assuredOn' | 'sharedWith' | 'areaSquareMeters'>
  >
}

export interface WalkNode {
  /** The same when the file is read again: its id in the map; '7~2' is the second side of a barred point. */
  readonly key: string
  readonly lng: number
  readonly lat: number
  /** A gate with hours of its own stands here. */
  readonly gate?: { readonly hoursText: string; readonly hours?: WeeklyHours }
  /** No wheelchair or pram gets through: stile, turnstile, raised kerb. */
  readonly blocksWheels?: true
  /** Ways of different levels meet here in a lift. */
  readonly lift?: true
}

/** What a walker meets along a piece of way. */
export interface WalkTraits {
  readonly steps?: true
  readonly wheelchair?: 'yes' | 'limited' | 'no'
  readonly lit?: boolean
  readonly bridge?: true
  readonly tunnel?: true
  /** The way is a lift: it costs a ride, whatever its length. */
  readonly lift?: true
  /** The steeper of up and down, in per cent, never below 0. */
  readonly gradePercent?: number
  /** The way itself is closed outside these hours (a park's path). */
  readonly hoursText?: string
  readonly hours?: WeeklyHours
}

/** A straight piece of a walkable way; it may be walked in both directions. */
export interface WalkEdge extends WalkTraits {
  /** Positions in `WalkNetwork.nodes`. */
  readonly from: number
  readonly to: number
  readonly meters: number
}

/**
 * Every vertex of a walkable way is a node and every piece between two vertices an edge, so that a door
 * can be tied to the nearest piece; chains are left for the engine to shorten.
 */
export interface WalkNetwork {
  readonly nodes: readonly WalkNode[]
  readonly edges: readonly WalkEdge[]
}

export interface Progress {
  readonly bytesRead: number
  readonly bytesTotal: number
}

export interface ReadOptions {
  /** Size of the file as it lies on disk, for the progress bar. */
  readonly bytesTotal: number
  readonly onProgress?: (progress: Progress) => void
}

export const importErrors = {
  'import.file_broken': { status: 400, title: '文件不完整或已损坏，请重新下载或重新导出后再导入。' },
  'import.file_empty': { status: 400, title: '文件是空的，请看看是不是选错了。' },
  'import.file_packed': {
    status: 400,
    title: '这是压缩包（bz2、zip、xz、7z 一类）。请先解开，再导入里面的 .osm；或者换下载 .osm.pbf、.osm.gz。',
  },
  'import.file_encoding': {
    status: 400,
    title:
      '文件里的字不是 UTF-8（也不是它开头写明的编码），读不出来。请在导出的软件里选 UTF-8 再导出；手头只有老文件的，用文本编辑器打开后另存为 UTF-8。',
  },
  'import.quote_open': {
    status: 400,
    title: '从这一行起，引号（"）没有成对，后面都读不下去。请补上或删掉那个引号，再导入一次。',
  },
  'import.file_unknown': {
    status: 400,
    title: '认不出这个文件。可以导入 .osm、.osm.gz、.osm.pbf 地图文件，场所 CSV 表格，或 HSDS 3.0 的 JSON。',
  },
  'import.overpass_json': {
    status: 400,
    title:
      '这是 Overpass 的 JSON。请在查询第一行写 [out:xml]，结尾写 (._;>;); out meta; 再下载一次；或者从 openstreetmap.org 导出 .osm。',
  },
  'import.geojson': {
    status: 400,
    title: '这是 GeoJSON，读不出路和路怎样相连。请换成 .osm、.osm.gz 或 .osm.pbf；只有场所的，另存为 CSV。',
  },
  'import.columns_missing': { status: 400, title: '表头缺少必需的列，请补上标出的列。' },
  'import.columns_repeated': { status: 400, title: '表头里同一列写了两次，请删掉一列。' },
} as const satisfies ErrorTable
export type ImportCode = keyof typeof importErrors

/**
 * Thrown inside the streaming parsers, which cannot return from the middle of a file; `read.ts` turns it
 * into a refusal. `where` is a line and column, a byte offset or the names of columns.
 */
export class Unreadable extends Error {
  constructor(
    readonly code: ImportCode,
    readonly where: string,
    options?: ErrorOptions,
  ) {
    super(`${code} at ${where}`, options)
  }

  get refused(): { readonly ok: false; readonly refusal: Refusal<ImportCode> } {
    return refuse(this.code, { fields: { where: this.where } })
  }
}
