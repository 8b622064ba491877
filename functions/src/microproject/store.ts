/** Micro-project requests: keys, and the condition that lets only one move hold. */
import type { RegionCode } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'
import type { TimelineEntry, Wording } from '@yike/shared/kernel/shapes'
import type { Instant } from '@yike/shared/kernel/time'
import type { ProjectState } from '@yike/shared/microproject/lifecycle'
import type { FileProject, Photo } from '@yike/shared/microproject/schema'
import { absent, equal } from '../platform/condition'
import { indexes, inIndex, keys } from '../platform/keys'
import { type Change, type Item, type QueryAsk, queryAll, recordOf, type Table } from '../platform/table'

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

/** What became of one photo of a request, once it has been taken in. */
export interface PhotoRecord {
  readonly microprojectId: Id<'microproject'>
  readonly photoId: Id<'photo'>
  readonly state: Photo['state']
  /** When WeChat was asked. */
  readonly askedAt: Instant
}

/** Where the phone sends a photo: under its owner, so that nobody's request can name another's. */
export const sentFile = (residentId: Id<'resident'>, photoId: Id<'photo'>): string =>
  `new/${residentId}/${photoId}`
/** Where a photo stays as long as its request names it. */
export const keptFile = (microprojectId: Id<'microproject'>, photoId: Id<'photo'>): string =>
  `kept/${microprojectId}/${photoId}`

/** A day is far more than WeChat takes to answer. */
const TRACE_SECONDS = 86_400

interface Taking {
  /** By which number WeChat will speak of it. */
  readonly traceId?: string | undefined
  /** What became of it when the request named it before. */
  readonly before?: PhotoRecord | undefined
}

/** A photo that has been taken in. */
export const photoChanges = (
  photo: PhotoRecord,
  { traceId, before }: Taking = {},
): readonly Change<'microproject.checked'>[] => {
  const { microprojectId, photoId, askedAt } = photo
  return [
    {
      put: { ...keys.photo(microprojectId, photoId), type: 'Photo', ...photo },
      if: before ? equal('askedAt', before.askedAt) : absent(),
      else: 'microproject.checked',
    },
    ...(traceId
      ? [
          {
            put: {
              ...keys.photoCheck(traceId),
              microprojectId,
              photoId,
              expiresAtSeconds: Math.floor(Date.parse(askedAt) / 1000) + TRACE_SECONDS,
            },
          },
        ]
      : []),
  ]
}

const asPhoto = (item: Item): PhotoRecord => recordOf<PhotoRecord>(item)

export const loadPhoto = async (
  table: Table,
  { microprojectId }: Pick<ProjectRecord, 'microprojectId'>,
  photoId: Id<'photo'>,
): Promise<PhotoRecord | undefined> => {
  const item = await table.get(keys.photo(microprojectId, photoId), { consistent: true })
  return item && asPhoto(item)
}

/** Photos of a request that have been taken in, also of earlier versions of it. */
export const queryPhotos = async (
  table: Table,
  { microprojectId, photos }: ProjectRecord,
): Promise<PhotoRecord[]> => {
  if (!photos?.length) return []
  const { pk, sk: begins } = keys.photo(microprojectId, '')
  return (await queryAll(table, { pk, sk: { begins } })).map(asPhoto)
}

/** Which photo WeChat means. */
export const loadTrace = async (
  table: Table,
  traceId: string,
): Promise<Pick<PhotoRecord, 'microprojectId' | 'photoId'> | undefined> => {
  const item = await table.get(keys.photoCheck(traceId), { consistent: true })
  return item && recordOf(item)
}

/** What WeChat found; said once. */
export const verdictChange = (
  { microprojectId, photoId }: Pick<PhotoRecord, 'microprojectId' | 'photoId'>,
  state: Wording,
): Change<'microproject.checked'> => ({
  update: keys.photo(microprojectId, photoId),
  set: { state },
  if: equal('state', 'pending'),
  else: 'microproject.checked',
})

type Paging = Pick<QueryAsk, 'limit' | 'cursor'>

export const queryOwnProjects = (table: Table, residentId: Id<'resident'>, page: Paging) => {
  const [pk] = indexes.byOwner.microprojects(residentId, '')
  return table.query({ index: 'by-owner', pk, newestFirst: true, ...page })
}

export const queryAccepted = (table: Table, community: RegionCode, page: Paging) => {
  const [pk] = indexes.byDeadline.accepted(community, '', '')
  return table.query({ index: 'by-deadline', pk, newestFirst: true, ...page })
}
