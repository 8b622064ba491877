/** Tasks: the menu of a community, and how many places of each are taken. */
import type { RegionCode } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'
import type { Wording } from '@yike/shared/kernel/shapes'
import type { Instant } from '@yike/shared/kernel/time'
import type { PublishTask } from '@yike/shared/volunteer/schema'
import { absent, all, belowOther, equal } from '../../platform/condition'
import { indexAttributes, indexes, inIndex, keys } from '../../platform/keys'
import { type Change, type Item, type QueryAsk, recordOf, type Table } from '../../platform/table'

export type Words = Pick<PublishTask, 'title' | 'what' | 'where'>

/** But for `claimed`, its words and what WeChat makes of them, nothing of a task changes once it is published. */
export interface TaskRecord extends PublishTask {
  readonly taskId: Id<'task'>
  readonly claimed: number
  readonly publishedAt: Instant
  /** Who wrote it; absent in tasks from before words were checked, and in our own. */
  readonly publishedBy?: Id<'resident'>
  readonly wording?: Wording
  /** Absent until somebody has written other words: how often, and when last. */
  readonly version?: number
  readonly wordedAt?: Instant
  /** What neighbours could read before: who has claimed it reads that until WeChat has passed the new words. */
  readonly former?: Words
  /** Who of staff found its words fit, and when. */
  readonly readBy?: Id<'resident'>
  readonly readAt?: Instant
  /** While somebody of staff has to read its words: by then. */
  readonly deadlineAt?: Instant
}

/** What WeChat did not find fit, or could not judge. */
export const isDoubtful = (wording: Wording | undefined): boolean =>
  wording === 'review' || wording === 'risky'

export const newTaskChange = (task: TaskRecord): Change<'request.busy'> => ({
  put: {
    ...keys.task(task.taskId),
    ...inIndex('by-owner', indexes.byOwner.tasks(task.community, task.endAt, task.taskId)),
    type: 'Task',
    ...task,
  },
  if: absent(),
  else: 'request.busy',
})

/** Only `claimed` moves, so only it needs a condition: that the start lies ahead stays as true as it was decided. */
export const takePlaceChange = (taskId: Id<'task'>): Change<'volunteer.task_full'> => ({
  update: keys.task(taskId),
  add: { claimed: 1 },
  if: belowOther('claimed', 'places'),
  else: 'volunteer.task_full',
})

/** Puts the words of a task into the queue of its community, unless they are others by now. */
export const askedChange = (
  { taskId, community, wording }: TaskRecord,
  deadlineAt: Instant,
): Change<'volunteer.words_read'> => ({
  update: keys.task(taskId),
  set: {
    deadlineAt,
    ...inIndex('by-deadline', indexes.byDeadline.waiting(community, deadlineAt, taskId)),
  },
  if: wording === undefined ? absent('wording') : equal('wording', wording),
  else: 'volunteer.words_read',
})

/** The words after somebody has read them, if nobody else has meanwhile: they leave the queue. */
export const readChange = (
  before: TaskRecord,
  { title, what, where, wording, wordedAt, publishedBy, version, former, readBy, readAt }: TaskRecord,
): Change<'volunteer.words_read'> => ({
  update: keys.task(before.taskId),
  set: {
    ...{ title, what, where, wording },
    ...(version !== undefined && { wordedAt, publishedBy, version, ...(former && { former }) }),
    ...(readBy && { readBy, readAt }),
  },
  remove: ['deadlineAt', ...indexAttributes('by-deadline')],
  if: all(
    before.version === undefined ? absent('version') : equal('version', before.version),
    before.wording === undefined ? absent('wording') : equal('wording', before.wording),
  ),
  else: 'volunteer.words_read',
})

/** The write that it is part of proves that the place was taken. */
export const givePlaceBackChange = (taskId: Id<'task'>): Change<never> => ({
  update: keys.task(taskId),
  add: { claimed: -1 },
})

export const asTask = (item: Item): TaskRecord => recordOf<TaskRecord>(item)

export const loadTask = async (
  table: Table,
  taskId: Id<'task'>,
  { consistent = true } = {},
): Promise<TaskRecord | undefined> => {
  const item = await table.get(keys.task(taskId), { consistent })
  return item && asTask(item)
}

/** A task that somebody has claimed, to be looked at: at half the price, for a place taken this second may be missed. */
export const loadClaimedTask = async (table: Table, taskId: Id<'task'>): Promise<TaskRecord> => {
  const task = (await loadTask(table, taskId, { consistent: false })) ?? (await loadTask(table, taskId))
  if (!task) throw new Error('a claimed task is gone')
  return task
}

/** Tasks of a community that have not ended, soonest end first. */
export const queryMenu = (
  table: Table,
  community: RegionCode,
  now: Instant,
  page: Pick<QueryAsk, 'limit' | 'cursor'>,
) => {
  // '~' sorts after everything that follows an instant in the key: what ends just now has ended.
  const [pk, from] = indexes.byOwner.tasks(community, `${now}~`, '')
  return table.query({ index: 'by-owner', pk, sk: { from, to: '~' }, ...page })
}
