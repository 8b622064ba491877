import { describe, expect, it } from 'vitest'
import { instantAt } from '../../kernel/time'
import type { DaysReply } from '../schema'
import { readDay, readDays } from './days'

const on = '2026-11-28'
const at = (hour: number) => instantAt(on, hour * 60)

describe('a day as a table', () => {
  it('says of each slot when it begins and how many places are left; it lasts as long as its offering says', () => {
    const table = { on, fromMinute: [540, 630], left: [3, 0] }
    expect(readDay(table, { slotMinutes: 90 })).toEqual({
      on,
      slots: [
        { startAt: at(9), endAt: at(10.5), left: 3 },
        { startAt: at(10.5), endAt: at(12), left: 0 },
      ],
    })
  })

  it('says why a slot is shut, and how long a booking may be from there, of those alone of which it holds', () => {
    const table = {
      ...{ on, fromMinute: [540, 600, 660], left: [1, 1, 0] },
      shut: ['past' as const, null, null],
      longestToMinute: [null, 720, null],
    }
    expect(readDay(table, { slotMinutes: 60 }).slots).toEqual([
      { startAt: at(9), endAt: at(10), left: 1, shut: 'past' },
      { startAt: at(10), endAt: at(11), left: 1, longestEndAt: at(12) },
      { startAt: at(11), endAt: at(12), left: 0 },
    ])
  })

  it('that ends at midnight ends with the next date', () => {
    const [slot] = readDay({ on, fromMinute: [1380], left: [1] }, { slotMinutes: 60 }).slots
    expect(slot?.endAt).toBe(instantAt('2026-11-29', 0))
  })

  it('keeps why it is closed, and that nobody knows its calendar', () => {
    const none = { on, fromMinute: [], left: [] }
    expect(readDay({ ...none, closed: { why: '消毒' } }, { slotMinutes: 60 })).toEqual({
      on,
      closed: { why: '消毒' },
      slots: [],
    })
    expect(readDay({ ...none, calendarUnknown: true }, { slotMinutes: 60 }).calendarUnknown).toBe(true)
  })

  it('is read by the terms that came with it, not by those of another page', () => {
    const page = (slotMinutes: number) => ({
      offering: { slotMinutes } as DaysReply['offering'],
      days: [{ on, fromMinute: [540], left: [1] }],
    })
    const ends = [60, 90].flatMap(minutes => readDays(page(minutes)).days.map(({ slots }) => slots[0]?.endAt))
    expect(ends).toEqual([at(10), at(10.5)])
  })

  it('with twelve open hours of one length is less than a quarter of what the slots are one by one', () => {
    const fromMinute = Array.from({ length: 12 }, (_, i) => 480 + 60 * i)
    const table = { on, fromMinute, left: fromMinute.map(() => 100_000) }
    const bytes = (value: unknown) => JSON.stringify(value).length
    expect(bytes(readDay(table, { slotMinutes: 60 }))).toBeGreaterThan(4 * bytes(table))
  })
})
