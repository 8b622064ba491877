import {
  addDays,
  addMinutes,
  clockOfMinute,
  type Instant,
  instantAt,
  localDate,
} from '@yike/shared/kernel/time'
import { PublishTask, RewordTask } from '@yike/shared/volunteer/schema'
import { spokenDay, spokenEnd, spokenMinutes } from '../../platform/spoken'
import type { Wrong } from '../../platform/use-checked'
import { publishWords as words } from '../words'

/** A task as it is being written: the end follows from its length, so it cannot lie before the start. */
export interface Plan {
  community: string
  kind: string
  title: string
  what: string
  where: string
  on: string
  /** Minute of the day. */
  start: number
  /** Minutes. */
  length: number
  places: number
}

const QUARTER = 15
const LONGEST = 12 * 60
const DAYS_AHEAD = 60
const DAY = 24 * 60

interface Option {
  value: string
  label: string
}

const quarters = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, Math.floor((to - from) / QUARTER) + 1) }, (_, i) => from + i * QUARTER)

export const newPlan = (community: string, at: Instant): Plan => ({
  community,
  kind: 'housework',
  title: '',
  what: '',
  where: '',
  on: addDays(localDate(at), 1),
  start: 9 * 60,
  length: 120,
  places: 2,
})

export const days = (at: Instant): Option[] =>
  Array.from({ length: DAYS_AHEAD }, (_, i) => {
    const on = addDays(localDate(at), i)
    return { value: on, label: spokenDay(on, at) }
  })

/** Starts that have not passed. */
export const starts = (on: string, at: Instant): Option[] =>
  quarters(0, DAY - QUARTER)
    .filter(minute => instantAt(on, minute) > at)
    .map(minute => ({ value: String(minute), label: clockOfMinute(minute) }))

/** The plan on another day: its start, or where that has passed there, the first that has not. */
export function dayOf({ start }: Plan, on: string, at: Instant): Pick<Plan, 'on' | 'start'> {
  const [first] = starts(on, at)
  const passed = instantAt(on, start) <= at
  return { on, start: passed && first ? Number(first.value) : start }
}

/** Lengths with the end that each leads to. */
export const lengths = ({ on, start }: Plan): Option[] =>
  quarters(QUARTER, LONGEST).map(length => ({
    value: String(length),
    label: words.until(spokenEnd(addMinutes(instantAt(on, start), length)), spokenMinutes(length)),
  }))

export const timesOf = ({ on, start, length }: Plan) => {
  const startAt = instantAt(on, start)
  return { startAt, endAt: addMinutes(startAt, length) }
}

export type Written = 'title' | 'what' | 'where'
type Checked = Written | 'startAt'

/** Words of a task as they can be sent, or what is wrong with them. */
export function checkedWords(
  taskId: string,
  written: Pick<PublishTask, Written>,
): { words: RewordTask } | { wrong: Wrong<Written> } {
  const read = RewordTask.safeParse({ taskId, ...written })
  if (read.success) return { words: read.data }
  const fields = read.error.issues.map(({ path }) => path[0] as Written)
  return { wrong: Object.fromEntries(fields.map(field => [field, words.wrong[field]])) }
}

/** The plan as it can be published at that moment, or what is wrong with what was written. */
export function checked(plan: Plan, at: Instant): { task: PublishTask } | { wrong: Wrong<Checked> } {
  const { community, kind, title, what, where, places } = plan
  const times = timesOf(plan)
  const read = PublishTask.safeParse({ community, kind, title, what, where, places, ...times })
  const fields = read.success ? [] : read.error.issues.map(({ path }) => path[0] as Checked)
  const late: Checked[] = times.startAt <= at ? ['startAt'] : []
  if (read.success && late.length === 0) return { task: read.data }
  return { wrong: Object.fromEntries([...fields, ...late].map(field => [field, words.wrong[field]])) }
}
