/**
 * Reminding people of what they have booked: by a message where they have said yes to one, else by a call of staff. The
 * numbers are our own choice, in this one place.
 */
import { addDays, addMinutes, type Instant, instantAt, localDate, minuteOfDay } from '../../kernel/time'
import type { Span } from '../calendar'
import type { BookingKind } from '../kinds'

const HOUR = 60

/** So long before the start, where its offering says nothing else. Care is prepared for the day before; who books a court only has to think of it. */
const aheadMinutes: Readonly<Record<BookingKind, number>> = {
  elderCare: 24 * HOUR,
  childcare: 24 * HOUR,
  homeVisit: 24 * HOUR,
  counter: 24 * HOUR,
  venue: 4 * HOUR,
}

/** Nobody is woken: what would come at night comes the evening before. */
const DAY_BEGINS = 8 * HOUR
const EVENING_ENDS = 20 * HOUR

/** As staff set it for an offering; else by its kind. */
export const leadTimeOf = (kind: BookingKind, set?: number): number => set ?? aheadMinutes[kind]

export const remindAt = ({
  kind,
  startAt,
  remindMinutes,
}: Pick<Span, 'startAt'> & {
  readonly kind: BookingKind
  readonly remindMinutes?: number | undefined
}): Instant => {
  const at = addMinutes(startAt, -leadTimeOf(kind, remindMinutes))
  const minute = minuteOfDay(at)
  if (minute > EVENING_ENDS) return instantAt(localDate(at), EVENING_ENDS)
  return minute < DAY_BEGINS ? instantAt(addDays(localDate(at), -1), EVENING_ENDS) : at
}

/** What is known of a call is kept as long as who came. */
export const REMINDER_KEPT_DAYS = 90

export const callOutcomes = ['reached', 'noAnswer', 'cancel'] as const
/** reached 通知到了 · noAnswer 没人接 · cancel 本人说不来了，替他取消 */
export type CallOutcome = (typeof callOutcomes)[number]
