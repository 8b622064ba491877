import type { Instant } from '@yike/shared/kernel/time'
import { type Waiting, waitingKinds } from '@yike/shared/workbench/schema'
import { spokenMinutes, spokenMoment } from '../../platform/spoken'
import { type CaseKind, kindNames, stateWords, taskWords, words } from '../words'

/** Which case: as a line of the queue names it, and as a page's address carries it. */
export type Which = Pick<Waiting, 'kind' | 'caseId' | 'volunteerId' | 'offeringId'>

/** One that is decided; an entry of the directory and the words of a task are looked at, and a draw is made on its page. */
export type WhichCase = Which & { readonly kind: CaseKind }

export const keyOf = ({ kind, caseId, volunteerId, offeringId }: Which): string =>
  [kind, caseId, volunteerId ?? offeringId].join(':')

const isDecided = (kind: Waiting['kind']): kind is CaseKind =>
  kind !== 'place' && kind !== 'task' && kind !== 'season'
const caseKinds = waitingKinds.filter(isDecided)

/** The kind that a page's address names; what it does not name the server will not find. */
export const waitingKindOf = (kind: string): CaseKind => caseKinds.find(known => known === kind) ?? 'booking'

export const isCase = <L extends Which>(line: L): line is L & WhichCase => isDecided(line.kind)

export type Filter = Waiting['kind'] | 'all'

export const filtered = <L extends Waiting>(waiting: readonly L[], filter: Filter): L[] =>
  waiting.filter(({ kind }) => filter === 'all' || kind === filter)

const filters: readonly Filter[] = ['all', ...waitingKinds]

/** The ways to look at the queue, each with how much it shows. */
export const filterOptions = (waiting: readonly Waiting[]) =>
  filters.map(value => ({
    value,
    label: value === 'all' ? words.all : kindNames[value],
    count: filtered(waiting, value).length,
  }))

/** A line of the queue; what belongs together is one, and says how much of it waits. */
export interface Line extends Waiting {
  /** Bookings that were asked for at once. */
  readonly together?: number
  /** Hours of one task, each of another volunteer: they differ by nothing that a line may tell. */
  readonly reports?: readonly Waiting[]
}

/** What a line is one of: a series that is answered at once, or the hours of one task on its day. */
const foldOf = ({ kind, caseId, seriesId }: Waiting): string | undefined =>
  seriesId ?? (kind === 'hours' ? caseId : undefined)

/** The first of what belongs together stands for all of it that waits. */
export const folded = (waiting: readonly Waiting[]): Line[] => {
  const seen = new Set<string>()
  return waiting.flatMap((line): Line[] => {
    const fold = foldOf(line)
    if (!fold) return [line]
    if (seen.has(fold)) return []
    seen.add(fold)
    const all = waiting.filter(one => foldOf(one) === fold)
    if (all.length === 1) return [line]
    return [{ ...line, ...(line.kind === 'hours' ? { reports: all } : { together: all.length }) }]
  })
}

/** One waiting of a case: when it waits again, e.g. filed anew, it is another line. */
export const lineKey = (line: Which & Pick<Waiting, 'since'>): string => `${keyOf(line)}:${line.since}`

export const isOverdue = ({ deadlineAt }: Waiting, at: Instant): boolean => deadlineAt <= at

/**
 * What tells a line from its neighbours, below its title. Of hours it says when they were reported, and of several how
 * many there are. Who reported them stands only in the case: looking at it is noted, and a list is looked at by the way.
 */
export function saidOf(line: Line, at: Instant): string[] {
  const { kind, together, reports, startAt, number, appealed, where, minutes, since, wording } = line
  switch (kind) {
    case 'task':
      return [taskWords.line[wording ?? 'review']]
    case 'place':
      return [words.placeLine[wording ?? 'check']]
    case 'season':
      return [words.seasonLine]
    case 'hours':
      if (reports) return [words.reports(reports.length)]
      return [minutes && spokenMinutes(minutes), words.reportedAt(spokenMoment(since, at))].filter(isSaid)
    case 'microproject':
      return [where].filter(isSaid)
    case 'booking':
      return [
        appealed && stateWords.booking.appealed.word,
        startAt && spokenMoment(startAt, at),
        together && words.together(together),
        number,
      ].filter(isSaid)
    // Of a server that is newer than this phone.
    default:
      return []
  }
}

const isSaid = (part: string | number | boolean | undefined): part is string => typeof part === 'string'
