import type { Instant } from '@yike/shared/kernel/time'
import { FileProject, type MicroProject } from '@yike/shared/microproject/schema'
import type { Picture } from '../platform/picture/types'
import { spokenDeadline } from '../platform/spoken'
import type { Wrong } from '../platform/use-checked'
import { type Telling, storyOf as tell } from '../ui/story'
import type { IconName, TimelineStep } from '../ui/types'
import { neighbourVerbWords, verbWords, words } from './words'

/** What a resident has written so far. */
export interface Draft {
  title: string
  what: string
  where: string
  kind: string
  /** Absent in drafts of before there were photos. */
  photos?: readonly DraftPhoto[]
}
type DraftField = Exclude<keyof Draft, 'photos'>

/** A photo of a draft: on this phone, with the server, or both. */
export interface DraftPhoto {
  /** Of this phone, until it is sent. */
  picture?: Picture
  photoId?: string
  /** When it was sent last. */
  sentMs?: number
  /** Where a photo can be seen that a request has already. */
  url?: string | undefined
}

export const blank: Draft = { title: '', what: '', where: '', kind: '' }

export const isBlank = ({ photos = [], ...written }: Draft): boolean =>
  photos.length === 0 && Object.values(written).every(one => one === '')

export const draftOf = ({ title, what, where, kind, photos = [] }: MicroProject): Draft => ({
  title,
  what,
  where,
  kind,
  photos: photos.filter(({ state }) => state !== 'lost').map(({ photoId, url }) => ({ photoId, url })),
})

/** The server forgets after a week what no request names; what waits on the phone for a network may take two days of it. */
const SENT_HOLDS_MS = 4 * 86_400_000

/** Must this photo still be sent, or once more? */
export const isUnsent = ({ picture, photoId, sentMs = 0 }: DraftPhoto, nowMs: number): boolean =>
  picture !== undefined && (photoId === undefined || nowMs - sentMs > SENT_HOLDS_MS)

/** The draft as it can be sent, or what is wrong with it, field by field. */
export function checked({
  photos = [],
  ...draft
}: Draft): { wish: FileProject } | { wrong: Wrong<DraftField> } {
  const sent = photos.flatMap(({ photoId }) => photoId ?? [])
  const read = FileProject.safeParse({ ...draft, ...(sent.length > 0 && { photos: sent }) })
  if (read.success) return { wish: read.data }
  const fields = read.error.issues.map(({ path }) => path[0] as DraftField)
  return { wrong: Object.fromEntries(fields.map(field => [field, words.wrong[field]])) }
}

export const stateIcons: Record<MicroProject['state'], IconName> = {
  filed: 'idea',
  accepted: 'check',
  sentBack: 'warning',
  withdrawn: 'cross',
}

/** Since when the promise that runs now runs: the last line of the timeline began it. */
export const promisedSince = ({ timeline, filedAt }: MicroProject): Instant => timeline.at(-1)?.at ?? filedAt

/** Why it was sent back, while it waits for its owner. */
export function sentBackBecause({ state, timeline }: MicroProject): string | undefined {
  const last = timeline.at(-1)
  return state === 'sentBack' && last?.verb === 'sendBack' ? last.note : undefined
}

const tellingTo = (mine: boolean): Telling => ({
  verbs: mine ? verbWords : neighbourVerbWords,
  tones: { accept: 'green', sendBack: 'danger' },
})

/** The timeline as a story: what happened, and what comes next. */
export function storyOf(project: MicroProject, at: Instant): TimelineStep[] {
  const steps = tell(project.timeline, tellingTo(project.mine), at)
  const next = nextOf(project, at)
  return next ? [...steps, { ...next, id: 'next', now: true }] : steps
}

function nextOf(
  { state, deadlineAt, mine }: MicroProject,
  at: Instant,
): Omit<TimelineStep, 'id'> | undefined {
  if (state === 'filed' && deadlineAt)
    return { when: spokenDeadline(deadlineAt, at), what: words.nextAnswer, tone: 'waiting' }
  if (state === 'sentBack' && mine) return { when: words.yourTurn, what: words.nextYours, tone: 'persimmon' }
  return undefined
}
