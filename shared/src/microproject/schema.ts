import { CommunityCode, NamedPosition, Position } from '../identity/schema'
import { idOf } from '../kernel/id'
import { pageInput, TimelineEntry, Version } from '../kernel/shapes'
import { InstantOutput } from '../kernel/time'
import { line, text, z } from '../kernel/zod'
import { projectStates, projectVerbs } from './lifecycle'

export const projectKinds = ['works', 'service', 'goods'] as const
/** 工程 · 服务 · 实物 */
export type ProjectKind = (typeof projectKinds)[number]

const wish = {
  title: line(40, 2),
  /** What is needed and why. */
  what: text(1000, 5),
  /** Where, in words. */
  where: line(80, 2),
  kind: z.enum(projectKinds),
  position: z.optional(NamedPosition),
}

/** What WeChat makes of a text before neighbours may read it; `review`: a person has to look, whatever the reason. */
export const wordings = ['pending', 'pass', 'review', 'risky'] as const
export type Wording = (typeof wordings)[number]

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
