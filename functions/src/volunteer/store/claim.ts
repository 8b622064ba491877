/** Claims: one for each volunteer and task, for good; releasing and claiming again move the same one. */
import type { Span } from '@yike/shared/booking/calendar'
import type { RegionCode } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'
import type { TimelineEntry } from '@yike/shared/kernel/shapes'
import type { Instant } from '@yike/shared/kernel/time'
import type { ClaimState } from '@yike/shared/volunteer/lifecycle'
import { giveBackChanges, takeChanges } from '../../booking/handlers'
import { absent, all, any, below, contains, equal } from '../../platform/condition'
import { indexes, inIndex, keys } from '../../platform/keys'
import { type Change, type Item, type QueryAsk, queryAll, recordOf, type Table } from '../../platform/table'
import { givePlaceBackChange, type TaskRecord, takePlaceChange } from './task'

/** It repeats what lists say of its task and its volunteer. */
export interface ClaimRecord extends Span {
  readonly taskId: Id<'task'>
  readonly title: string
  /** Which version of the task's words it was claimed by, or was told of last; absent: the first. */
  readonly wordsVersion?: number
  readonly community: RegionCode
  readonly volunteerId: Id<'resident'>
  readonly volunteerName: string
  /** Whose day-sheet it takes: a person has one body. */
  readonly personId: Id<'person'>
  /** 0: never claimed, so never saved. */
  readonly version: number
  readonly state: ClaimState
  /** Reported, later confirmed. */
  readonly minutes?: number
  /** While reported: staff answer by then. */
  readonly deadlineAt?: Instant
  /** Who made the last entry of the timeline, which itself names only the office. */
  readonly lastActorId: Id<'resident'>
  readonly timeline: readonly TimelineEntry[]
}

/** Saves the next record, if nobody else has moved the claim since it was read. */
export const moveChange = (before: ClaimRecord, after: ClaimRecord): Change<'volunteer.wrong_state'> => ({
  put: claimItem(after),
  if: before.version === 0 ? absent() : equal('version', before.version),
  else: 'volunteer.wrong_state',
})

/** The volunteer knows by now what the task says, if it is not over with them and they know no newer words. */
export const wordsToldChange = (
  { taskId, volunteerId }: ClaimRecord,
  { title, version }: Pick<TaskRecord, 'title'> & { version: number },
): Change<'volunteer.told'> => ({
  update: keys.claim(taskId, volunteerId),
  set: { title, wordsVersion: version },
  if: all(equal('state', 'claimed'), any(absent('wordsVersion'), below('wordsVersion', version))),
  else: 'volunteer.told',
})

/** Takes a place of the task and the volunteer's own time, of somebody who is a volunteer there at that moment. */
export const claimChanges = (
  before: ClaimRecord,
  after: ClaimRecord,
): Change<'volunteer.wrong_state' | 'volunteer.task_full' | 'volunteer.person_busy'>[] => [
  moveChange(before, after),
  {
    check: keys.resident(after.volunteerId),
    if: all(contains('roles', 'volunteer'), equal('community', after.community)),
    else: 'volunteer.wrong_state',
  },
  takePlaceChange(after.taskId),
  ...takeChanges(after.personId, after, 'volunteer.person_busy'),
]

export const releaseChanges = (
  before: ClaimRecord,
  after: ClaimRecord,
): Change<'volunteer.wrong_state'>[] => [
  moveChange(before, after),
  givePlaceBackChange(after.taskId),
  ...giveBackChanges({ taken: { thingId: after.personId }, span: after }),
]

const claimItem = (claim: ClaimRecord) => {
  const { taskId, volunteerId, community, startAt, deadlineAt } = claim
  return {
    ...keys.claim(taskId, volunteerId),
    ...inIndex('by-owner', indexes.byOwner.claims(volunteerId, startAt, taskId)),
    ...(deadlineAt &&
      inIndex('by-deadline', indexes.byDeadline.waiting(community, deadlineAt, `${taskId}#${volunteerId}`))),
    type: 'Claim',
    ...claim,
  }
}

export const asClaim = (item: Item): ClaimRecord => recordOf<ClaimRecord>(item)

export const loadClaim = async (
  table: Table,
  taskId: Id<'task'>,
  volunteerId: Id<'resident'>,
): Promise<ClaimRecord | undefined> => {
  const item = await table.get(keys.claim(taskId, volunteerId), { consistent: true })
  return item && asClaim(item)
}

/** Everybody's of one task; a place that was taken this second is among them. */
export const loadClaimsOf = async (table: Table, taskId: Id<'task'>): Promise<ClaimRecord[]> => {
  const { pk, sk } = keys.claim(taskId, '')
  const found = await queryAll(table, { pk, sk: { from: sk, to: `${sk}~` }, consistent: true })
  return found.map(asClaim)
}

export const queryClaims = (
  table: Table,
  volunteerId: Id<'resident'>,
  page: Pick<QueryAsk, 'limit' | 'cursor'>,
) => {
  const [pk] = indexes.byOwner.claims(volunteerId, '', '')
  return table.query({ index: 'by-owner', pk, newestFirst: true, ...page })
}

/** Claims of a volunteer in tasks that start at `from` or later, by task: one query for a whole menu. */
export const loadClaimsSince = async (
  table: Table,
  volunteerId: Id<'resident'>,
  from: Instant,
): Promise<ReadonlyMap<string, ClaimRecord>> => {
  const [pk, since] = indexes.byOwner.claims(volunteerId, from, '')
  const found = await queryAll(table, { index: 'by-owner', pk, sk: { from: since, to: '~' } })
  return new Map(found.map(asClaim).map(claim => [claim.taskId, claim]))
}
