import { type DaySpans, roundTheClock, type Span, sameSpans, type WeeklyHours } from '../hours'
import { type Clause, hasSubject, oneListOf, weekOf, without } from './week'
import { type Puzzle, type Token, tokensOf } from './words'

interface Statements {
  readonly clauses: Clause[]
  /** 全年无休 */
  yearRound: boolean
  /** 节假日除外: behind hours it closes holidays, behind 周一闭馆 it opens them. */
  holidayExcepted?: 'closed' | 'open'
}

/**
 * What is wrong with a text, besides a part that is not understood: `silent` says no hours at all · `weekless` says some
 * of holidays only · `loose` names days and says nothing of them, or says something of no day · `contradiction` says two
 * things of one day.
 */
export type Trouble = Puzzle | 'silent' | 'weekless' | 'loose' | 'contradiction'

/** The part of the text that is not understood; empty where it is the whole. */
export interface Unclear {
  readonly part: string
  readonly why: Trouble
}

export type Understood = { readonly hours: WeeklyHours } | { readonly unclear: Unclear }

/**
 * Opening hours as a person types them: '每天 8:30–17:30，周三休，节假日照常',
 * '周一至周五 8:00-12:00 14:00-18:00', '24小时'. A text that is not understood, contradicts itself or could mean two
 * things is answered with the part that is to be written otherwise: hours are never guessed.
 */
export const understandHours = (typed: string): Understood => {
  const read = tokensOf(typed)
  if ('unread' in read) return { unclear: read.unread }
  const unclear = (why: Trouble): Understood => ({ unclear: { part: '', why } })
  const said = statementsOf(read.tokens)
  if (!said) return unclear('loose')
  if (!said.clauses.some(clause => clause.spans.length > 0)) return unclear('silent')
  if (said.clauses.every(clause => hasSubject(clause) && clause.days.length === 0)) return unclear('weekless')
  if (!said.clauses.every(isSound)) return unclear('contradiction')
  const days = weekOf(said.clauses)
  if (!days || (said.yearRound && days.some(spans => spans.length === 0))) return unclear('contradiction')
  const publicHoliday = holidayOf(said, days)
  if (!publicHoliday) return unclear('contradiction')
  const makeUpDay = makeUpOf(said.clauses)
  const isWhole =
    publicHoliday === 'asUsual' && !makeUpDay && days.every(spans => sameSpans(spans, [[0, 1440]]))
  return { hours: isWhole ? roundTheClock : { days, publicHoliday, ...(makeUpDay && { makeUpDay }) } }
}

/** The hours alone; undefined where the text is not understood. */
export const readHours = (typed: string): WeeklyHours | undefined => {
  const read = understandHours(typed)
  return 'hours' in read ? read.hours : undefined
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
    const begins = isSubject || token.is === 'extra' || (isHours && clause.says !== 'open')
    // 周三上午休，14:00-17:00 could be Wednesday's afternoon or every day's.
    if (clause.says === 'closedPart' && isHours) return undefined
    if (clause.says !== 'nothing' && begins) next()
    if (token.is === 'yearRound') said.yearRound = true
    else if (token.is === 'holidayExcepted')
      said.holidayExcepted = clause.says === 'closed' ? 'open' : 'closed'
    else if (token.is === 'extra') clause.extra = true
    else if (token.is === 'daysExcepted')
      said.clauses.push({ ...newClause(), days: [...token.days], says: 'closed' })
    else if (token.is === 'break') {
      if (!isPause(token.span, clause.spans)) return undefined
      clause.spans = without(clause.spans, token.span)
    } else if (token.is === 'closedPart') {
      // On holidays and make-up days no usual hours are said from which a part could be taken.
      const isOfDays = clause.days.length > 0 && !clause.holiday && !clause.makeUp && !clause.workday
      if (clause.says !== 'nothing' || !isOfDays) return undefined
      clause.says = 'closedPart'
      clause.part = token.span
    } else if (isSubject) addSubject(clause, token)
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
  extra: false,
  spans: [],
  says: 'nothing',
})

/** Does a pause lie within hours, or between them? */
const isPause = ([from, to]: Span, spans: readonly Span[]): boolean =>
  spans.some(([start]) => start <= from) && spans.some(([, end]) => to <= end)

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
