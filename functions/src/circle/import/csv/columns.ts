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

const fields = Object.keys(headings) as Field[]
const required: readonly Field[] = ['name', 'kind', 'lng', 'lat']

export interface Columns {
  /** Text of a row's cell, tidied; empty where the column or the cell is missing. */
  text(cells: readonly string[], field: Field): string
  /** The heading as it stands in the file, so that its author finds it. */
  heading(field: Field): string
  readonly count: number
  /** Headings that mean nothing to us. */
  readonly ignored: readonly string[]
}

export const columnsOf = (header: readonly string[]): Columns => {
  const places = new Map<Field, number>()
  const ignored: string[] = []
  for (const [index, cell] of header.entries()) {
    const field = fieldOf(cell)
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
    throw new Unreadable('import.columns_missing', missing.map(field => chineseOf(field)).join('、'))
  return {
    text: (cells, field) => tidy(cells[places.get(field) ?? -1] ?? ''),
    heading: field => tidy(header[places.get(field) ?? -1] ?? ''),
    count: header.length,
    ignored,
  }
}

const fieldOf = (cell: string): Field | undefined => {
  const heading = tidy(cell)
    .toLowerCase()
    .replace(/[\s_*-]/g, '')
  return fields.find(field => (headings[field] as readonly string[]).includes(heading))
}

const chineseOf = (field: Field): string =>
  headings[field].find(heading => /^\p{Script=Han}/u.test(heading)) ?? field
