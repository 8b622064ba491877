import type { Instant } from '@yike/shared/kernel/time'
import { FileProject, type MicroProject } from '@yike/shared/microproject/schema'
import { spokenDeadline } from '../platform/spoken'
import type { Wrong } from '../platform/use-checked'
import { type Telling, storyOf as tell } from '../ui/story'
import type { TimelineStep } from '../ui/types'
import { neighbourVerbWords, verbWords, words } from './words'

/** What a resident has written so far. */
export interface Draft {
  title: string
  what: string
  where: string
  kind: string
}
type DraftField = keyof Draft

export const blank: Draft = { title: '', what: '', where: '', kind: '' }

export const isBlank = (draft: Draft): boolean => Object.values(draft).every(written => written === '')

export const draftOf = ({ title, what, where, kind }: MicroProject): Draft => ({ title, what, where, kind })

/** The draft as it can be sent, or what is wrong with it, field by field. */
export function checked(draft: Draft): { wish: FileProject } | { wrong: Wrong<DraftField> } {
  const read = FileProject.safeParse(draft)
  if (read.success) return { wish: read.data }
  const fields = read.error.issues.map(({ path }) => path[0] as DraftField)
  return { wrong: Object.fromEntries(fields.map(field => [field, words.wrong[field]])) }
}

/** Since when the promise that runs now runs: the last line of the timeline began it. */
export const promisedSince = ({ timeline, filedAt }: MicroProject): Instant => timeline.at(-1)?.at ?? filedAt

/** Why it was sent back, while it waits for its owner. */
export function sentBackBecause({ state, timeline }: MicroProject): string | undefined {
  const last = timeline.at(-1)
  return state === 'sentBack' && last?.verb === 'sendBack' ? last.note : undefined
}

const tellingTo = (mine: boolean): Telling => ({
  verbs: mine ? verbWords : neighbourVerbWords,
  tones: { accept: 'green', sendBack: 'danger' },
})

/** The timeline as a story: what happened, and what comes next. */
export function storyOf(project: MicroProject, at: Instant): TimelineStep[] {
  const steps = tell(project.timeline, tellingTo(project.mine), at)
  const next = nextOf(project, at)
  return next ? [...steps, { ...next, id: 'next', now: true }] : steps
}

function nextOf(
  { state, deadlineAt, mine }: MicroProject,
  at: Instant,
): Omit<TimelineStep, 'id'> | undefined {
  if (state === 'filed' && deadlineAt)
    return { when: spokenDeadline(deadlineAt, at), what: words.nextAnswer, tone: 'waiting' }
  if (state === 'sentBack' && mine) return { when: words.yourTurn, what: words.nextYours, tone: 'persimmon' }
  return undefined
}
