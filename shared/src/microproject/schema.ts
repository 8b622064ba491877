import { CommunityCode, NamedPosition, Position } from '../identity/schema'
import { idOf } from '../kernel/id'
import { pageInput, TimelineEntry, Version, wordings } from '../kernel/shapes'
import { InstantOutput } from '../kernel/time'
import { line, text, wholeNumber, z } from '../kernel/zod'
import { projectStates, projectVerbs } from './lifecycle'

export const projectKinds = ['works', 'service', 'goods'] as const
/** 工程 · 服务 · 实物 */
export type ProjectKind = (typeof projectKinds)[number]

export const MOST_PHOTOS = 3
/** Of one photo as it is sent; the phone makes it smaller before. */
export const MOST_PHOTO_BYTES = 2 * 1024 * 1024
export const photoTypes = ['image/jpeg', 'image/png'] as const
export type PhotoType = (typeof photoTypes)[number]

const wish = {
  title: line(40, 2),
  /** What is needed and why. */
  what: text(1000, 5),
  /** Where, in words. */
  where: line(80, 2),
  kind: z.enum(projectKinds),
  position: z.optional(NamedPosition),
  /** Photos that were sent before, each once, in the order in which they are shown. */
  photos: z.optional(
    z.array(idOf('photo')).check(
      z.maxLength(MOST_PHOTOS),
      z.refine((ids: readonly string[]) => new Set(ids).size === ids.length),
    ),
  ),
}

/**
 * What became of a photo. `pending`: WeChat looks at it; the words of the others are those of a text, and `lost` means
 * that nothing arrived, or no picture.
 */
export const photoStates = [...wordings, 'lost'] as const
export const Photo = z.object({
  photoId: idOf('photo'),
  state: z.enum(photoStates),
  /** Where it can be seen for a few minutes; absent: not yet, or no more. */
  url: z.optional(z.string()),
})
export type Photo = z.output<typeof Photo>

export const OfferPhoto = z.strictObject({
  type: z.enum(photoTypes),
  bytes: wholeNumber(1, MOST_PHOTO_BYTES),
})
/** Whoever posts these fields and a `file`, as multipart/form-data, to `url` within ten minutes has sent the photo. */
export const PhotoUpload = z.object({
  photoId: idOf('photo'),
  url: z.string(),
  fields: z.record(z.string(), z.string()),
})
export type PhotoUpload = z.output<typeof PhotoUpload>

export const FileProject = z.strictObject(wish)
export type FileProject = z.output<typeof FileProject>
const seen = { microprojectId: idOf('microproject'), version: Version }
export const RefileProject = z.strictObject({ ...seen, ...wish })
export const AskProject = z.strictObject({ microprojectId: idOf('microproject') })
export const SendBackProject = z.strictObject({ ...seen, reason: text(200, 2) })
export const AcceptProject = z.strictObject({ ...seen, note: z.optional(text(200)) })

/** A micro-project request (民生微实事). */
export const MicroProject = z.object({
  microprojectId: idOf('microproject'),
  number: z.string(),
  version: z.number(),
  state: z.enum(projectStates),
  community: CommunityCode,
  title: z.string(),
  what: z.string(),
  where: z.string(),
  kind: z.enum(projectKinds),
  position: z.optional(Position),
  filedAt: InstantOutput,
  /** While filed: staff answer by then. */
  deadlineAt: z.optional(InstantOutput),
  /** Those that the reader may see; absent in lists. Neighbours see what WeChat has passed. */
  photos: z.optional(z.array(Photo)),
  /** For staff: whether the words were found fit for neighbours. */
  wording: z.optional(z.enum(wordings)),
  /** Is the reader the one who filed it? Neighbours are not told who did. */
  mine: z.boolean(),
  can: z.array(z.enum(projectVerbs)),
  timeline: z.array(TimelineEntry),
})
export type MicroProject = z.output<typeof MicroProject>

export const AskProjects = z.strictObject({ of: z.enum(['me', 'community']), ...pageInput })
export const MicroProjects = z.object({
  microprojects: z.array(MicroProject),
  cursor: z.optional(z.string()),
})
