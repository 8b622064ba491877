import { answersFor } from '@yike/shared/identity/rules'
import type { Id } from '@yike/shared/kernel/id'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import type { Wording } from '@yike/shared/kernel/shapes'
import type { Instant } from '@yike/shared/kernel/time'
import type { microproject } from '@yike/shared/microproject/contract'
import type { ProjectVerb } from '@yike/shared/microproject/lifecycle'
import {
  type FileProject,
  type MicroProject,
  MOST_PHOTO_BYTES,
  type Photo,
} from '@yike/shared/microproject/schema'
import type { Waiting } from '@yike/shared/workbench/schema'
import { callCommunity, loadResident, noteLook } from '../identity/handlers'
import type { Actor } from '../platform/actor'
import type { Bucket } from '../platform/bucket'
import { moveCase } from '../platform/case'
import type { Handlers } from '../platform/handler'
import type { Table } from '../platform/table'
import { type Decide, decide, file, isRepeat, photosFor, type Reader, viewOf } from './domain'
import {
  asProject,
  keptFile,
  loadProject,
  loadTrace,
  moveChange,
  newProjectChange,
  type ProjectRecord,
  queryAccepted,
  queryOwnProjects,
  queryPhotos,
  sentFile,
  verdictChange,
} from './store'

export { asProject } from './store'

export const microprojectHandlers = (
  table: Table,
  bucket: Bucket,
): Handlers<typeof microproject.endpoints> => ({
  async file({ actor, now, newId, once }, wish) {
    const community = await homeOf(table, actor)
    if (!community) return refuse('microproject.no_community')
    const { residentId } = actor
    const filed = file({ wish, microprojectId: newId('microproject'), residentId, community, now })
    const answer = viewOf(filed, 'owner', residentId, now)
    const saved = await table.write([newProjectChange(filed), once.remember(answer)])
    return saved.ok ? ok(answer) : saved
  },

  async offerPhoto({ actor, newId }, { type }) {
    const photoId = newId('photo')
    const file = { type, mostBytes: MOST_PHOTO_BYTES }
    return ok({ photoId, ...bucket.form(sentFile(actor.residentId, photoId), file) })
  },

  async list({ actor, now }, { of, ...page }) {
    const home = of === 'community' ? await homeOf(table, actor) : undefined
    if (of === 'community' && !home) return ok({ microprojects: [] })
    const found = home
      ? await queryAccepted(table, home, page)
      : await queryOwnProjects(table, actor.residentId, page)
    if (!found.ok) return found
    const { items, cursor } = found.value
    const rows = items.map(asProject)
    return ok({
      // Every row is the reader's own or of the community where they live.
      microprojects: rows.map(row => viewOf(row, partIn(row, actor) ?? 'neighbour', actor.residentId, now)),
      ...(cursor && { cursor }),
    })
  },

  async show({ actor, now }, { microprojectId }) {
    const project = await loadProject(table, microprojectId)
    const reader = project && (await readerOf(table, project, actor))
    if (!reader) return refuse('request.not_found')
    if (reader === 'staff') {
      const { residentId, title: name } = project
      const seen = { residentId, about: 'microproject', caseId: microprojectId, name } as const
      const noted = await noteLook(table, actor, seen, now)
      if (!noted.ok) return noted
    }
    const view = viewOf(project, reader, actor.residentId, now)
    const photos = await shownPhotos(table, bucket, project, reader, now)
    return ok(photos.length > 0 ? { ...view, photos } : view)
  },

  accept: ({ actor, now }, { microprojectId, version: seen, note }) =>
    act(table, { actor, microprojectId, verb: 'accept', decide: decide.accept, now, seen, note }),
  sendBack: ({ actor, now }, { microprojectId, version: seen, reason }) =>
    act(table, { actor, microprojectId, verb: 'sendBack', decide: decide.sendBack, now, seen, note: reason }),
  refile: ({ actor, now }, { microprojectId, version: seen, ...wish }) =>
    act(table, { actor, microprojectId, verb: 'refile', decide: decide.refile, now, seen, wish }),
  withdraw: ({ actor, now }, { microprojectId }) =>
    act(table, { actor, microprojectId, verb: 'withdraw', decide: decide.withdraw, now }),
})

const shownPhotos = async (
  table: Table,
  bucket: Bucket,
  project: ProjectRecord,
  reader: Reader,
  now: Instant,
): Promise<Photo[]> => {
  const taken = await queryPhotos(table, project)
  const { microprojectId } = project
  return photosFor(project, reader, taken, now).map(photo => {
    const isThere = photo.state !== 'lost' && taken.some(({ photoId }) => photoId === photo.photoId)
    return isThere ? { ...photo, url: bucket.urlOf(keptFile(microprojectId, photo.photoId)) } : photo
  })
}

/** WeChat says what it found in a photo. False: it is none of ours, or could not be noted now. */
export const tellVerdict = async (table: Table, traceId: string, verdict: Wording): Promise<boolean> => {
  const photo = await loadTrace(table, traceId)
  if (!photo) return false
  const told = await table.write([verdictChange(photo, verdict)])
  return told.ok || told.refusal.code === 'microproject.checked'
}

/** Where the actor lives, as stored: a token's scope may be that of a post. */
const homeOf = async (table: Table, actor: Actor) =>
  (await loadResident(table, actor.residentId))?.community ?? undefined

/** The part of the actor in a request. One's own is never one's own to answer. */
const partIn = (project: ProjectRecord, actor: Actor): 'owner' | 'staff' | undefined => {
  if (project.residentId === actor.residentId) return 'owner'
  return answersFor(actor, project.community) ? 'staff' : undefined
}

const readerOf = async (table: Table, project: ProjectRecord, actor: Actor): Promise<Reader | undefined> => {
  const part = partIn(project, actor)
  if (part || project.state !== 'accepted') return part
  return (await homeOf(table, actor)) === project.community ? 'neighbour' : undefined
}

interface Errand<Refusal extends string> {
  readonly actor: Actor
  readonly microprojectId: Id<'microproject'>
  readonly verb: ProjectVerb
  readonly decide: Decide<Refusal>
  readonly now: Instant
  readonly seen?: number | undefined
  readonly note?: string | undefined
  readonly wish?: FileProject
}

const act = async <Refusal extends string>(
  table: Table,
  { actor, microprojectId, verb, decide, ...words }: Errand<Refusal>,
): Promise<
  Result<MicroProject, Refusal | 'microproject.wrong_state' | 'request.not_found' | 'request.busy'>
> => {
  const doing = { actorId: actor.residentId, ...words }
  const moved = await moveCase(table, {
    async find() {
      const project = await loadProject(table, microprojectId)
      const part = project && partIn(project, actor)
      return part && { project, part }
    },
    isRepeat: ({ project, part }) => isRepeat(project, verb, { ...doing, part }),
    decide({ project, part }) {
      const next = decide(project, { ...doing, part })
      return next.ok ? ok({ project: next.value, part }) : next
    },
    changes: (before, after) => [moveChange(before.project, after.project)],
    stale: 'microproject.wrong_state',
    instead: async ({ project }, code) =>
      code === 'microproject.too_many_refiles' ? callCommunity(table, project.community) : [],
  })
  if (!moved.ok) return moved
  const { project, part } = moved.value
  return ok(viewOf(project, part, actor.residentId, words.now))
}

/** A request in the queue of its community. */
export const waitingProject = (project: ProjectRecord): Omit<Waiting, 'kind'> => ({
  caseId: project.microprojectId,
  title: project.title,
  where: project.where,
  since: project.timeline.at(-1)?.at ?? project.filedAt,
  deadlineAt: project.deadlineAt ?? project.filedAt,
})
