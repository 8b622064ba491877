import { type DaySpans, roundTheClock, type Span, type WeeklyHours } from '@yike/shared/circle/hours'

const dayNames = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
const everyDay = [0, 1, 2, 3, 4, 5, 6]

const day = dayNames.join('|')
const days = `(?:(?:${day})(?:-(?:${day}))?|PH)`
const time = '\\d{1,2}:\\d{2}-\\d{1,2}:\\d{2}'
const rulePattern = new RegExp(
  `^(?:(${days}(?:,${days})*)(?:\\s+|$))?(?:(off|closed)|(${time}(?:\\s*,\\s*${time})*))$`,
)

interface Rule {
  readonly weekdays: readonly number[]
  readonly hasHoliday: boolean
  /** Without days written, a rule speaks of all of them. */
  readonly namesDays: boolean
  readonly spans: DaySpans
}

/**
 * The part of the opening_hours tag that a weekly plan can hold: days, PH, time ranges, off, 24/7. Seasons,
 * weeks, school holidays, sunset, fallbacks and comments make it undefined: never guessed. The library
 * `opening_hours` knows the whole language, but answers for instants, not for a week, and weighs 1.2 MB.
 */
export const readOpeningHours = (tag: string): WeeklyHours | undefined => {
  const text = tag.normalize('NFKC').trim().replace(/[–—]/g, '-').replace(/\s*;$/, '')
  if (text === '24/7') return roundTheClock
  const rules = text.split(/\s*;\s*/).map(ruleOf)
  if (!rules.every(rule => rule !== undefined) || !isPlain(rules)) return undefined
  const week: DaySpans[] = everyDay.map(() => [])
  let holiday: WeeklyHours['publicHoliday'] | undefined
  for (const { weekdays, hasHoliday, spans } of rules) {
    // A later rule replaces an earlier one on the days that it names.
    for (const weekday of weekdays) week[weekday] = spans
    if (hasHoliday) holiday = spans.length > 0 ? spans : 'closed'
  }
  if (week.every(spans => spans.length === 0)) return undefined
  const speaksOfEveryDay = rules.some(({ weekdays, spans }) => weekdays.length === 7 && spans.length > 0)
  return { days: week, publicHoliday: holiday ?? (speaksOfEveryDay ? 'asUsual' : 'unknown') }
}

/**
 * Readers of the tag differ on two things, so neither is taken: a later rule without days, and what
 * becomes of hours past midnight when another rule names the same day.
 */
const isPlain = (rules: readonly Rule[]): boolean =>
  rules.every((rule, index) => {
    const earlier = rules.slice(0, index)
    if (index > 0 && !rule.namesDays) return false
    return !earlier.some(
      other =>
        (runsLate(rule) || runsLate(other)) &&
        other.weekdays.some(weekday => rule.weekdays.includes(weekday)),
    )
  })

const runsLate = ({ spans }: Rule): boolean => spans.some(([, to]) => to > 1440)

const ruleOf = (text: string): Rule | undefined => {
  const match = rulePattern.exec(text)
  const spans = match && (match[2] ? [] : spansOf(match[3] ?? ''))
  if (!match || !spans) return undefined
  const selector = match[1]
  return {
    weekdays: selector ? weekdaysOf(selector) : everyDay,
    hasHoliday: selector?.includes('PH') ?? false,
    namesDays: selector !== undefined,
    spans,
  }
}

const weekdaysOf = (selector: string): number[] => {
  const weekdays = new Set<number>()
  for (const item of selector.split(',').filter(name => name !== 'PH')) {
    const [first = '', last = first] = item.split('-')
    const to = dayNames.indexOf(last)
    for (let weekday = dayNames.indexOf(first); weekday !== to; weekday = (weekday + 1) % 7)
      weekdays.add(weekday)
    weekdays.add(to)
  }
  return [...weekdays]
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

/** Minutes of '08:30'; hours up to 26:00 are the tag's way past midnight; NaN, which no check lets through, else. */
const minutesOf = (clock: string): number => {
  const [hour = Number.NaN, minute = Number.NaN] = clock.split(':').map(Number)
  return minute < 60 && hour <= 26 ? hour * 60 + minute : Number.NaN
}
