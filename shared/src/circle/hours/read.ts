import { type DaySpans, roundTheClock, type Span, sameSpans, type WeeklyHours } from '../hours'
import { type Token, tokensOf } from './words'

/** One statement: on these days, this holds. Without any day named it speaks of every day. */
interface Clause {
  days: number[]
  holiday: boolean
  makeUp: boolean
  workday: boolean
  spans: Span[]
  says: 'nothing' | 'open' | 'closed' | 'usual' | 'ask'
}

interface Statements {
  readonly clauses: Clause[]
  /** 全年无休 */
  yearRound: boolean
  /** 节假日除外: behind hours it closes holidays, behind 周一闭馆 it opens them. */
  holidayExcepted?: 'closed' | 'open'
}

const MONDAY_TO_SUNDAY = [0, 1, 2, 3, 4, 5, 6]

/**
 * Opening hours as a person types them: '每天 8:30–17:30，周三休，节假日照常',
 * '周一至周五 8:00-12:00 14:00-18:00', '24小时'. Undefined where the text is not understood,
 * contradicts itself or could mean two things: hours are never guessed.
 */
export const readHours = (typed: string): WeeklyHours | undefined => {
  const tokens = tokensOf(typed)
  const said = tokens && statementsOf(tokens)
  if (!said?.clauses.some(clause => clause.spans.length > 0)) return undefined
  if (!said.clauses.every(isSound)) return undefined
  const days = weekOf(said.clauses)
  if (!days || (said.yearRound && days.some(spans => spans.length === 0))) return undefined
  const publicHoliday = holidayOf(said, days)
  if (!publicHoliday) return undefined
  const makeUpDay = makeUpOf(said.clauses)
  const isWhole =
    publicHoliday === 'asUsual' && !makeUpDay && days.every(spans => sameSpans(spans, [[0, 1440]]))
  return isWhole ? roundTheClock : { days, publicHoliday, ...(makeUpDay && { makeUpDay }) }
}

const statementsOf = (tokens: readonly Token[]): Statements | undefined => {
  const said: Statements = { clauses: [], yearRound: false }
  let clause = newClause()
  const next = () => {
    if (clause.says !== 'nothing') said.clauses.push(clause)
    clause = newClause()
  }
  for (const token of tokens) {
    // A day behind something said begins the next statement; so do hours behind a closure.
    const isSubject = token.is === 'days' || token.is === 'holiday' || token.is === 'makeUp'
    const isHours = token.is === 'span' || token.is === 'allDay'
    if (clause.says !== 'nothing' && (isSubject || (isHours && clause.says !== 'open'))) next()
    if (token.is === 'yearRound') said.yearRound = true
    else if (token.is === 'holidayExcepted')
      said.holidayExcepted = clause.says === 'closed' ? 'open' : 'closed'
    else if (isSubject) addSubject(clause, token)
    else if (isHours) {
      clause.says = 'open'
      clause.spans.push(token.is === 'span' ? token.span : [0, 1440])
    } else if (clause.says === 'nothing' && hasSubject(clause)) clause.says = token.is
    else return undefined
  }
  // Days of which nothing is said ('9:00-17:00 周一') could be meant either way.
  if (clause.says === 'nothing' && hasSubject(clause)) return undefined
  next()
  return said
}

const newClause = (): Clause => ({
  days: [],
  holiday: false,
  makeUp: false,
  workday: false,
  spans: [],
  says: 'nothing',
})

const hasSubject = (clause: Clause) => clause.days.length > 0 || clause.holiday || clause.makeUp

const addSubject = (clause: Clause, token: Token) => {
  if (token.is === 'holiday') clause.holiday = true
  if (token.is === 'makeUp') clause.makeUp = true
  if (token.is !== 'days') return
  clause.days = [...new Set([...clause.days, ...token.days])]
  if (token.workday) clause.workday = true
}

const isSound = ({ spans, says, days }: Clause): boolean =>
  spans.every(([from], i) => i === 0 || from >= (spans[i - 1]?.[1] ?? 0)) &&
  !(says === 'ask' && days.length > 0)

/** The seven days: what is said of fewer days stands above what is said of more, in whatever order. */
const weekOf = (clauses: readonly Clause[]): DaySpans[] | undefined => {
  const ofDays = clauses
    .filter(clause => clause.days.length > 0 || !hasSubject(clause))
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
  return week.map(spans => spans ?? [])
}

/** The hours that all open days share; undefined where they differ. */
const oneListOf = (week: readonly (DaySpans | undefined)[]): DaySpans | undefined => {
  const open = week.filter(spans => spans !== undefined && spans.length > 0)
  return open.every(spans => sameSpans(spans ?? [], open[0] ?? [])) ? open[0] : undefined
}

const holidayOf = (said: Statements, days: readonly DaySpans[]): WeeklyHours['publicHoliday'] | undefined => {
  const stated = said.clauses.filter(clause => clause.holiday)
  const count = stated.length + (said.holidayExcepted ? 1 : 0) + (said.yearRound ? 1 : 0)
  if (count > 1) return undefined
  if (said.yearRound) return 'asUsual'
  if (said.holidayExcepted) return said.holidayExcepted === 'closed' ? 'closed' : oneListOf(days)
  const [clause] = stated
  if (clause) return statedHoliday(clause)
  const namesAllDays = said.clauses.some(({ days: named, says }) => named.length === 7 && says === 'open')
  const isAlwaysOpen = said.clauses.every(one => !hasSubject(one) && sameSpans(one.spans, [[0, 1440]]))
  if (namesAllDays || isAlwaysOpen) return 'asUsual'
  const isForWorkdays = said.clauses.some(({ workday }) => workday)
  return isForWorkdays && days[5]?.length === 0 && days[6]?.length === 0 ? 'closed' : 'unknown'
}

const statedHoliday = ({ says, spans }: Clause): WeeklyHours['publicHoliday'] => {
  if (says === 'ask') return 'unknown'
  if (says === 'usual') return 'asUsual'
  return says === 'closed' ? 'closed' : spans
}

const makeUpOf = (clauses: readonly Clause[]): DaySpans | undefined => {
  const stated = clauses.find(clause => clause.makeUp) ?? clauses.find(clause => clause.workday)
  return stated?.says === 'usual' ? undefined : stated?.spans
}
