import { type BookingState, holds } from '@yike/shared/booking/lifecycle'
import { type Candidate, whyIneligible } from '@yike/shared/booking/rules/eligibility'
import type { Equipment } from '@yike/shared/booking/rules/equipment'
import type { Booking, Days } from '@yike/shared/booking/schema'
import type { Day, Slot } from '@yike/shared/booking/schema/day'
import type { OfferingCard, PlaceCard } from '@yike/shared/circle/schema'
import type { Person } from '@yike/shared/identity/schema'
import { type Instant, localDate, minuteOfDay } from '@yike/shared/kernel/time'
import { whyOf } from '../bulletin/view'
import { spokenHours, spokenList, spokenMoment, weekdayName } from '../platform/spoken'
import type { DayCell, SlotCell } from '../ui'
import { dayMarks, offerWords, overWord, shutWords, stateWords, swapWord, words } from './words'

export { timelineOf } from './view/story'

export const canBook = ({ left, shut }: Slot): boolean => left > 0 && !shut

/** It is full, and one can wait for it. */
export const canWaitFor = ({ left, shut }: Slot): boolean => left === 0 && !shut

export const slotAt = (found: Days | null, startAt: string): Slot | undefined =>
  found?.days.flatMap(({ slots }) => slots).find(slot => slot.startAt === startAt)

/** Places of care before the others; nearest first, as they came. */
export const careFirst = <P extends Pick<PlaceCard, 'bookable'>>(places: readonly P[]): P[] =>
  [...places].sort((one, other) => careRank(one) - careRank(other))

const careRank = ({ bookable }: Pick<PlaceCard, 'bookable'>): number =>
  bookable.includes('elderCare') ? 0 : 1

/** The first slot that can be booked now. */
export const firstFree = (days: readonly Day[]): Slot | undefined =>
  days.flatMap(({ slots }) => slots).find(canBook)

function markOf({ slots, calendarUnknown }: Day): string | undefined {
  if (calendarUnknown) return dayMarks.unknown
  if (slots.length === 0) return dayMarks.closed
  if (slots.every(({ shut }) => shut === 'too_early')) return dayMarks.early
  if (slots.every(({ shut }) => shut === 'past')) return dayMarks.over
  return slots.every(({ shut }) => shut) ? dayMarks.late : undefined
}

/** Why nothing of a day can be booked, where that is not simply that it is full or closed. */
export function whyNot(day: Day): string | undefined {
  const mark = markOf(day)
  const why = day.closed && whyOf(day.closed)
  if (why) return words.closedDay(why)
  if (mark === dayMarks.unknown) return words.unknownDay
  return mark === dayMarks.late ? words.lateDay : undefined
}

/** 27 · 12/1: where a month begins it says so, for the days of several stand in a row. */
const dayOf = (on: string): string => {
  const [, month, day] = on.split('-').map(Number)
  return day === 1 ? `${month}/1` : `${day}`
}

/** The strip of days. A day off or a day gone is not a full day: it has a word instead of a number. Seats of several times are not added up: nobody has them all. */
export const dayCells = (days: readonly Day[], at: Instant): DayCell[] =>
  days.map(day => {
    const mark = markOf(day)
    return {
      on: day.on,
      weekday: day.on === localDate(at) ? words.today : weekdayName(day.on),
      day: dayOf(day.on),
      free: mark ? null : day.slots.filter(canBook).length,
      ...(mark ? { mark } : {}),
    }
  })

const slotCell = ({ startAt, endAt, left, shut }: Slot): SlotCell => ({
  id: startAt,
  label: spokenHours(startAt, endAt),
  left,
  ...(shut && left > 0 ? { closed: shutWords[shut] } : {}),
})

const NOON = 12 * 60
const DUSK = 18 * 60
const isWholeDay = ({ startAt, endAt }: Slot): boolean =>
  minuteOfDay(startAt) < NOON - 120 && minuteOfDay(endAt) >= DUSK - 180

/** The slots of a day in its parts; those that have begun are gone. */
export function slotGroups({ slots }: Day): { title: string; slots: SlotCell[] }[] {
  const ahead = slots.filter(({ shut }) => shut !== 'past')
  const between = (from: number, to: number) =>
    ahead
      .filter(slot => !isWholeDay(slot))
      .filter(({ startAt }) => minuteOfDay(startAt) >= from && minuteOfDay(startAt) < to)
      .map(slotCell)
  const { whole, morning, afternoon, evening } = words.parts
  return [
    { title: whole, slots: ahead.filter(isWholeDay).map(slotCell) },
    { title: morning, slots: between(0, NOON) },
    { title: afternoon, slots: between(NOON, DUSK) },
    { title: evening, slots: between(DUSK, 24 * 60) },
  ]
}

/** 免费 · 8 元 · 12.5 元 */
export const priceWords = (fen: number): string => (fen === 0 ? words.free : words.yuan(String(fen / 100)))

const likely: Record<OfferingCard['kind'], readonly Person['relation'][]> = {
  elderCare: ['parent'],
  childcare: ['child', 'grandchild'],
  venue: [],
  homeVisit: ['parent'],
  counter: [],
}

/** What one should know before choosing: how often, who comes first. */
export const termLines = ({
  quotas = [],
  priority,
}: Pick<Days['offering'], 'quotas' | 'priority'>): string[] => [
  ...quotas.map(words.quota),
  ...(priority?.groups.length ? [words.priority(priority.groups.join(' '), priority.days)] : []),
]

/** Whom an offering is most likely for: care for a parent, childcare for the child, else whomever it is for at all. */
export const likelyPerson = <P extends Candidate & { readonly relation: Person['relation'] }>(
  { kind, eligible }: Pick<OfferingCard, 'kind' | 'eligible'>,
  people: readonly P[],
  slot: Pick<Slot, 'startAt'>,
): P | undefined => {
  const fitting = people.filter(person => !whyIneligible(eligible, person, slot))
  return fitting.find(({ relation }) => likely[kind].includes(relation)) ?? fitting[0] ?? people[0]
}

export const isComing = ({ state, endAt }: Booking, at: Instant): boolean =>
  (state === 'requested' || state === 'confirmed') && endAt > at

/** The state in a word: a booking that is over is no longer one to come to. */
export const stateWord = (
  { state, endAt, movedFrom, insteadOf }: Pick<Booking, 'state' | 'endAt' | 'movedFrom' | 'insteadOf'>,
  at: Instant,
) => {
  if (state === 'offered' && (movedFrom || insteadOf)) return swapWord
  return state === 'confirmed' && endAt <= at ? overWord : stateWords[state]
}

/** What is said of something that is held until its owner answers: a seat of a waiting list, or another time in place of one. */
export const offerSaid = ({ movedFrom, insteadOf }: Pick<Booking, 'movedFrom' | 'insteadOf'>) => {
  if (insteadOf) return offerWords.back
  return movedFrom ? offerWords.swap : offerWords.seat
}

export const soonestFirst = (bookings: readonly Booking[]): Booking[] =>
  [...bookings].sort((one, other) => (one.startAt < other.startAt ? -1 : 1))

/** A place in a queue, or a search for another time, is nothing that one may come to. */
export const isSettled = ({ state }: Booking): boolean => state !== 'waiting' && state !== 'displaced'

/** What comes after the next thing, by its time; and of it what one may come to first. */
export const laterOf = (later: readonly Booking[]): { later: Booking[]; soonest: Booking | undefined } => {
  const sorted = soonestFirst(later)
  return { later: sorted, soonest: sorted.find(isSettled) ?? sorted[0] }
}

/** Mine in the order that they matter: what comes soonest, then what is behind me, latest first. */
export function inOrder(
  bookings: readonly Booking[],
  at: Instant,
): Record<'offered' | 'seeking' | 'waiting' | 'coming' | 'past', Booking[]> {
  const soonest = (state: BookingState) => soonestFirst(bookings.filter(one => one.state === state))
  const open = {
    offered: soonest('offered'),
    // Nothing is looked for any more once its time has come.
    seeking: soonest('displaced').filter(({ startAt }) => startAt > at),
    waiting: soonest('waiting'),
    coming: soonestFirst(bookings.filter(one => isComing(one, at))),
  }
  const ahead = new Set(Object.values(open).flat())
  return { ...open, past: soonestFirst(bookings.filter(one => !ahead.has(one))).reverse() }
}

/** Whom it is for, and of a team who booked it. */
export const whomLines = ({ forName, team }: Pick<Booking, 'forName' | 'team'>): string[] => [
  words.forName(forName),
  ...(team ? [words.bookedBy(team.who)] : []),
]

/** How it can be cancelled, in words; nothing where there is nothing to cancel. */
export function cancelWords(
  { state, can, cancelBy }: { state: BookingState; can: Booking['can']; cancelBy?: Instant | undefined },
  at: Instant,
): string | undefined {
  if (!holds(state)) return undefined
  if (!can.includes('cancel')) return words.cancelClosed
  return cancelBy ? words.cancelUntil(spokenMoment(cancelBy, at)) : words.cancelAnyTime
}

/** 投影 × 1，桌椅 × 20 */
export const spokenEquipment = (equipment: readonly Equipment[]): string =>
  spokenList(...equipment.map(({ name, count }) => `${name} × ${count}`))
