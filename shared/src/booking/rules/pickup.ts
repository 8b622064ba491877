/**
 * Bringing and fetching a child. Whoever fetches was named by the guardian and shows a code of the day, or the guardian
 * says on the telephone that it is them. The numbers are our own choice, in this one place.
 */
import { addDays, addMinutes, type Instant, instantAt, localDate } from '../../kernel/time'
import type { Span } from '../calendar'

/** So many people at most may fetch one child, the guardian apart. */
export const MOST_FETCHERS = 6
/** So often a code may be tried wrongly; then it opens nothing any more, and its guardian is told. */
export const MOST_WRONG_CODES = 5
/** So much is noted of one day of a child at most. That it is brought and fetched is written however much there is. */
export const MOST_EVENTS = 60
/** With the lines that say who may fetch and who no more, or that a code is locked; beyond it ends hold unsaid. */
export const MOST_EVENTS_WITH_ENDS = 80
/**
 * What is written of a day is kept as long as the camera footage of its class must be: 托育机构管理规范（试行）,
 * WS/T 821-2023, 监控录像资料保存期不少于 90 日.
 */
export const HANDOVER_KEPT_DAYS = 90

export const relations = ['parent', 'grandparent', 'relative', 'nanny', 'friend'] as const
/** parent 爸爸妈妈 · grandparent 祖辈 · relative 亲戚 · nanny 保姆 · friend 邻居朋友 */
export type Relation = (typeof relations)[number]

export const meals = ['all', 'most', 'little', 'none'] as const
/** all 吃完 · most 吃了大半 · little 吃得少 · none 没吃 */
export type Meal = (typeof meals)[number]

/** The end of the day of a booking: until then a code of that day holds, and whoever was named for that day only. */
export const dayEnd = ({ startAt }: Pick<Span, 'startAt'>): Instant =>
  instantAt(addDays(localDate(startAt), 1), 0)

/** A code is of the day on which the child is fetched. */
export const isPickupDay = ({ startAt }: Pick<Span, 'startAt'>, now: Instant): boolean =>
  localDate(startAt) === localDate(now)

export const handoverExpiry = ({ endAt }: Pick<Span, 'endAt'>): Instant =>
  addMinutes(endAt, HANDOVER_KEPT_DAYS * 24 * 60)
