import { COUNTRY, type Position } from '@yike/shared/identity/schema'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import gcoord from 'gcoord'

/** GCJ-02 is what Chinese map services show; BD-09 is Baidu's; GPS and OpenStreetMap speak WGS-84. */
export const coordinateSystems = ['wgs84', 'gcj02', 'bd09'] as const
export type CoordinateSystem = (typeof coordinateSystems)[number]

const names: Readonly<Record<string, CoordinateSystem>> = {
  wgs84: 'wgs84',
  gps: 'wgs84',
  gcj02: 'gcj02',
  火星: 'gcj02',
  高德: 'gcj02',
  腾讯: 'gcj02',
  bd09: 'bd09',
  百度: 'bd09',
}

/** 'GCJ-02', 'gcj02', '高德坐标' → 'gcj02'; undefined where the name is not known. */
export const coordinateSystemOf = (text: string): CoordinateSystem | undefined =>
  names[
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s_-]|坐标系?/g, '')
  ]

export type PositionCode =
  | 'row.position_missing'
  | 'row.position_unreadable'
  | 'row.position_swapped'
  | 'row.position_outside'

const isInside = (lng: number, lat: number): boolean =>
  lng >= COUNTRY.west && lng <= COUNTRY.east && lat >= COUNTRY.south && lat <= COUNTRY.north

/** The WGS-84 position of a row's two cells, with 7 decimals. */
export const positionOf = (
  lngText: string,
  latText: string,
  system: CoordinateSystem,
): Result<Position, PositionCode> => {
  if (!lngText || !latText) return refuse('row.position_missing')
  const lng = degreesOf(lngText)
  const lat = degreesOf(latText)
  if (lng === undefined || lat === undefined) return refuse('row.position_unreadable')
  if (isInside(lat, lng)) return refuse('row.position_swapped')
  if (!isInside(lng, lat)) return refuse('row.position_outside')
  const [east, north] = toWgs84([lng, lat], system)
  return ok({ lng: rounded(east), lat: rounded(north) })
}

const toWgs84 = (position: [number, number], system: CoordinateSystem): [number, number] => {
  if (system === 'wgs84') return position
  return gcoord.transform(position, system === 'gcj02' ? gcoord.GCJ02 : gcoord.BD09, gcoord.WGS84)
}

/** Undefined: no degrees in decimals. */
export const degreesOf = (text: string): number | undefined => {
  const plain = text.normalize('NFKC').replace(/°$/, '')
  return /^[+-]?\d{1,3}(\.\d{1,15})?$/.test(plain) ? Number(plain) : undefined
}

const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7
