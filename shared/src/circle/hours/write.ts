import { clockOfMinute } from '../../kernel/time'
import { type DaySpans, sameSpans, type WeeklyHours } from '../hours'

const names = ['一', '二', '三', '四', '五', '六', '日']

/** Hours in the words of a door plate: '周一至周五 8:30–17:30；周六、周日休息；节假日照常'. `readHours` reads it back. */
export const writeHours = (hours: WeeklyHours): string => {
  if (hours.alwaysOpen) return '24小时开放'
  const lines = groupsOf(hours.days).map(({ days, spans }) => `${dayNames(days)}${writeSpans(spans)}`)
  if (hours.makeUpDay) lines.push(`调休上班日${writeSpans(hours.makeUpDay)}`)
  return [...lines, `节假日${writeHoliday(hours.publicHoliday)}`].join('；')
}

const writeHoliday = (holiday: WeeklyHours['publicHoliday']): string => {
  switch (holiday) {
    case 'closed':
      return '休息'
    case 'asUsual':
      return '照常'
    case 'unknown':
      return '请先询问'
    default:
      return writeSpans(holiday)
  }
}

export const writeSpans = (spans: DaySpans): string => {
  if (spans.length === 0) return '休息'
  return ` ${spans.map(([from, to]) => (to - from === 1440 && from === 0 ? '全天' : writeSpan(from, to))).join('、')}`
}

const writeSpan = (from: number, to: number): string =>
  `${plain(from)}–${to > 1440 ? `次日${plain(to - 1440)}` : plain(to)}`

const plain = (minute: number): string => clockOfMinute(minute).replace(/^0(?=\d:)/, '')

const groupsOf = (week: readonly DaySpans[]) => {
  const groups: { days: number[]; spans: DaySpans }[] = []
  for (const [day, spans] of week.entries()) {
    const group = groups.find(known => sameSpans(known.spans, spans))
    if (group) group.days.push(day)
    else groups.push({ days: [day], spans })
  }
  return groups
}

/** 每天 · 周一至周五 · 周六、周日 · 周一、周三至周五 */
const dayNames = (days: readonly number[]): string => {
  if (days.length === 7) return '每天'
  const runs: [first: number, last: number][] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run && run[1] === day - 1) run[1] = day
    else runs.push([day, day])
  }
  return runs
    .flatMap(([first, last]) => {
      if (last - first >= 2) return `周${names[first]}至周${names[last]}`
      return first === last ? `周${names[first]}` : [`周${names[first]}`, `周${names[last]}`]
    })
    .join('、')
}
