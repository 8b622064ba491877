/**
 * Coming and not coming. Whoever does not come is reminded, then warned, then called beforehand; it is forgotten after a
 * while, never counts where somebody was ill, and takes no right to book from anybody: care is for whoever needs it.
 * The numbers are our own choice, in this one place.
 */
import { addMinutes, type Instant } from '../../kernel/time'
import type { Span } from '../calendar'

const DAY = 24 * 60

/** The code at the door is taken from so long before the start until the end. */
const CHECK_IN_BEFORE_MINUTES = 60
/** A list that was kept without network may come in as long after the end. */
const MARK_WITHIN_MINUTES = 14 * DAY
/** Whoever did not come may say why until so long after the end. */
const APPEAL_WITHIN_MINUTES = 14 * DAY
/** Not having come is forgotten so long after the end. */
export const NO_SHOW_KEPT_MINUTES = 90 * DAY

export const noShowGrades = ['reminder', 'warning', 'call'] as const
/** reminder 提醒 · warning 提示 · call 下次先打电话问一声. None of them closes anything. */
export type NoShowGrade = (typeof noShowGrades)[number]

/** How often somebody must not have come for each grade, severest first. */
const gradesFrom: readonly (readonly [times: number, NoShowGrade])[] = [
  [3, 'call'],
  [2, 'warning'],
  [1, 'reminder'],
]

export const noShowExpiry = ({ endAt }: Pick<Span, 'endAt'>): Instant =>
  addMinutes(endAt, NO_SHOW_KEPT_MINUTES)
export const appealUntil = ({ endAt }: Pick<Span, 'endAt'>): Instant =>
  addMinutes(endAt, APPEAL_WITHIN_MINUTES)
export const markUntil = ({ endAt }: Pick<Span, 'endAt'>): Instant => addMinutes(endAt, MARK_WITHIN_MINUTES)

/** Where somebody stands by what they missed; undefined: nothing counts against them. */
export const gradeOf = (missed: readonly Pick<Span, 'endAt'>[], now: Instant): NoShowGrade | undefined => {
  const times = missed.filter(one => now < noShowExpiry(one)).length
  return gradesFrom.find(([from]) => times >= from)?.[1]
}

/** From when on a mark can be made: that somebody came a little before it begins, that they did not once it has. */
export const markFrom = ({ startAt }: Pick<Span, 'startAt'>, as: 'came' | 'absent' | 'excused'): Instant =>
  as === 'came' ? addMinutes(startAt, -CHECK_IN_BEFORE_MINUTES) : startAt

/** Whether somebody can be let in by the code at the door now. */
export const isCheckInTime = ({ startAt, endAt }: Span, now: Instant): boolean =>
  addMinutes(startAt, -CHECK_IN_BEFORE_MINUTES) <= now && now < endAt
