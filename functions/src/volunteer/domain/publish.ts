/** A task before it is claimed: what it may be, and who may read it. */
import { isWholeQuarters, type Span } from '@yike/shared/booking/calendar'
import type { Id } from '@yike/shared/kernel/id'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import type { Wording } from '@yike/shared/kernel/shapes'
import { type Instant, minutesBetween } from '@yike/shared/kernel/time'
import { addWorkdays } from '@yike/shared/kernel/workday'
import type { PublishTask, RewordTask } from '@yike/shared/volunteer/schema'
import { wordingAt } from '../../platform/wechat/wording'
import { isDoubtful, type TaskRecord, type Words } from '../store'

export const LONGEST_MINUTES = 12 * 60

export const lengthMinutes = ({ startAt, endAt }: Span): number => minutesBetween(startAt, endAt)

export const publish = (
  input: PublishTask,
  { taskId, now, by }: { taskId: Id<'task'>; now: Instant; by?: Id<'resident'> },
): Result<TaskRecord, 'volunteer.bad_times' | 'volunteer.starts_in_past'> => {
  if (!isWholeQuarters(input) || lengthMinutes(input) > LONGEST_MINUTES)
    return refuse('volunteer.bad_times', { fields: { endAt: '15 分钟为一格，最长 12 小时' } })
  if (input.startAt <= now) return refuse('volunteer.starts_in_past', { fields: { startAt: '要晚于现在' } })
  const written = by && ({ publishedBy: by, wording: 'pending' } as const)
  return ok({ ...input, taskId, claimed: 0, publishedAt: now, ...written })
}

/** When the words that it has now were written. */
export const wordedAt = (task: TaskRecord): Instant => task.wordedAt ?? task.publishedAt

export const wordingOf = (task: TaskRecord, now: Instant): Wording | undefined =>
  wordingAt(task.wording, wordedAt(task), now)

/** May neighbours read it? */
export const isShown = (task: TaskRecord, now: Instant): boolean => {
  const wording = wordingOf(task, now)
  return wording !== 'pending' && wording !== 'risky'
}

/** Its words have been read, by WeChat or by staff: who has claimed it by former ones can be told. */
export const isRead = ({ wording }: TaskRecord): boolean => wording !== 'pending' && wording !== 'risky'

/** What somebody reads of it who has claimed it: former words until new ones are read, however long that takes. */
export const wordsFor = (task: TaskRecord): Words => {
  const { title, what, where } = isRead(task) ? task : { ...task, ...task.former }
  return { title, what, where }
}

const LOOK_WITHIN_WORKDAYS = 1

/** Somebody of staff reads what WeChat did not pass or could not judge, by then. */
export const lookBy = (from: Instant): Instant => addWorkdays(from, LOOK_WITHIN_WORKDAYS)

export interface Reader {
  readonly actorId: Id<'resident'>
  readonly now: Instant
}

/** It has started with somebody who has claimed it: they have gone by what it said. */
const isUnderWay = ({ claimed, startAt }: TaskRecord, now: Instant): boolean => claimed > 0 && startAt <= now

/**
 * Whoever has read words that could not be judged, and did not write them, says that they are fit. Risky ones have no
 * such answer, others have to be written: but of a task that is over or under way nobody can do more than look.
 */
export const passWords = (
  task: TaskRecord,
  { actorId, now }: Reader,
): Result<TaskRecord, 'volunteer.words_read' | 'volunteer.words_own' | 'volunteer.words_risky'> => {
  if (!isDoubtful(task.wording)) return refuse('volunteer.words_read')
  if (task.publishedBy === actorId) return refuse('volunteer.words_own')
  const read = { ...task, readBy: actorId, readAt: now }
  if (task.wording === 'review') return ok({ ...read, wording: 'pass' })
  return task.endAt <= now || isUnderWay(task, now) ? ok(read) : refuse('volunteer.words_risky')
}

/**
 * Other words in place of those: WeChat reads them anew, in the name of who wrote them. Whoever has claimed it by the
 * former ones is told once they are read, and may give it back; once it has started they have gone by what it said.
 */
export const reword = (
  task: TaskRecord,
  { title, what, where }: RewordTask,
  { actorId, now }: Reader,
): Result<TaskRecord, 'volunteer.words_read' | 'volunteer.words_started'> => {
  if (!isDoubtful(task.wording)) return refuse('volunteer.words_read')
  if (isUnderWay(task, now)) return refuse('volunteer.words_started')
  return ok({
    ...task,
    ...{ title, what, where, wording: 'pending', wordedAt: now, publishedBy: actorId },
    version: (task.version ?? 0) + 1,
    former: wordsFor(task),
  })
}

/** Were these the words that were written last, by the same person? A retry and a double tap find it done. */
export const isReworded = (
  task: TaskRecord,
  { title, what, where }: RewordTask,
  { actorId }: Reader,
): boolean =>
  task.version !== undefined &&
  task.publishedBy === actorId &&
  task.title === title &&
  task.what === what &&
  task.where === where
