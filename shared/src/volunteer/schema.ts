import { CommunityCode } from '../identity/schema'
import { idOf } from '../kernel/id'
import { pageInput, TimelineEntry, Version, wordings } from '../kernel/shapes'
import { InstantInput, InstantOutput } from '../kernel/time'
import { line, text, wholeNumber, z } from '../kernel/zod'
import { claimStates, claimVerbs } from './lifecycle'

/** The five service kinds of S0:L51, and errands. */
export const taskKinds = ['housework', 'culture', 'counselling', 'health', 'legal', 'errand'] as const
/** 家政服务 · 文体活动 · 心理疏导 · 保健指导 · 法律咨询 · 跑腿 */
export type TaskKind = (typeof taskKinds)[number]

/** One dish of the menu (菜单式志愿服务, S0:L51). */
export const Task = z.object({
  taskId: idOf('task'),
  community: CommunityCode,
  title: z.string(),
  what: z.string(),
  where: z.string(),
  kind: z.enum(taskKinds),
  startAt: InstantOutput,
  endAt: InstantOutput,
  places: z.number(),
  left: z.number(),
  /** Of the claim that the reader sees it with; 0: there has never been one. */
  version: z.number(),
  /** The reader's own claim, if any. */
  claim: z.optional(z.enum(claimStates)),
  /** For staff: whether WeChat found the words fit for neighbours, who see no task that is pending or risky. */
  wording: z.optional(z.enum(wordings)),
  can: z.array(z.enum(claimVerbs)),
})
export type Task = z.output<typeof Task>

export const Claim = z.object({
  task: Task,
  state: z.enum(claimStates),
  /** Minutes that the volunteer reported, and later those that staff confirmed. */
  minutes: z.optional(z.number()),
  timeline: z.array(TimelineEntry),
})
export type Claim = z.output<typeof Claim>

/** A claim as staff see it: whose hours are to be confirmed. */
export const ReportedClaim = z.object({
  ...Claim.shape,
  volunteerId: idOf('resident'),
  volunteerName: z.string(),
})
export type ReportedClaim = z.output<typeof ReportedClaim>

export const timeBank = z.object({
  /** Confirmed minutes that the community owes the volunteer. */
  balanceMinutes: z.number(),
})
export const MyVolunteering = z.object({
  ...timeBank.shape,
  claims: z.array(Claim),
  cursor: z.optional(z.string()),
})
export type MyVolunteering = z.output<typeof MyVolunteering>

export const AskTask = z.strictObject({ taskId: idOf('task') })
export const AskMenu = z.strictObject({ ...pageInput })
export const Menu = z.object({ tasks: z.array(Task), cursor: z.optional(z.string()) })

/** A task of 15 minutes to 12 hours. */
export const PublishTask = z.strictObject({
  community: CommunityCode,
  title: line(40, 2),
  what: text(500, 2),
  where: line(80, 2),
  kind: z.enum(taskKinds),
  startAt: InstantInput,
  endAt: InstantInput,
  places: wholeNumber(1, 200),
})
export type PublishTask = z.output<typeof PublishTask>

/** Other words for a task, from whoever of staff reads it after WeChat. */
export const RewordTask = z.strictObject({
  taskId: idOf('task'),
  title: PublishTask.shape.title,
  what: PublishTask.shape.what,
  where: PublishTask.shape.where,
})
export type RewordTask = z.output<typeof RewordTask>

export const MoveClaim = z.strictObject({ taskId: idOf('task'), version: Version })
export const CompleteTask = z.strictObject({
  taskId: idOf('task'),
  version: Version,
  minutes: wholeNumber(1, 720),
})
const who = { taskId: idOf('task'), volunteerId: idOf('resident') }
export const AskClaim = z.strictObject(who)
export const ConfirmHours = z.strictObject({ ...who, version: Version, minutes: wholeNumber(1, 720) })
export const DisputeHours = z.strictObject({ ...who, version: Version, reason: text(200, 2) })
