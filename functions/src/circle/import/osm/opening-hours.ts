import { type DaySpans, roundTheClock, type Span, type WeeklyHours } from '@yike/shared/circle/hours'

const dayNames = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
const day = `(?:${dayNames.join('|')}|PH)`
const days = `${day}(?:-${day})?(?:,${day}(?:-${day})?)*`
const time = '\\d{1,2}:\\d{2}-\\d{1,2}:\\d{2}'
const rule = new RegExp(`^(?:(${days})(?:\\s+|$))?(?:(off|closed)|(${time}(?:\\s*,\\s*${time})*))$`)

/**
 * The part of the opening_hours tag that a weekly plan can hold: days, PH, time ranges, off, 24/7. Seasons,
 * weeks, school holidays, sunset, fallbacks and comments make it undefined: never guessed. The library
 * `opening_hours` knows the whole language, but answers for instants, not for a week, and weighs 1.2 MB.
 */
export const readOpeningHours = (tag: string): WeeklyHours | undefined => {
  const text = tag.normalize('NFKC').trim().replace(/[–—]/g, '-')
  if (/^24\/7;?$/.test(text)) return roundTheClock
  const week: DaySpans[] = Array.from({ length: 7 }, () => [])
  let holiday: WeeklyHours['publicHoliday'] | undefined
  let isEveryDayNamed = false
  for (const part of text.replace(/;\s*$/, '').split(/\s*;\s*/)) {
    const match = rule.exec(part)
    const spans = match && (match[2] ? [] : spansOf(match[3] ?? ''))
    if (!match || !spans) return undefined
    const { weekdays, hasHoliday } = daysOf(match[1])
    // A later rule replaces an earlier one on the days that it names.
    for (const weekday of weekdays) week[weekday] = spans
    if (hasHoliday) holiday = spans.length > 0 ? spans : 'closed'
    if (weekdays.length === 7 && spans.length > 0) isEveryDayNamed = true
  }
  if (week.every(spans => spans.length === 0)) return undefined
  return { days: week, publicHoliday: holiday ?? (isEveryDayNamed ? 'asUsual' : 'unknown') }
}

const daysOf = (selector: string | undefined): { weekdays: number[]; hasHoliday: boolean } => {
  if (!selector) return { weekdays: [0, 1, 2, 3, 4, 5, 6], hasHoliday: false }
  const weekdays: number[] = []
  for (const item of selector.split(',')) {
    const [first = '', last = first] = item.split('-')
    const from = dayNames.indexOf(first)
    const to = dayNames.indexOf(last)
    if (from < 0 || to < 0) continue
    for (let weekday = from; weekday !== to; weekday = (weekday + 1) % 7) weekdays.push(weekday)
    weekdays.push(to)
  }
  return { weekdays, hasHoliday: selector.includes('PH') }
}

const spansOf = (text: string): Span[] | undefined => {
  const spans = text.split(',').map((range): Span => {
    const [from = 0, to = 0] = range.split('-').map(minutesOf)
    return [from, to <= from ? to + 1440 : to]
  })
  const isSound = spans.every(
    ([from, to], i) => from < 1440 && to <= from + 1440 && from >= (spans[i - 1]?.[1] ?? 0),
  )
  return isSound ? spans : undefined
}

const minutesOf = (clock: string): number => {
  const [hour = Number.NaN, minute = Number.NaN] = clock.split(':').map(Number)
  return minute < 60 && hour <= 26 ? hour * 60 + minute : Number.NaN
}
