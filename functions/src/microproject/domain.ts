/**
 * A micro-project request's life: a resident files it in their community, and staff have five workdays to answer.
 * They accept it, and from then on neighbours see it too, though not who filed it; or they send it back with a
 * reason, and the owner files it again with changes, at most ten times, or withdraws it. The owner may also withdraw
 * it while it waits. Nobody answers a request of their own. What neighbours will read is checked by WeChat first: until
 * it has answered nothing is accepted, and what it finds risky, or cannot judge in ten minutes, staff decide with open
 * eyes. Photos go with the request, at most three: neighbours see those that WeChat has passed, staff and the owner
 * all that arrived, and a request that is withdrawn has none any more.
 *
 * Pure: `now` and ids come in, the next record or a refusal goes out.
 */
import type { RegionCode } from '@yike/shared/identity/schema'
import { type Id, spokenNumber } from '@yike/shared/kernel/id'
import { allowedVerbs, type Part, take } from '@yike/shared/kernel/lifecycle'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import { addMinutes, type Instant } from '@yike/shared/kernel/time'
import { addWorkdays } from '@yike/shared/kernel/workday'
import { type ProjectState, type ProjectVerb, projectLifecycle } from '@yike/shared/microproject/lifecycle'
import type { FileProject, MicroProject, Photo } from '@yike/shared/microproject/schema'
import { noted, timelineFor, wordingAt } from '../platform/wechat/wording'
import type { PhotoRecord, ProjectRecord } from './store'

const ANSWER_WITHIN_WORKDAYS = 5
/** Bounds the timeline, and tells both sides when it is time to talk. The refusal's text names the number. */
export const MOST_REFILES = 10

const answerBy = (now: Instant): Instant => addWorkdays(now, ANSWER_WITHIN_WORKDAYS)

export interface Filing {
  readonly wish: FileProject
  readonly microprojectId: Id<'microproject'>
  readonly residentId: Id<'resident'>
  readonly community: RegionCode
  readonly now: Instant
}

export const file = ({ wish, now, residentId, ...where }: Filing): ProjectRecord => ({
  ...where,
  ...wish,
  residentId,
  version: 1,
  state: 'filed',
  filedAt: now,
  deadlineAt: answerBy(now),
  wording: 'pending',
  lastActorId: residentId,
  timeline: [{ at: now, verb: 'file', by: 'owner' }],
})

/** Who does something to a request, and with what words. */
export interface Doing {
  readonly part: Part
  readonly actorId: Id<'resident'>
  readonly now: Instant
  /** The version that the actor has read; absent where it makes no difference. */
  readonly seen?: number | undefined
  readonly note?: string | undefined
  /** For filing again: all fields anew. */
  readonly wish?: FileProject
}

export type Decide<Refusal extends string = never> = (
  project: ProjectRecord,
  doing: Doing,
) => Result<ProjectRecord, Refusal | 'microproject.wrong_state'>

const step =
  (verb: ProjectVerb): Decide =>
  (project, doing) => {
    const state = take(projectLifecycle, project.state, verb, doing.part)
    const isRead = doing.seen === undefined || doing.seen === project.version
    return state.ok && isRead
      ? ok(moved(project, verb, state.value, doing))
      : refuse('microproject.wrong_state')
  }

const moved = (
  { deadlineAt: _, ...before }: ProjectRecord,
  verb: ProjectVerb,
  state: ProjectState,
  { part, actorId, now, note, wish }: Doing,
): ProjectRecord => ({
  ...before,
  // A position or a photo that is not given again is gone.
  ...(wish && { ...wish, position: wish.position, photos: wish.photos }),
  ...(state === 'withdrawn' && { photos: undefined }),
  state,
  version: before.version + 1,
  ...(state === 'filed' && { deadlineAt: answerBy(now), wording: 'pending' as const }),
  lastActorId: actorId,
  timeline: [...before.timeline, { at: now, verb, by: part, ...noted(note, part) }],
})

const wordingOf = ({ wording, timeline, filedAt }: ProjectRecord, now: Instant) =>
  wordingAt(wording, timeline.at(-1)?.at ?? filedAt, now)

const accept: Decide<'microproject.being_checked'> = (project, doing) => {
  const next = step('accept')(project, doing)
  return next.ok && wordingOf(project, doing.now) === 'pending' ? refuse('microproject.being_checked') : next
}

const refile: Decide<'microproject.too_many_refiles'> = (project, doing) => {
  const next = step('refile')(project, doing)
  const before = project.timeline.filter(({ verb }) => verb === 'refile').length
  return next.ok && before >= MOST_REFILES ? refuse('microproject.too_many_refiles') : next
}

/** What each verb makes of a request now. */
export const decide = {
  accept,
  sendBack: step('sendBack'),
  withdraw: step('withdraw'),
  refile,
} satisfies Record<ProjectVerb, Decide<string>>

/** Is the last thing that happened this very request? A retry and a double tap find it done. */
export const isRepeat = (
  project: ProjectRecord,
  verb: ProjectVerb,
  { actorId, seen, note, wish }: Doing,
): boolean => {
  const last = project.timeline.at(-1)
  return (
    last?.verb === verb &&
    (seen === undefined || project.version === seen + 1) &&
    project.lastActorId === actorId &&
    last.note === note &&
    (!wish || written(wish) === written(project))
  )
}

const written = ({ title, what, where, kind, position, photos = [] }: FileProject): string =>
  JSON.stringify([title, what, where, kind, position?.lng, position?.lat, photos])

/** Who reads: the owner, staff who answer for the community, or somebody who lives there. */
export type Reader = 'owner' | 'staff' | 'neighbour'

/** WeChat promises its answer about a photo within half an hour. */
const PHOTO_WITHIN_MINUTES = 30

/** The photos of a request that its reader may see, in their order. What has not been taken in yet is pending. */
export const photosFor = (
  { photos = [] }: ProjectRecord,
  reader: Reader,
  taken: readonly PhotoRecord[],
  now: Instant,
): Omit<Photo, 'url'>[] =>
  photos
    .map(photoId => {
      const { state = 'pending', askedAt = now } = taken.find(one => one.photoId === photoId) ?? {}
      const late = state === 'pending' && addMinutes(askedAt, PHOTO_WITHIN_MINUTES) <= now
      return { photoId, state: late ? ('review' as const) : state }
    })
    .filter(({ state }) => reader !== 'neighbour' || state === 'pass')

/** A request as its reader sees it. Notes are between the owner and staff. */
export const viewOf = (project: ProjectRecord, reader: Reader, actorId: Id<'resident'>, now: Instant) => {
  const { residentId: _r, lastActorId: _l, wording: _w, photos: _p, timeline, ...shown } = project
  const wording = wordingOf(project, now)
  const neighbour = reader === 'neighbour'
  return {
    ...shown,
    number: spokenNumber(project.microprojectId),
    mine: reader === 'owner',
    ...(reader === 'staff' && wording && { wording }),
    can: neighbour
      ? []
      : allowedVerbs(projectLifecycle, project.state, reader).filter(
          verb => decide[verb](project, { part: reader, actorId, now }).ok,
        ),
    timeline: neighbour
      ? timeline.map(({ note: _n, wording: _o, ...entry }) => entry)
      : timelineFor(timeline, reader, now),
  } satisfies MicroProject
}
