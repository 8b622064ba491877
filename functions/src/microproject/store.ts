/** Micro-project requests: keys, and the condition that lets only one move hold. */
import type { RegionCode } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'
import type { TimelineEntry } from '@yike/shared/kernel/shapes'
import type { Instant } from '@yike/shared/kernel/time'
import type { ProjectState } from '@yike/shared/microproject/lifecycle'
import type { FileProject, Wording } from '@yike/shared/microproject/schema'
import { absent, all, equal } from '../platform/condition'
import { indexes, inIndex, keys } from '../platform/keys'
import { type Change, type Item, type QueryAsk, recordOf, type Table } from '../platform/table'

export interface ProjectRecord extends FileProject {
  readonly microprojectId: Id<'microproject'>
  readonly residentId: Id<'resident'>
  readonly version: number
  readonly state: ProjectState
  readonly community: RegionCode
  readonly filedAt: Instant
  /** While filed: staff answer by then. */
  readonly deadlineAt?: Instant
  /** What WeChat made of the words; absent: written before words were checked, or by ourselves. */
  readonly wording?: Wording
  /** Who made the last entry of the timeline, which itself names only the office. */
  readonly lastActorId: Id<'resident'>
  readonly timeline: readonly TimelineEntry[]
}

export const newProjectChange = (project: ProjectRecord): Change<'request.busy'> => ({
  put: projectItem(project),
  if: absent(),
  else: 'request.busy',
})

/** Saves the next record, if nobody else has moved the request since it was read. */
export const moveChange = (
  before: ProjectRecord,
  after: ProjectRecord,
): Change<'microproject.wrong_state'> => ({
  put: projectItem(after),
  if: equal('version', before.version),
  else: 'microproject.wrong_state',
})

/** What the check of these very words said; done once. */
export const wordingChange = (
  { microprojectId, version }: ProjectRecord,
  wording: Wording,
): Change<'microproject.checked'> => ({
  update: keys.microproject(microprojectId),
  set: { wording },
  if: all(equal('version', version), equal('wording', 'pending')),
  else: 'microproject.checked',
})

const projectItem = (project: ProjectRecord) => ({
  ...keys.microproject(project.microprojectId),
  ...inIndex('by-owner', indexes.byOwner.microprojects(project.residentId, project.microprojectId)),
  ...listed(project),
  type: 'MicroProject',
  ...project,
})

/** It waits for staff while it has a deadline; once accepted it is on the community's list. */
const listed = ({ microprojectId, community, state, deadlineAt, timeline, filedAt }: ProjectRecord) => {
  if (deadlineAt)
    return inIndex('by-deadline', indexes.byDeadline.waiting(community, deadlineAt, microprojectId))
  if (state !== 'accepted') return undefined
  const acceptedAt = timeline.at(-1)?.at ?? filedAt
  return inIndex('by-deadline', indexes.byDeadline.accepted(community, acceptedAt, microprojectId))
}

export const asProject = (item: Item): ProjectRecord => recordOf<ProjectRecord>(item)

export const loadProject = async (
  table: Table,
  microprojectId: Id<'microproject'>,
): Promise<ProjectRecord | undefined> => {
  const item = await table.get(keys.microproject(microprojectId), { consistent: true })
  return item && asProject(item)
}

type Paging = Pick<QueryAsk, 'limit' | 'cursor'>

export const queryOwnProjects = (table: Table, residentId: Id<'resident'>, page: Paging) => {
  const [pk] = indexes.byOwner.microprojects(residentId, '')
  return table.query({ index: 'by-owner', pk, newestFirst: true, ...page })
}

export const queryAccepted = (table: Table, community: RegionCode, page: Paging) => {
  const [pk] = indexes.byDeadline.accepted(community, '', '')
  return table.query({ index: 'by-deadline', pk, newestFirst: true, ...page })
}
