/** A workbook for whoever sits at a desk. What writes it (70 KB) is fetched when it is asked for. */
import { download } from './download'

export type Row = readonly (string | number)[]

/** Every text is stored as a text: one that begins like a formula is none. The first row is the head. */
export async function workbookOf(sheet: string, [head = [], ...rows]: readonly Row[]): Promise<Blob> {
  const { default: write } = await import(
    /* webpackMode: "lazy", webpackChunkName: "workbook" */ 'write-excel-file/universal'
  )
  const cell = (value: string | number) =>
    typeof value === 'number' ? { type: Number, value } : { type: String, value }
  return write(
    [head.map(value => ({ ...cell(value), fontWeight: 'bold' as const })), ...rows.map(row => row.map(cell))],
    { sheet, columns: head.map(() => ({ width: 18 })), stickyRowsCount: 1 },
  ).toBlob()
}

export async function downloadWorkbook(name: string, sheet: string, rows: readonly Row[]): Promise<void> {
  download(`${name}.xlsx`, await workbookOf(sheet, rows))
}
