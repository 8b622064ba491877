import { describe, expect, it } from 'vitest'
import { calendarFile } from './calendar-file'

const seat = {
  id: 'bk_01JD0000000000000000000001',
  title: '全日托',
  where: '日间照料中心',
  startAt: '2026-11-24T00:00:00.000Z',
  endAt: '2026-11-24T09:00:00.000Z',
}
const partOf = (name: string, file: string) =>
  new RegExp(`^${name}:(.*)$`, 'm').exec(file.replace(/\r\n /g, ''))?.[1]?.trim()
const uidOf = (file: string) => partOf('UID', file)

describe('a calendar file', () => {
  it('of two of a family in one slot holds two events, and noted again it is the same one', () => {
    const other = { ...seat, id: 'bk_01JD0000000000000000000002' }
    expect(uidOf(calendarFile(seat))).not.toBe(uidOf(calendarFile(other)))
    expect(uidOf(calendarFile({ ...seat, where: '别处' }))).toBe(uidOf(calendarFile(seat)))
  })

  it('keeps its lines under 75 bytes and means the same when they are joined again', () => {
    const where = `清水街道，综合养老;服务中心, 二楼\\${'很长的名字'.repeat(12)}\nBEGIN:VEVENT`
    const file = calendarFile({ ...seat, where })
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(
      partOf('LOCATION', file)
        ?.replace(/\\n/g, '\n')
        .replace(/\\([\\,;])/g, '$1'),
    ).toBe(where)
    expect(file.match(/^BEGIN:VEVENT/gm)).toHaveLength(1)
  })
})
