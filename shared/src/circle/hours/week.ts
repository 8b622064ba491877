/** The seven days that a list of statements describes. */
import { type DaySpans, type Span, sameSpans } from '../hours'

/** One statement: on these days, this holds. Without any day named it speaks of every day. */
export interface Clause {
  days: number[]
  holiday: boolean
  makeUp: boolean
  workday: boolean
  /** Open besides the usual hours. */
  extra: boolean
  spans: Span[]
  /** The part of the days that `closedPart` speaks of. */
  part?: Span
  says: 'nothing' | 'open' | 'closed' | 'closedPart' | 'usual' | 'ask'
}

const MONDAY_TO_SUNDAY = [0, 1, 2, 3, 4, 5, 6]

export const hasSubject = (clause: Clause): boolean =>
  clause.days.length > 0 || clause.holiday || clause.makeUp

/** The seven days: what is said of fewer days stands above what is said of more, in whatever order. */
export const weekOf = (clauses: readonly Clause[]): DaySpans[] | undefined => {
  const ofDays = clauses
    .filter(clause => !clause.extra && !clause.part && (clause.days.length > 0 || !hasSubject(clause)))
    .map(clause => ({ ...clause, days: hasSubject(clause) ? clause.days : MONDAY_TO_SUNDAY }))
    .sort((one, other) => other.days.length - one.days.length)
  const week: (DaySpans | undefined)[] = MONDAY_TO_SUNDAY.map(() => undefined)
  for (const [index, { days, spans, says }] of ofDays.entries()) {
    const earlier = ofDays.slice(0, index).filter(clause => clause.days.some(day => days.includes(day)))
    const isExceptionToAll = earlier.every(
      clause => clause.days.length > days.length && days.every(day => clause.days.includes(day)),
    )
    if (!isExceptionToAll) return undefined
    if (says !== 'usual') for (const day of days) week[day] = spans
  }
  const usualDays = ofDays.filter(clause => clause.says === 'usual').flatMap(clause => clause.days)
  const missing = usualDays.filter(day => week[day] === undefined)
  const usual = missing.length > 0 ? oneListOf(week) : []
  if (!usual) return undefined
  for (const day of missing) week[day] = usual
  for (const { days, part } of clauses)
    for (const day of part ? days : []) {
      const left = part && openOutside(week[day] ?? [], part)
      if (!left) return undefined
      week[day] = left
    }
  const extra = clauses.filter(clause => clause.extra)
  // Without a day they belong to the days that are open; where those differ, nobody can tell to which.
  const open = MONDAY_TO_SUNDAY.filter(day => (week[day] ?? []).length > 0)
  if (extra.some(({ days }) => days.length === 0) && !oneListOf(week)) return undefined
  for (const { days, spans } of extra)
    for (const day of days.length > 0 ? days : open) week[day] = joined([...(week[day] ?? []), ...spans])
  return week.map(spans => spans ?? [])
}

/** Spans with a pause cut out of them. */
export const without = (spans: DaySpans, [from, to]: Span): Span[] =>
  spans.flatMap(([start, end]): Span[] =>
    from >= end || to <= start
      ? [[start, end]]
      : [...(start < from ? [[start, from] as const] : []), ...(to < end ? [[to, end] as const] : [])],
  )

/**
 * What is left of a day that is closed for a part of it. Undefined where nothing of it was open then, nothing is left,
 * or hours run on past an afternoon: nobody can tell whether they end with it.
 */
const openOutside = (spans: DaySpans, part: Span): DaySpans | undefined => {
  const left = without(spans, part)
  const runsOn = spans.some(([from, to]) => from < part[1] && to > part[1])
  const isAfternoon = part[0] > 0
  return sameSpans(left, spans) || left.length === 0 || (isAfternoon && runsOn) ? undefined : left
}

/** Ascending, and one where they touch. */
const joined = (spans: readonly Span[]): Span[] => {
  const list: Span[] = []
  for (const [from, to] of spans.toSorted(([one], [other]) => one - other)) {
    const last = list.at(-1)
    if (last && from <= last[1]) list[list.length - 1] = [last[0], Math.max(last[1], to)]
    else list.push([from, to])
  }
  return list
}

/** The hours that all open days share; undefined where they differ. */
export const oneListOf = (week: readonly (DaySpans | undefined)[]): DaySpans | undefined => {
  const open = week.filter(spans => spans !== undefined && spans.length > 0)
  return open.every(spans => sameSpans(spans ?? [], open[0] ?? [])) ? open[0] : undefined
}
