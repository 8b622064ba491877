/** A task before it is claimed: what it may be, and who may read it. */
import { isWholeQuarters, type Span } from '@yike/shared/booking/calendar'
import type { Id } from '@yike/shared/kernel/id'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import type { Wording } from '@yike/shared/kernel/shapes'
import { type Instant, minutesBetween } from '@yike/shared/kernel/time'
import type { PublishTask } from '@yike/shared/volunteer/schema'
import { wordingAt } from '../../platform/wechat/wording'
import type { TaskRecord } from '../store'

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

export const wordingOf = ({ wording, publishedAt }: TaskRecord, now: Instant): Wording | undefined =>
  wordingAt(wording, publishedAt, now)

/** May neighbours read it? */
export const isShown = (task: TaskRecord, now: Instant): boolean => {
  const wording = wordingOf(task, now)
  return wording !== 'pending' && wording !== 'risky'
}
