/** A table of regions: the city, its districts and streets, the communities that are to use the service, and their grids. */
import { RegionCode } from '@yike/shared/identity/schema'
import { tidy } from '@yike/shared/kernel/zod'
import type { Bytes } from '../../circle/import/bytes'
import { isPhone } from '../../circle/import/csv/cells'
import { type Columns, columnsIn } from '../../circle/import/csv/columns'
import { decoded } from '../../circle/import/csv/decode'
import { coordinateSystemOf, positionOf } from '../../circle/import/csv/position'
import { type CsvRecord, recordsOf } from '../../circle/import/csv/records'
import { Unreadable } from '../../circle/import/types'
import type { Region } from '../../identity/handlers'

const headings = {
  code: ['code', '代码', '区划代码', '统计用区划代码'],
  name: ['name', '名称'],
  lng: ['lng', 'lon', '经度'],
  lat: ['lat', '纬度'],
  coordinates: ['coordinates', '坐标系'],
  phone: ['phone', 'tel', '电话', '联系电话'],
} as const
type Field = keyof typeof headings

const levels = { 4: 'city', 6: 'district', 9: 'street', 12: 'community', 15: 'grid' } as const

const faults = {
  code: '代码要写 4 位（市）、6 位（区县）、9 位（街道）、12 位（社区）或 15 位（网格）数字。',
  repeated: '这个代码前面已经有一行。',
  name: '没有写名称，或者超过 40 个字。',
  position: '社区和网格要写中心的经度和纬度，例如 119.9455、31.7812。',
  coordinates: '认不出坐标系，请写 WGS-84 或 GCJ-02。',
  phone: '社区要写居民打得通的电话。',
  parent: '表里和系统里都没有它上面的街道，请先登记街道（代码的前 9 位）。',
  community: '表里和系统里都没有它所在的社区，请先登记社区（代码的前 12 位）。',
} as const

export interface RegionFault {
  readonly line: number
  readonly text: string
}

/**
 * Reads a table of regions; `known` are those already there. Every bad row is named with its line, and then nothing is
 * to be written: half a tree of regions is none. Throws `Unreadable` where the file is no such table.
 */
export const readRegions = async (
  chunks: Bytes,
  known: readonly Region[],
): Promise<{ regions: Region[]; faults: RegionFault[] }> => {
  const records = recordsOf(decoded(chunks))
  const header = await records.next()
  if (header.done) throw new Unreadable('import.file_unknown', 'header')
  const columns = columnsIn<Field>(header.value.cells, headings, ['code', 'name'])
  const rows: { line: number; region: Region }[] = []
  const found: RegionFault[] = []
  for await (const record of records) {
    const read = readRow(record, columns)
    const isRepeated = rows.some(row => typeof read !== 'string' && row.region.code === read.code)
    if (typeof read === 'string') found.push({ line: record.line, text: faults[read] })
    else if (isRepeated) found.push({ line: record.line, text: faults.repeated })
    else rows.push({ line: record.line, region: read })
  }
  const named = new Map([...known, ...rows.map(({ region }) => region)].map(({ code, name }) => [code, name]))
  const regions = rows.flatMap(({ line, region }): Region[] => {
    if (region.level === 'grid' && !named.has(region.code.slice(0, 12) as RegionCode)) {
      found.push({ line, text: faults.community })
      return []
    }
    if (region.level !== 'community') return [region]
    const street = named.get(region.code.slice(0, 9) as RegionCode)
    if (street) return [{ ...region, street }]
    found.push({ line, text: faults.parent })
    return []
  })
  return { regions, faults: found.sort((a, b) => a.line - b.line) }
}

const readRow = ({ cells }: CsvRecord, columns: Columns<Field>): Region | keyof typeof faults => {
  const text = (field: Field) => columns.text(cells, field)
  const code = RegionCode.safeParse(text('code'))
  const level = levels[text('code').length as keyof typeof levels]
  if (!code.success || !level) return 'code'
  const name = tidy(text('name'))
  if (!name || name.length > 40) return 'name'
  if (level !== 'community' && level !== 'grid') return { code: code.data, name, level }
  const system = text('coordinates') ? coordinateSystemOf(text('coordinates')) : 'wgs84'
  if (!system) return 'coordinates'
  const center = positionOf(text('lng'), text('lat'), system)
  if (!center.ok) return 'position'
  if (level === 'grid') return { code: code.data, name, level, center: center.value }
  const phone = text('phone')
  return isPhone(phone) ? { code: code.data, name, level, center: center.value, phone } : 'phone'
}
