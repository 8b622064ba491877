import type { TimelineEntry } from '@yike/shared/kernel/shapes'
import type { Instant } from '@yike/shared/kernel/time'
import { spokenList, spokenMinutes, spokenMoment } from '../platform/spoken'
import type { TimelineStep, Tone } from './types'
import { controlWords as words } from './words'

/** How a slice tells what happened to its cases. */
export interface Telling {
  /** Verb of the lifecycle → sentence; `placeBy` is `place` by a delegate, who is named beside it. */
  readonly verbs: Readonly<Record<string, string>>
  /** Where the sentences do not say who did it. */
  readonly who?: Readonly<Record<TimelineEntry['by'], string>>
  /** Verbs that are good or bad news; the others are quiet. */
  readonly tones: Readonly<Record<string, Tone>>
  /** Why, where no person said it: code → words. */
  readonly reasons?: Readonly<Record<string, string>>
}

/** What somebody wrote; or why it is not shown, where WeChat has not passed it. */
const noteOf = (
  { note = '', reason = '', wording, minutes }: TimelineEntry,
  reasons: Telling['reasons'] = {},
): { note?: string } => {
  const told = minutes === undefined ? '' : spokenMinutes(minutes)
  const said =
    spokenList(told, note || reasons[reason]) ||
    (wording === 'pending' ? words.beingRead : wording === 'risky' ? words.unfit : '')
  return said ? { note: said } : {}
}

/** What happened, oldest first, as steps of a `Timeline`; what comes next is for the slice to add. */
export const storyOf = (
  timeline: readonly TimelineEntry[],
  { verbs, who, tones, reasons }: Telling,
  at: Instant,
): TimelineStep[] =>
  timeline.map(entry => ({
    id: `${entry.at} ${entry.verb}`,
    when: spokenMoment(entry.at, at),
    what: (entry.by === 'delegate' && verbs[`${entry.verb}By`]) || (verbs[entry.verb] ?? entry.verb),
    ...(entry.who ? { who: entry.who } : who ? { who: who[entry.by] } : {}),
    tone: tones[entry.verb] ?? 'quiet',
    ...noteOf(entry, reasons),
  }))
