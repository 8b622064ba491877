import { tidy } from '@yike/shared/kernel/zod'
import { Unreadable } from '../types'

/** What a column may be headed, in lower case and without blanks. */
const headings = {
  name: ['name', '名称', '机构名称', '场所名称', '设施名称', '单位名称'],
  kind: ['kind', 'type', 'category', '类别', '类型', '分类', '场所类别'],
  address: ['address', '地址', '详细地址', '所在地址'],
  lng: ['lng', 'lon', 'long', 'longitude', '经度'],
  lat: ['lat', 'latitude', '纬度'],
  coordinates: ['coordinates', 'coordinatesystem', 'crs', '坐标系', '坐标系统'],
  hours: ['hours', 'openinghours', '开放时间', '营业时间', '服务时间'],
  price: ['price', 'priceclass', 'fee', '收费', '收费类别', '收费标准', '价格'],
  phone: ['phone', 'tel', 'telephone', '电话', '联系电话'],
  stepFree: ['stepfree', 'accessible', '无障碍', '无台阶'],
} as const
export type Field = keyof typeof headings

type Headings<F extends string> = Readonly<Record<F, readonly string[]>>

export interface Columns<F extends string = Field> {
  /** Text of a row's cell, tidied; empty where the column or the cell is missing. */
  text(cells: readonly string[], field: F): string
  /** The heading as it stands in the file, so that its author finds it. */
  heading(field: F): string
  readonly count: number
  /** Headings that mean nothing to us. */
  readonly ignored: readonly string[]
}

export const columnsOf = (header: readonly string[]): Columns =>
  columnsIn(header, headings, ['name', 'kind', 'lng', 'lat'])

/** The columns of any table whose headings are known; throws `Unreadable` where a required one is missing. */
export const columnsIn = <F extends string>(
  header: readonly string[],
  headings: Headings<F>,
  required: readonly F[],
): Columns<F> => {
  const places = new Map<F, number>()
  const ignored: string[] = []
  for (const [index, cell] of header.entries()) {
    const field = fieldOf(headings, cell)
    if (field === undefined) {
      if (tidy(cell)) ignored.push(tidy(cell))
      continue
    }
    if (places.has(field)) throw new Unreadable('import.columns_repeated', tidy(cell))
    places.set(field, index)
  }
  // A text without a single known heading is no table of places.
  if (places.size === 0) throw new Unreadable('import.file_unknown', 'header')
  const missing = required.filter(field => !places.has(field))
  if (missing.length > 0)
    throw new Unreadable(
      'import.columns_missing',
      missing.map(field => chineseOf(headings, field)).join('、'),
    )
  return {
    text: (cells, field) => tidy(cells[places.get(field) ?? -1] ?? ''),
    heading: field => tidy(header[places.get(field) ?? -1] ?? ''),
    count: header.length,
    ignored,
  }
}

const fieldOf = <F extends string>(headings: Headings<F>, cell: string): F | undefined => {
  const heading = tidy(cell)
    .toLowerCase()
    .replace(/[\s_*-]/g, '')
  return (Object.keys(headings) as F[]).find(field => headings[field].includes(heading))
}

const chineseOf = <F extends string>(headings: Headings<F>, field: F): string =>
  headings[field].find(heading => /^\p{Script=Han}/u.test(heading)) ?? field
