import { inflateRawSync } from 'node:zlib'
import type { Attendance } from '@yike/shared/booking/schema/presence'
import { expect, it } from 'vitest'
import { workbookOf } from '../../platform/workbook.h5'
import { attendanceRows } from './attendance'

/** The files of a zip, by the headers before each: what a reader of workbooks sees. */
function filesOf(zip: Buffer): Map<string, string> {
  const files = new Map<string, string>()
  const directory = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  let at = zip.readUInt32LE(directory + 16)
  for (let left = zip.readUInt16LE(directory + 10); left > 0; left--) {
    const [size, nameLength] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)]
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    const head = zip.readUInt32LE(at + 42)
    const begin = head + 30 + zip.readUInt16LE(head + 26) + zip.readUInt16LE(head + 28)
    const packed = zip.subarray(begin, begin + size)
    files.set(name, (zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8'))
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return files
}

const line: Attendance['lines'][number] = {
  number: 'ABC-123',
  offeringName: '半日托',
  forName: '=HYPERLINK("http://evil.example","王阿姨")',
  startAt: '2026-11-24T01:00:00.000Z',
  endAt: '2026-11-24T05:00:00.000Z',
  state: 'came',
}
const attendance = { placeName: '日间照料中心', asOf: line.startAt, lines: [line] }

it('of each booking 8 cells are taken along: who came to what and when, of a child when it was brought and fetched', () => {
  const brought = { arrivedAt: '2026-11-24T01:03:00.000Z', leftAt: '2026-11-24T04:50:00.000Z' }
  expect(attendanceRows({ ...attendance, lines: [{ ...line, ...brought }] })[1]?.slice(6)).toEqual([
    '09:03',
    '12:50',
  ])
  expect(attendanceRows(attendance)[1]).toEqual([
    '2026-11-24',
    '09:00–13:00',
    '半日托',
    line.forName,
    'ABC-123',
    '到了',
    '',
    '',
  ])
})

it('a name that begins like a formula is a text in the workbook, also +, -, @ and a tab', async () => {
  const odd = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'].map(forName => ({ ...line, forName }))
  const rows = attendanceRows({ ...attendance, lines: [line, ...odd] })
  const blob = await workbookOf('名单', rows)
  const files = filesOf(Buffer.from(await blob.arrayBuffer()))
  const sheet = [...files].find(([name]) => name.endsWith('sheet1.xml'))?.[1] ?? ''
  expect(sheet.match(/<row/g)).toHaveLength(8)
  expect(sheet).not.toMatch(/<f[ >]/)
  // Every cell refers to a text or holds one.
  const cells = sheet.match(/<c [^>]*>/g) ?? []
  expect(cells).toHaveLength(8 + 7 * 6)
  for (const cell of cells) expect(cell).toMatch(/t="(s|inlineStr)"/)
})
