/** What of a season does not fit together or does not go with its offering, and what would fit instead. */
import { QUARTER_MINUTES } from '@yike/shared/booking/calendar'
import { type Dates, datesOfSlot, meets, overlap, type WeeklySlot } from '@yike/shared/booking/rules/season'
import type { SeasonFields } from '@yike/shared/booking/schema/season'
import type { DayKindOf } from '@yike/shared/circle/hours'
import type { NextAction } from '@yike/shared/kernel/problem'
import {
  addDays,
  addMinutes,
  clockOf,
  clockOfMinute,
  type Instant,
  type LocalDate,
  localDate,
  spokenDate,
  weekdayName,
} from '@yike/shared/kernel/time'
import type { Offering } from '../../../circle/handlers'
import { mostInOneGo } from '../series'
import { missingOf, seatsIn } from './hours'

interface Known {
  readonly dayKindOf: DayKindOf
  /** Is all of it booked already? */
  readonly isFull: (slot: WeeklySlot, on: LocalDate) => boolean
  readonly now: Instant
}

interface Misfit {
  readonly field: keyof SeasonFields
  readonly why: string
  /** What would fit there, where that follows. */
  readonly instead?: NextAction
}

/** So much lies between the end of the requests and the number: the list is frozen and published meanwhile. */
const MINUTES_BEFORE_DRAW = 60

/** A Monday, to name weekdays by. */
const MONDAY = '2024-01-01'
const spokenSlot = ({ weekday, fromMinute, toMinute }: WeeklySlot): string =>
  `${weekdayName(addDays(MONDAY, weekday))} ${clockOfMinute(fromMinute)}–${clockOfMinute(toMinute)}`

const spoken = (on: LocalDate, now: Instant): string => spokenDate(on, localDate(now))

const endingOn = (to: LocalDate, now: Instant): NextAction => ({
  do: 'fill',
  label: `改成到${spoken(to, now)}为止`,
  fields: { to },
})
/** What is said of a season of which only so much fits into one write: the rest is another one. */
export const wideUntil = (to: LocalDate, now: Instant): { detail: string; next: NextAction[] } => ({
  detail: `同一处场地的项目多，一次封不下这么多天。先开到${spoken(to, now)}为止，余下的另开一季。`,
  next: [endingOn(to, now)],
})

const beginningOn = (from: LocalDate, now: Instant): NextAction => ({
  do: 'fill',
  label: `改成从${spoken(from, now)}开始`,
  fields: { from },
})

const firstOf = (from: LocalDate, slot: WeeklySlot): LocalDate =>
  datesOfSlot({ from, to: addDays(from, 6) }, slot)[0] ?? from
const earliest = (dates: readonly LocalDate[]): LocalDate => [...dates].sort()[0] ?? ''

/** Advice on each thing that does not fit; empty: all of it does. */
export const misfitsOf = (typed: SeasonFields, offering: Offering, known: Known): Misfit[] => {
  const { now } = known
  const { from, to, slots, closesAt, drawAt } = typed
  const lengths = slots.map(slot => datesOfSlot(typed, slot).length)
  const most = mostInOneGo({ ...offering, quotas: [] })
  const misfits: Misfit[] = []
  if (from > to || lengths.includes(0)) {
    const end =
      slots
        .map(slot => firstOf(from, slot))
        .sort()
        .at(-1) ?? from
    const why = '结束日期要在开始日期之后，每个时段至少轮到一次。'
    misfits.push({ field: 'to', why, instead: endingOn(end, now) })
  }
  if (Math.max(...lengths) > most) {
    const end = earliest(slots.map(slot => addDays(firstOf(from, slot), 7 * most - 1)))
    const why = `这一项一季最多 ${most} 周，先开到${spoken(end, now)}，余下的另开一季。`
    misfits.push({ field: 'to', why, instead: endingOn(end, now) })
  }
  if (closesAt <= now) misfits.push({ field: 'closesAt', why: '报名截止要在现在以后。' })
  const drawable = addMinutes(closesAt, MINUTES_BEFORE_DRAW)
  if (drawAt < drawable) {
    const why = `开奖至少在报名截止 ${MINUTES_BEFORE_DRAW} 分钟以后，名单要先封存公布。`
    const when = `${spoken(localDate(drawable), now)} ${clockOf(drawable)}`
    misfits.push({
      ...{ field: 'drawAt', why },
      instead: { do: 'fill', label: `改成${when}开奖`, fields: { drawAt: drawable } },
    })
  }
  if (localDate(drawAt) >= from) {
    const [, latest = drawAt] = [drawAt, drawable].sort()
    const why = '开始日期要在开奖那天以后。'
    misfits.push({ field: 'from', why, instead: beginningOn(addDays(localDate(latest), 1), now) })
  }
  if (typed.source !== 'hand' && !typed.issue)
    misfits.push({ field: 'issue', why: '写上是哪一期，例如 2026138。' })
  return [...misfits, ...slotMisfits(typed, offering, known)]
}

const isEven = ({ fromMinute, toMinute }: WeeklySlot): boolean =>
  fromMinute < toMinute && fromMinute % QUARTER_MINUTES === 0 && toMinute % QUARTER_MINUTES === 0

/** One at a time: what stands against a slot that cannot be read so says nothing more. */
const slotMisfits = (
  typed: SeasonFields,
  offering: Offering,
  { dayKindOf, isFull, now }: Known,
): Misfit[] => {
  const { slots } = typed
  const of = (why: string, instead?: NextAction): Misfit[] => [
    { field: 'slots', why, ...(instead && { instead }) },
  ]
  // Whoever asks for hours of a season is a person: withheld for a draw, such hours would be nobody's.
  if (offering.eligible?.team) return of('这一项只给团队约，抽签只能个人报名，请直接排给团队。')
  if (!slots.every(isEven)) return of('每个时段写起止时间，按刻钟，起在止前。')
  const twice = slots.find((one, i) =>
    slots.slice(i + 1).some(other => overlap(one, offering, other, offering)),
  )
  if (twice) return of(`${spokenSlot(twice)} 和另一个时段重叠了，或中间没留够准备时间，请改开。`)
  const isShut = (slot: WeeklySlot) => {
    const count = datesOfSlot(typed, slot).length
    return count > 0 && missingOf(offering, typed, slot, dayKindOf).length === count
  }
  const shut = slots.find(isShut)
  if (shut) return of(`${spokenSlot(shut)} 整季都不开放，或不是能约的起止时间，请换一个。`)
  const unserved = slots.find(
    slot => datesOfSlot(typed, slot).length > 0 && seatsIn(offering, typed, slot) === 0,
  )
  if (unserved) return of(`${spokenSlot(unserved)} 没有人值班，约不了，先在值班表里排上人。`)
  const booked = slots.find(slot => {
    const missing = new Set(missingOf(offering, typed, slot, dayKindOf).map(({ on }) => on))
    const dates = datesOfSlot(typed, slot)
    return dates.length > 0 && dates.every(on => missing.has(on) || isFull(slot, on))
  })
  if (booked) return of(`${spokenSlot(booked)} 整季都约出去了，请换一个，或从约满的日子以后开始。`)
  for (const slot of slots) {
    const other = offering.seasons?.find(held => meets({ ...offering, ...typed, slots: [slot] }, held))
    if (!other) continue
    const free = addDays(other.to, 1)
    return of(
      `${spokenSlot(slot)} 已经留给另一次抽签，到${spoken(other.to, now)}为止。`,
      isFree(typed, free) ? beginningOn(free, now) : undefined,
    )
  }
  return []
}

/** Does all of it still lie ahead when it begins then? */
const isFree = ({ to, slots }: Dates & { slots: readonly WeeklySlot[] }, from: LocalDate): boolean =>
  slots.every(slot => firstOf(from, slot) <= to)
