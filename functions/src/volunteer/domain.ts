/**
 * A claim's life: a registered volunteer claims a place in a task of their community, and may give it back until the
 * task starts (and claim it again). After the end they report their minutes, and staff have five workdays to answer:
 * they confirm minutes, which enter the time bank, or dispute the report with a reason, and the volunteer reports
 * again. Nobody confirms hours of their own. A task that somebody never claimed is to them as one given back. What a
 * task says is checked by WeChat first: until it has answered, and for good where it finds the words risky, only staff
 * and those who have claimed it see the task, these as it was before; where it cannot judge, staff have judged by publishing it.
 *
 * Pure: `now` and ids come in, the next record or a refusal goes out.
 */
import type { Id } from '@yike/shared/kernel/id'
import { allowedVerbs, type Part, take } from '@yike/shared/kernel/lifecycle'
import { type Result, refuse } from '@yike/shared/kernel/result'
import type { TimelineEntry } from '@yike/shared/kernel/shapes'
import type { Instant } from '@yike/shared/kernel/time'
import { addWorkdays } from '@yike/shared/kernel/workday'
import { type ClaimState, type ClaimVerb, claimLifecycle } from '@yike/shared/volunteer/lifecycle'
import type { Resident } from '../identity/handlers'
import { noted } from '../platform/wechat/wording'
import { isRead, lengthMinutes, wordsFor } from './domain/publish'
import type { ClaimRecord, LedgerEntry, TaskRecord } from './store'

const ANSWER_WITHIN_WORKDAYS = 5
/** Claiming and releasing may go on for ever: the oldest lines of a timeline fall away. */
const KEPT_LINES = 40

/** What a decision about a claim looks at. */
export interface Case {
  readonly task: TaskRecord
  /** Of version 0 where there is none yet. */
  readonly claim: ClaimRecord
  readonly part: Part
  /** The owner is a volunteer, and lives where the task is. */
  readonly mayVolunteer: boolean
  readonly now: Instant
}

/** A task as the case of one resident, who has claimed it or not. */
export const ownCase = (
  task: TaskRecord,
  claim: ClaimRecord | undefined,
  resident: Resident,
  now: Instant,
): Case => ({
  task,
  claim: claim ?? unclaimed(task, resident),
  part: 'owner',
  mayVolunteer: resident.roles.includes('volunteer') && resident.community === task.community,
  now,
})

const unclaimed = (
  { taskId, title, community, startAt, endAt }: TaskRecord,
  { residentId, name, personId }: Resident,
): ClaimRecord => ({
  taskId,
  title,
  community,
  startAt,
  endAt,
  volunteerId: residentId,
  volunteerName: name,
  personId,
  version: 0,
  state: 'released',
  lastActorId: residentId,
  timeline: [],
})

export const isClaimed = ({ claim }: Case): boolean => claim.version > 0

/** Where a verb leads from here and now, or why it cannot be done; without minutes: whatever they will be. */
export type May<Refusal extends string = never> = (
  of: Case,
  minutes?: number,
) => Result<ClaimState, Refusal | 'volunteer.wrong_state'>

const step =
  (verb: ClaimVerb): May =>
  ({ claim, part }) => {
    const taken = take(claimLifecycle, claim.state, verb, part)
    return taken.ok ? taken : refuse('volunteer.wrong_state')
  }

const claim: May<'volunteer.not_registered' | 'volunteer.task_started' | 'volunteer.task_full'> = of => {
  const next = step('claim')(of)
  if (!next.ok) return next
  if (!of.mayVolunteer) return refuse('volunteer.not_registered')
  if (of.task.startAt <= of.now) return refuse('volunteer.task_started')
  return of.task.claimed < of.task.places ? next : refuse('volunteer.task_full')
}

const release: May<'volunteer.task_started'> = of => {
  const next = step('release')(of)
  return next.ok && of.task.startAt <= of.now ? refuse('volunteer.task_started') : next
}

/** Nobody works longer than the task lasts. */
const withMinutes =
  (verb: ClaimVerb): May<'volunteer.too_many_minutes'> =>
  (of, minutes = 0) => {
    const next = step(verb)(of)
    const most = lengthMinutes(of.task)
    return next.ok && minutes > most
      ? refuse('volunteer.too_many_minutes', { fields: { minutes: `最多 ${most} 分钟` } })
      : next
  }

const complete: May<'volunteer.not_ended' | 'volunteer.too_many_minutes'> = (of, minutes) => {
  const next = withMinutes('complete')(of, minutes)
  return next.ok && of.now < of.task.endAt ? refuse('volunteer.not_ended') : next
}

export const may = {
  claim,
  release,
  complete,
  confirm: withMinutes('confirm'),
  dispute: step('dispute'),
} satisfies Record<ClaimVerb, May<string>>

/** What the reader can do now. */
export const canDo = (of: Case): ClaimVerb[] =>
  allowedVerbs(claimLifecycle, of.claim.state, of.part).filter(verb => may[verb](of).ok)

/** Who does something to a claim, and with what words. */
export interface Doing {
  readonly verb: ClaimVerb
  readonly actorId: Id<'resident'>
  readonly minutes?: number
  readonly reason?: string
}

const holdsPlace = (state: ClaimState): boolean => state !== 'released'

/** By which words somebody claims it: who has claimed it once reads the former ones until new ones are read. */
const claimedWords = ({ task, claim: before }: Case): Partial<ClaimRecord> => {
  if (before.version > 0 && !isRead(task)) return { title: wordsFor(task).title }
  return { title: task.title, ...(task.version !== undefined && { wordsVersion: task.version }) }
}

/** The case after a verb that may be done. */
export const moved = <C extends Case>(of: C, state: ClaimState, doing: Doing): C => {
  const { task, part, now } = of
  const { deadlineAt: _, ...before } = of.claim
  const { verb, minutes, reason } = doing
  // Staff may confirm fewer minutes than were reported: both stand in the story.
  const told = minutes === undefined ? {} : { minutes }
  const entry: TimelineEntry = { at: now, verb, by: part, ...told, ...(reason && noted(reason, part)) }
  return {
    ...of,
    task: {
      ...task,
      claimed: task.claimed + Number(holdsPlace(state)) - Number(holdsPlace(before.state)),
    },
    claim: {
      ...before,
      ...(doing.verb === 'claim' && claimedWords(of)),
      state,
      version: before.version + 1,
      ...(doing.minutes !== undefined && { minutes: doing.minutes }),
      ...(state === 'reported' && { deadlineAt: addWorkdays(now, ANSWER_WITHIN_WORKDAYS) }),
      lastActorId: doing.actorId,
      timeline: [...before.timeline, entry].slice(-KEPT_LINES),
    },
  }
}

/** Is the last thing that happened to the claim of version `seen` this very request? A retry and a double tap find it done. */
export const isRepeat = (
  { timeline, lastActorId, version }: ClaimRecord,
  doing: Doing,
  seen: number,
): boolean => {
  const last = timeline.at(-1)
  if (version !== seen + 1) return false
  const { verb, minutes, reason, actorId } = doing
  return last?.verb === verb && lastActorId === actorId && last.minutes === minutes && last.note === reason
}

/** The community owes the volunteer what was confirmed: double entry, never changed afterwards. */
export const transfer = (
  { community, taskId, volunteerId, minutes = 0, lastActorId }: ClaimRecord,
  transferId: Id<'entry'>,
  at: Instant,
): readonly [community: LedgerEntry, volunteer: LedgerEntry] => {
  const both = { transferId, at, taskId, volunteerId, confirmedBy: lastActorId }
  return [
    { ...both, accountId: `community:${community}`, minutes: -minutes },
    { ...both, accountId: volunteerId, minutes },
  ]
}
