/**
 * `foot:conditional` and `access:conditional` by the clock: «no @ (22:00-06:00)» is a park's path that closes at night,
 * «yes @ (06:00-22:00)» beside `access=no` one that opens by day. Other conditions (snow, weight, residents) say nothing
 * that could be counted, and what the plain tags say holds.
 */
import type { DaySpans, WeeklyHours } from '@yike/shared/circle/hours'
import type { Tags } from './elements'
import { readOpeningHours } from './opening-hours'

const MINUTES_PER_DAY = 1440
const shut = new Set(['no', 'private'])

export interface Conditional {
  readonly hoursText: string
  readonly hours: WeeklyHours
}

/** When one may walk there; `forbidden`: what the plain tags say of other times. */
export const conditionalOf = (tags: Tags, forbidden: boolean): Conditional | undefined => {
  // What is said of people on foot stands above what is said of all.
  const ofAll = tags.has('foot') ? undefined : tags.get('access:conditional')
  for (const text of [tags.get('foot:conditional'), ofAll]) {
    const [, value = '', when = ''] = /^\s*([\w-]+)\s*@\s*\(?([^();]+)\)?\s*$/.exec(text ?? '') ?? []
    const hours = readOpeningHours(when)
    if (text === undefined || !hours) continue
    if (shut.has(value)) return forbidden ? undefined : { hoursText: text, hours: outside(hours) }
    return forbidden ? { hoursText: text, hours } : undefined
  }
  return undefined
}

/** All times but these. */
const outside = ({ days }: WeeklyHours): WeeklyHours => ({
  days: days.map((spans, weekday) => {
    const before = (days[(weekday + 6) % 7] ?? []).map(
      ([from, to]) => [from - MINUTES_PER_DAY, to - MINUTES_PER_DAY] as const,
    )
    const free: [number, number][] = []
    let at = 0
    for (const [from, to] of [...before, ...spans].sort(([one], [other]) => one - other)) {
      if (from > at) free.push([at, Math.min(from, MINUTES_PER_DAY)])
      at = Math.max(at, to)
    }
    if (at < MINUTES_PER_DAY) free.push([at, MINUTES_PER_DAY])
    return free as DaySpans
  }),
  publicHoliday: 'asUsual',
})
