/** Weekly hours as HSDS schedules, which repeat by iCalendar's rules, and back. */
import {
  roundTheClock,
  type Span,
  type SpecialDays,
  sameSpans,
  type WeeklyHours,
} from '@yike/shared/circle/hours'
import { readDay, writeDay } from '@yike/shared/circle/hours/special'
import { clockOfMinute } from '@yike/shared/kernel/time'
import { type Attribute, type Schedule, type Service, weekdays } from './schema'
import { taxonomies, termOf, termsIn } from './terms'

const DAY = 1440
const SHANGHAI_HOURS = 8
const CLOSED = '休息'
const HOLIDAY = '公共假日'
const MAKE_UP = '调休上班日'

type WithoutId = Omit<Schedule, 'id'>

/** One schedule for each run of hours that some weekdays share, and one for each special day's run. */
export const schedulesOf = ({ days, special = [] }: WeeklyHours): WithoutId[] => {
  const runs = new Map<string, { span: Span; days: number[] }>()
  for (const [day, spans] of days.entries())
    for (const span of spans) {
      const key = span.join('-')
      const run = runs.get(key) ?? { span, days: [] }
      run.days.push(day)
      runs.set(key, run)
    }
  return [
    ...[...runs.values()].map(run => ({ ...weekly(run.days), ...clocks(run.span) })),
    ...special.flatMap(specialSchedules),
  ]
}

const weekly = (days: readonly number[]) => ({
  freq: 'WEEKLY' as const,
  interval: 1,
  wkst: 'MO' as const,
  byday: days.map(day => weekdays[day]).join(','),
  timezone: SHANGHAI_HOURS,
})

const clocks = ([from, to]: Span) => ({
  opens_at: clockOfMinute(from),
  closes_at: clockOfMinute(to > DAY ? to - DAY : to),
})

const specialSchedules = ({ from, to, spans, note }: SpecialDays): WithoutId[] => {
  const days = {
    ...weekly(weekdays.map((_, day) => day)),
    valid_from: from,
    valid_to: to,
    ...(note && { description: note }),
  }
  return spans.length === 0 ? [{ ...days, notes: CLOSED }] : spans.map(span => ({ ...days, ...clocks(span) }))
}

/** What HSDS has no field for, in words. */
export const extrasOf = ({
  publicHoliday,
  makeUpDay,
}: WeeklyHours): { holiday: string; makeUp?: string } => ({
  holiday: typeof publicHoliday === 'string' ? holidayWords[publicHoliday] : writeDay(publicHoliday),
  ...(makeUpDay && { makeUp: writeDay(makeUpDay) }),
})

const holidayWords = { closed: CLOSED, asUsual: '照常', unknown: '请先询问' } as const

/** These words as terms of a service. */
export const hoursTerms = (serviceId: string, hours: WeeklyHours | undefined): Attribute[] => {
  if (!hours) return []
  const { holiday, makeUp } = extrasOf(hours)
  return [
    termOf(serviceId, taxonomies.hours, HOLIDAY, { value: holiday }),
    ...(makeUp === undefined ? [] : [termOf(serviceId, taxonomies.hours, MAKE_UP, { value: makeUp })]),
  ]
}

/** The hours of a service, by schedules of its own or of where it is. */
export const hoursIn = (service: Service, schedules: readonly Schedule[]): WeeklyHours | undefined => {
  const said = (name: string) => termsIn(service, taxonomies.hours).find(term => term.name === name)?.value
  return hoursOf(schedules, { holiday: said(HOLIDAY), makeUp: said(MAKE_UP) })
}

/** The hours that schedules say; undefined where they say none, or nothing that a week can hold. */
export const hoursOf = (
  schedules: readonly Schedule[],
  extras: { readonly holiday?: string | undefined; readonly makeUp?: string | undefined },
): WeeklyHours | undefined => {
  const usual = schedules.filter(({ valid_from, freq }) => !valid_from && freq === 'WEEKLY')
  if (usual.length === 0) return undefined
  const days: Span[][] = weekdays.map(() => [])
  for (const schedule of usual) {
    const span = spanOf(schedule)
    const named = (schedule.byday ?? '')
      .split(',')
      .map(day => (weekdays as readonly string[]).indexOf(day.trim()))
    if (!span || (schedule.interval ?? 1) !== 1 || named.includes(-1)) return undefined
    for (const day of named) days[day]?.push(span)
  }
  const week = days.map(spans => spans.sort(([one], [other]) => one - other))
  if (week.some(spans => spans.some(([from], i) => i > 0 && from < (spans[i - 1]?.[1] ?? 0))))
    return undefined
  const special = specialOf(schedules.filter(({ valid_from }) => valid_from))
  const publicHoliday = holidayOf(extras.holiday)
  const makeUpDay = extras.makeUp === undefined ? undefined : readDay(extras.makeUp)
  const isWhole =
    publicHoliday === 'asUsual' && !makeUpDay && week.every(spans => sameSpans(spans, [[0, DAY]]))
  return {
    ...(isWhole ? roundTheClock : { days: week, publicHoliday, ...(makeUpDay && { makeUpDay }) }),
    ...(special.length > 0 && { special }),
  }
}

const spanOf = ({ opens_at, closes_at }: Schedule): Span | undefined => {
  const from = minuteOf(opens_at)
  const to = minuteOf(closes_at)
  if (from === undefined || to === undefined || from >= DAY) return undefined
  return [from, to > from ? to : to + DAY]
}

/** '08:30', '08:30:00' or '08:30+08:00'. */
const minuteOf = (clock = ''): number | undefined => {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?$/.exec(clock) ?? []
  const minutes = Number(hour) * 60 + Number(minute)
  return minutes <= DAY ? minutes : undefined
}

const holidayOf = (said: string | undefined): WeeklyHours['publicHoliday'] => {
  const known = Object.entries(holidayWords).find(([, word]) => word === said)?.[0]
  return (known as keyof typeof holidayWords | undefined) ?? readDay(said ?? '') ?? 'unknown'
}

const specialOf = (schedules: readonly Schedule[]): SpecialDays[] => {
  const list = new Map<string, { from: string; to: string; spans: Span[]; note?: string }>()
  for (const schedule of schedules) {
    const { valid_from: from = '', valid_to: to = from, description } = schedule
    const days = list.get(from) ?? { from, to, spans: [], ...(description && { note: description }) }
    const span = spanOf(schedule)
    if (span) days.spans.push(span)
    list.set(from, days)
  }
  return [...list.values()].sort((one, other) => (one.from < other.from ? -1 : 1))
}
