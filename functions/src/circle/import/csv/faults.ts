/** What can be wrong with a row, and what to tell the person who made the table. */
const faults = {
  'row.unreadable': '有读不出的字，没有导入；请改好，用 UTF-8 存一次。',
  'row.name_missing': '没有写名称。',
  'row.kind_missing': '没有写类别。',
  'row.kind_unknown':
    '认不出这个类别，请换成养老、托育、场地、医疗、文体、政务、便民、商业、应急避难、教育或交通。',
  'row.position_missing': '没有写经度或纬度。',
  'row.position_unreadable': '经度和纬度要写成小数，例如 116.3084、39.9905。',
  'row.position_swapped': '经度和纬度写反了，请对调。',
  'row.position_outside': '这个位置不在国内，请检查经度和纬度。',
  'row.coordinates_unknown': '认不出坐标系，请写 WGS-84 或 GCJ-02。',
  'row.repeated': '这个名称和地址前面已经有一行，只用了前面那一行。',
  'row.cells_too_many': '这一行的格子比表头多，请检查多余的分隔符或引号。',
  'row.text_too_long': '文字太长，请缩短。',
  'row.hours_unclear': '开放时间没有看懂，先按“时间未知”导入；可以写成“周一至周五 8:30-17:30”。',
  'row.price_unknown': '认不出收费类别，先空着；请写免费、低偿或收费。',
  'row.phone_unreadable': '电话号码不对，先空着。',
  'row.step_free_unknown': '认不出是否无障碍，先空着；请写是或否。',
} as const
export type RowCode = keyof typeof faults

export interface RowFault {
  readonly line: number
  /** Heading of the column as the file writes it; absent where the whole row is meant. */
  readonly column?: string
  readonly code: RowCode
  readonly text: string
  /** The row went in all the same, only without this cell. */
  readonly kept: boolean
}

export const rowFault = (code: RowCode, line: number, kept: boolean, column?: string): RowFault => ({
  line,
  ...(column && { column }),
  code,
  text: faults[code],
  kept,
})
