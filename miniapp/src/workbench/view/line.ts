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

/** A line of the queue; what was asked for together is one, and says how many of it wait. */
export interface Line extends Waiting {
  readonly together?: number
}

/** The first of each series stands for all of it that waits. */
export const folded = (waiting: readonly Waiting[]): Line[] => {
  const seen = new Set<string>()
  return waiting.flatMap(line => {
    const { seriesId } = line
    if (!seriesId) return [line]
    if (seen.has(seriesId)) return []
    seen.add(seriesId)
    const together = waiting.filter(one => one.seriesId === seriesId).length
    return [together > 1 ? { ...line, together } : line]
  })
}

/** One waiting of a case: when it waits again, e.g. filed anew, it is another line. */
export const lineKey = (line: Which & Pick<Waiting, 'since'>): string => `${keyOf(line)}:${line.since}`

export const isOverdue = ({ deadlineAt }: Waiting, at: Instant): boolean => deadlineAt <= at

/**
 * What tells a line from its neighbours, below its title. Hours are told apart by when they were reported: their names
 * are the task's, and many are as long.
 */
export function saidOf(line: Line, at: Instant): string[] {
  const { kind, together, startAt, number, appealed, where, minutes, since, wording } = line
  switch (kind) {
    case 'task':
      return [taskWords.line[wording ?? 'review']]
    case 'place':
      return [words.placeLine[wording ?? 'check']]
    case 'season':
      return [words.seasonLine]
    case 'hours':
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
