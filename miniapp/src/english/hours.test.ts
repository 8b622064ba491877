import { readHours } from '@yike/shared/circle/hours/read'
import { readDay, writeNotices } from '@yike/shared/circle/hours/special'
import { writeHours } from '@yike/shared/circle/hours/write'
import { describe, expect, it } from 'vitest'
import { hourLine } from './hours'

const spoken = (typed: string): string[] => {
  const hours = readHours(typed)
  if (!hours) throw new Error(`not understood: ${typed}`)
  return writeHours(hours).split('；').map(hourLine)
}

describe('opening hours in English', () => {
  it.each([
    '周一至周五 8:30-17:30，周末休息，节假日休息',
    '每天 9:00-21:00，周三休，节假日照常',
    '周一、周三 9:00-12:00、14:00-18:00，节假日休息',
    '周五 20:00-次日2:00',
    '24小时',
  ])('keep every clock time of “%s” and no word of Chinese', typed => {
    const lines = spoken(typed)
    expect(lines.join('; ')).not.toMatch(/\p{Script=Han}|[，；、]/u)
    const clocks = (text: string) => text.match(/\d+:\d\d/g) ?? []
    expect(clocks(lines.join(' '))).toEqual(clocks(writeHours(readHours(typed) as never)))
  })

  it('name the days of a notice, and leave its reason as it was written', () => {
    const special = [{ from: '2026-12-01', to: '2026-12-05', spans: readDay('休') ?? [], note: '电梯检修' }]
    const [line = ''] = writeNotices(special as never, '2026-11-24' as never).map(hourLine)
    expect(line).toContain('1 Dec–5 Dec')
    expect(line).toContain('(电梯检修)')
    expect(line.replace('电梯检修', '')).not.toMatch(/\p{Script=Han}/u)
  })
})
