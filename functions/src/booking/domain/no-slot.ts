/** Which times are slots of an offering, and what of a time that is none is wrong. */
import { QUARTER_MINUTES, type Span } from '@yike/shared/booking/calendar'
import { openingOn } from '@yike/shared/booking/rules/closures'
import { lengthsOf, stepOf } from '@yike/shared/booking/rules/terms'
import type { DayKindOf, DaySpans } from '@yike/shared/circle/hours'
import { clockOfMinute, instantAt, localDate, minutesBetween, spokenMinutes } from '@yike/shared/kernel/time'
import type { Offering } from '../../circle/handlers'

export interface NoSlot {
  readonly code:
    | 'booking.calendar_unknown'
    | 'booking.too_long'
    | 'booking.odd_length'
    | 'booking.odd_start'
    | 'booking.not_a_slot'
  /** What would be one, in plain words. */
  readonly why?: string
}

/** A booking begins with a slot, lasts one of the lengths, and ends before the door closes: or which of these is not so. */
export const whyNoSlot = (offering: Offering, span: Span, dayKindOf: DayKindOf): NoSlot | undefined => {
  const on = localDate(span.startAt)
  const spans = openingOn(offering, on, dayKindOf)
  if (!spans) return { code: 'booking.calendar_unknown' }
  const minutes = minutesBetween(span.startAt, span.endAt)
  const lengths = lengthsOf(offering)
  if (!lengths.includes(minutes))
    return {
      code: minutes > Math.max(...lengths) ? 'booking.too_long' : 'booking.odd_length',
      why: spokenLengths(lengths),
    }
  const begins = minutesBetween(instantAt(on, 0), span.startAt)
  if (!spans.some(([from, to]) => from <= begins && begins + minutes <= to))
    return { code: 'booking.not_a_slot', why: spokenSpans(spans) }
  const starts = spans.flatMap(([from, to]) => startsIn(offering, from, to - minutes))
  // Hours that begin within a quarter have no slot that could be counted.
  if (starts.includes(begins) && begins % QUARTER_MINUTES === 0) return undefined
  return { code: 'booking.odd_start', why: spokenStarts(starts, begins) }
}

/** From one start to the next, up to the last one included. */
const startsIn = (offering: Offering, first: number, last: number): number[] => {
  const step = stepOf(offering)
  return Array.from(
    { length: Math.max(0, Math.floor((last - first) / step) + 1) },
    (_, i) => first + i * step,
  )
}

const spokenLengths = (lengths: readonly number[]): string => {
  const [shortest = 0, longest = shortest] = [lengths[0], lengths.at(-1)]
  if (lengths.length === 1) return `一次约 ${spokenMinutes(shortest)}。`
  return lengths.length > MOST_NAMED
    ? `一次最短 ${spokenMinutes(shortest)}，最长 ${spokenMinutes(longest)}，每 ${spokenMinutes((lengths[1] ?? 0) - shortest)}一档。`
    : `一次能约 ${lengths.map(spokenMinutes).join('、')}，最长就是 ${spokenMinutes(longest)}。`
}

const MOST_NAMED = 4

const spokenSpans = (spans: DaySpans): string =>
  spans.length === 0
    ? '那天不开放，请选别的日子。'
    : `那天 ${spans.map(([from, to]) => `${clockOfMinute(from)}–${clockOfMinute(to)}`).join('、')} 开放，要在这里面。`

/** The starts on both sides of one that is none. */
const spokenStarts = (starts: readonly number[], begins: number): string => {
  const near = [starts.filter(one => one < begins).at(-1), starts.find(one => one > begins)]
  const clocks = near.flatMap(one => (one === undefined ? [] : [clockOfMinute(one)]))
  return clocks.length > 0
    ? `不能从 ${clockOfMinute(Math.floor(begins))} 开始，最近的是 ${clocks.join(' 或 ')}。`
    : '请从列出的时段里选。'
}
