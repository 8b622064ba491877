/** The volunteer tasks of the demo, who has claimed them, and the hours that entered the time bank. */
import { addDays, addMinutes, type Instant, instantAt, localDate } from '@yike/shared/kernel/time'
import type { Resident } from '../../identity/store'
import type { Change } from '../../platform/table'
import { type Case, may, moved, ownCase, transfer } from '../../volunteer/domain'
import { publish } from '../../volunteer/domain/publish'
import { type ClaimRecord, claimChanges, type TaskRecord, transferChanges } from '../../volunteer/store'
import { type CommunityKey, communities, communityKeys, demoId } from '../street'
import { type Planning, sure } from './book'
import { personaOf, workerFor } from './cast'
import { type Ending, type TaskRow, tasks } from './task-rows'

export interface PlannedClaim {
  /** As if never claimed; then as it stands now. */
  readonly before: ClaimRecord
  readonly claim: ClaimRecord
}

export interface PlannedTask {
  readonly task: TaskRecord
  readonly claims: readonly PlannedClaim[]
}

const PUBLISHED_BEFORE_DAYS = 12
const DOUBTED_BEFORE_MINUTES = 120
const CLAIMED_AFTER_MINUTES = 20 * 60
const REPORTED_AFTER_MINUTES = 30
const CONFIRMED_AT_MINUTE = 10 * 60

const planTask = (planning: Planning, key: CommunityKey, row: TaskRow): PlannedTask => {
  const [kind, title, what, where, day, hour, minutes, places, neighbours, withPersona, ending, doubted] = row
  const { diary, cast } = planning
  const startAt = instantAt(addDays(localDate(planning.now), day), hour * 60)
  const endAt = addMinutes(startAt, minutes)
  const publishedAt = doubted
    ? addMinutes(planning.now, -DOUBTED_BEFORE_MINUTES)
    : addMinutes(startAt, -PUBLISHED_BEFORE_DAYS * 1440)
  const input = { community: communities[key].code, title, what, where, kind, startAt, endAt, places }
  const published = sure(title, publish(input, { taskId: demoId('task', title), now: publishedAt }))
  const task = doubted ? { ...published, wording: 'review' as const } : published

  const willing = cast.neighbours[key].volunteers
    .map(({ resident }) => resident)
    .filter(({ personId }) => diary.isFree(personId, task))
  const persona = withPersona ? [personaOf(cast, `${key}-volunteer`).resident] : []
  const staff = workerFor(cast, task.community).resident
  const claims = [...persona, ...willing.slice(0, neighbours)].map(volunteer => {
    diary.take(volunteer.personId, task)
    return planClaim(task, volunteer, staff, addMinutes(publishedAt, CLAIMED_AFTER_MINUTES), ending)
  })
  return { task, claims }
}

const planClaim = (
  task: TaskRecord,
  volunteer: Resident,
  staff: Resident,
  claimedAt: Instant,
  ending: Ending | undefined,
): PlannedClaim => {
  const actorId = volunteer.residentId
  const fresh = ownCase(task, undefined, volunteer, claimedAt)
  const claimed = moved(fresh, sure(task.title, may.claim(fresh)), { verb: 'claim', actorId })
  const claim = ending ? end(claimed, staff, ending) : claimed.claim
  return { before: fresh.claim, claim }
}

/** It was reported after its end, and confirmed the next morning. */
const end = (claimed: Case, staff: Resident, [state, minutes]: Ending): ClaimRecord => {
  const { title, endAt, startAt } = claimed.task
  const over = { ...claimed, now: addMinutes(endAt, REPORTED_AFTER_MINUTES) }
  const actorId = claimed.claim.volunteerId
  const reported = moved(over, sure(title, may.complete(over, minutes)), {
    verb: 'complete',
    actorId,
    minutes,
  })
  if (state === 'reported') return reported.claim
  const morning = instantAt(addDays(localDate(startAt), 1), CONFIRMED_AT_MINUTE)
  const asked = { ...reported, part: 'staff', now: morning } as const
  const doing = { verb: 'confirm', actorId: staff.residentId, minutes } as const
  return moved(asked, sure(title, may.confirm(asked, minutes)), doing).claim
}

export const planTasks = (planning: Planning): PlannedTask[] =>
  communityKeys.flatMap(key => tasks[key].map(row => planTask(planning, key, row)))

/** A claim takes a place and the volunteer's time; confirmed minutes are owed from then on. */
export const claimWrite = ({ before, claim }: PlannedClaim): Change[] => [
  ...claimChanges(before, claim),
  ...(claim.state === 'confirmed' ? transferChanges(timeOwed(claim)) : []),
]

const timeOwed = (claim: ClaimRecord) =>
  transfer(
    claim,
    demoId('entry', `${claim.taskId}#${claim.volunteerId}`),
    claim.timeline.at(-1)?.at ?? claim.endAt,
  )
