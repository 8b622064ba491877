/** Tasks and claims as their readers see them. */
import type { Claim, ReportedClaim, Task } from '@yike/shared/volunteer/schema'
import type { Waiting } from '@yike/shared/workbench/schema'
import { timelineFor } from '../../platform/wechat/wording'
import { type Case, canDo, isClaimed } from '../domain'
import { wordedAt, wordingOf, wordsFor } from '../domain/publish'
import type { ClaimRecord, TaskRecord } from '../store'

export const viewTask = (of: Case, reader: 'staff' | 'resident' = 'resident'): Task => {
  const wording = reader === 'staff' && wordingOf(of.task, of.now)
  const { taskId, community, kind, startAt, endAt, places, claimed } = of.task
  const { title, what, where } = reader === 'staff' || !isClaimed(of) ? of.task : wordsFor(of.task)
  return {
    taskId,
    community,
    title,
    what,
    where,
    kind,
    startAt,
    endAt,
    places,
    left: places - claimed,
    version: of.claim.version,
    ...(isClaimed(of) && { claim: of.claim.state }),
    ...(wording && { wording }),
    can: canDo(of),
  }
}

export const viewClaim = (of: Case): Claim => ({
  task: viewTask(of),
  state: of.claim.state,
  minutes: of.claim.minutes,
  timeline: timelineFor(of.claim.timeline, of.part === 'staff' ? 'staff' : 'owner', of.now),
})

export const viewReported = (of: Case): ReportedClaim => ({
  ...viewClaim(of),
  volunteerId: of.claim.volunteerId,
  volunteerName: of.claim.volunteerName,
})

/** Reported hours in the queue of their community. */
export const waitingHours = (claim: ClaimRecord): Omit<Waiting, 'kind'> => ({
  caseId: claim.taskId,
  volunteerId: claim.volunteerId,
  title: claim.title,
  minutes: claim.minutes,
  since: claim.timeline.at(-1)?.at ?? claim.endAt,
  deadlineAt: claim.deadlineAt ?? claim.endAt,
})

/** A task whose words somebody has to read, in the queue of its community. */
export const waitingTask = (task: TaskRecord): Omit<Waiting, 'kind'> => ({
  caseId: task.taskId,
  title: task.title,
  wording: task.wording === 'risky' ? 'risky' : 'review',
  since: wordedAt(task),
  deadlineAt: task.deadlineAt ?? task.endAt,
})
