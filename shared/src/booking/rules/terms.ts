/** How an offering may be booked, as data: the server decides by it and the phone shows by it before anybody taps. */
import {
  addDays,
  addMinutes,
  type Instant,
  type LocalDate,
  localDate,
  minutesBetween,
  spokenDate,
} from '../../kernel/time'
import { text, z } from '../../kernel/zod'
import { QUARTER_MINUTES, type Span } from '../calendar'
import { ageInMonths, type Candidate, calledIn, Eligibility, isDisabled, whyIneligible } from './eligibility'
import { spokenFirst } from './first-ones'
import { Quota } from './quota'

/** 老年人、未成年人、残疾人优先 (S2:L106, S3:L296). */
export const priorityGroups = ['elder', 'minor', 'disabled'] as const
export type PriorityGroup = (typeof priorityGroups)[number]

const whole = (min: number, max: number) => z.number().check(z.int(), z.gte(min), z.lte(max))
const minutes = (max: number) => whole(0, max)
const DAY = 24 * 60
/** All dates that may be booked by some terms are told of new ones in one transaction of 100. */
export const MOST_DAYS_AHEAD = 90
/** 100,000 yuan: a slip of the finger lies above it. */
const fen = whole(0, 10_000_000)

/** A dearer or cheaper price for some, and why: the first that fits holds. */
const PriceRule = z.object({
  eligible: Eligibility,
  priceFen: fen,
  /** In a few words, as the one who pays reads it: 70 岁以上免费. */
  why: text(40),
})

export const Terms = z.object({
  /** The shortest booking. All lengths are multiples of 15 minutes. */
  slotMinutes: whole(15, DAY),
  /** From one start to the next; absent: the slot with what is kept free around it. */
  stepMinutes: z.optional(whole(15, DAY)),
  /** The longest booking, in steps from the shortest; absent: all are of one length. */
  longestMinutes: z.optional(whole(15, DAY)),
  /** Kept free before and after, to set up and clear away: taken of the thing, not of the person. */
  beforeMinutes: z.optional(minutes(120)),
  afterMinutes: z.optional(minutes(120)),
  /** Booked at the latest this long before the start. */
  noticeMinutes: minutes(90 * DAY),
  /** The same for staff who book for somebody on the telephone; absent: up to the start. */
  staffNoticeMinutes: z.optional(minutes(90 * DAY)),
  /** Booked at the earliest this many days ahead. */
  daysAhead: whole(0, MOST_DAYS_AHEAD),
  /** Some come first: everybody else may book only so many days later. */
  priority: z.optional(
    z.object({ groups: z.array(z.enum(priorityGroups)).check(z.maxLength(3)), days: whole(1, 30) }),
  ),
  /** Cancelled by oneself at the latest this long before the start. */
  cancelMinutes: minutes(90 * DAY),
  needsApproval: z.boolean(),
  eligible: z.optional(Eligibility),
  quotas: z.optional(z.array(Quota).check(z.maxLength(6))),
  /** Fen (0.01 CNY) for one slot; 0 is free. */
  priceFen: fen,
  prices: z.optional(z.array(PriceRule).check(z.maxLength(6))),
})
export type Terms = z.output<typeof Terms>

export const audiences = ['resident', 'staff'] as const
/** Who books: residents for themselves, staff for somebody who called or stands before them. */
export type Audience = (typeof audiences)[number]

export const shuts = ['past', 'too_late', 'too_early'] as const
/** Why a start cannot be booked at a moment, whatever is free. */
export type Shut = (typeof shuts)[number]

/** From one start to the next. */
export const stepOf = ({ slotMinutes, stepMinutes, beforeMinutes = 0, afterMinutes = 0 }: Terms): number =>
  stepMinutes ?? slotMinutes + beforeMinutes + afterMinutes

/** Every length that can be booked, shortest first. */
export const lengthsOf = (terms: Terms): number[] => {
  const { slotMinutes, longestMinutes = slotMinutes, stepMinutes = slotMinutes } = terms
  const steps = Math.floor((longestMinutes - slotMinutes) / Math.max(stepMinutes, QUARTER_MINUTES))
  return Array.from({ length: steps + 1 }, (_, i) => slotMinutes + i * stepMinutes)
}

const belongsTo: Record<PriorityGroup, (person: Candidate, on: LocalDate) => boolean> = {
  elder: ({ bornOn }, on) => bornOn !== undefined && ageInMonths(bornOn, on) >= 60 * 12,
  minor: ({ bornOn }, on) => bornOn !== undefined && ageInMonths(bornOn, on) < 18 * 12,
  disabled: isDisabled,
}

/** Is this somebody who comes before everybody else, by the terms? */
export const comesFirst = (
  { priority }: Pick<Terms, 'priority'>,
  person: Candidate,
  on: LocalDate,
): boolean => priority?.groups.some(group => belongsTo[group](person, on)) ?? false

/** What rests on their certificate alone, if anything: that it is for them, or that they come first. The write asks that it still holds. */
export const byCertificate = (
  terms: Pick<Terms, 'priority' | 'eligible'>,
  person: Candidate,
  on: LocalDate,
): 'eligible' | 'first' | undefined => {
  if (terms.eligible?.disabled) return 'eligible'
  const isFirst =
    comesFirst(terms, person, on) && !comesFirst(terms, { ...person, disabledUntil: undefined }, on)
  return isFirst ? 'first' : undefined
}

/** The first date on which somebody may book a day: who comes first earlier than who does not. */
const opensOn = (terms: Terms, on: LocalDate, person: Candidate): LocalDate => {
  const { daysAhead, priority } = terms
  const waits = priority && !comesFirst(terms, person, on) ? priority.days : 0
  return addDays(on, waits - daysAhead)
}

/** The first and the last date that somebody may book now, as far as notice and days ahead say. */
export const openDates = (
  terms: Terms,
  now: Instant,
  person: Candidate,
): { readonly first: LocalDate; readonly last: LocalDate } => {
  const last = addDays(localDate(now), terms.daysAhead)
  const { priority } = terms
  return {
    first: localDate(addMinutes(now, terms.noticeMinutes)),
    last: priority && !comesFirst(terms, person, last) ? addDays(last, -priority.days) : last,
  }
}

/**
 * Why a start on a date cannot be booked at this moment by this person, whatever is free; `anybody`: not even by who
 * comes first. What holds for the whole date is settled once.
 */
export const shutOn = (
  terms: Terms,
  on: LocalDate,
  now: Instant,
  person: Candidate | 'anybody',
  audience: Audience = 'resident',
): ((startAt: Instant) => Shut | undefined) => {
  const notice = audience === 'staff' ? (terms.staffNoticeMinutes ?? 0) : terms.noticeMinutes
  const soonest = addMinutes(now, notice)
  const first = person === 'anybody' ? addDays(on, -terms.daysAhead) : opensOn(terms, on, person)
  const isEarly = localDate(now) < first
  return startAt => {
    if (startAt <= now) return 'past'
    if (startAt < soonest) return 'too_late'
    return isEarly ? 'too_early' : undefined
  }
}

export const whyShut = (
  terms: Terms,
  startAt: Instant,
  now: Instant,
  person: Candidate | 'anybody',
  audience?: Audience,
): Shut | undefined => shutOn(terms, localDate(startAt), now, person, audience)(startAt)

/** When it opens for whoever asks too early; `first`: who comes before, said where nothing else is in the way. */
export type EarlyFacts = { readonly opensOn: LocalDate; readonly first?: string }

export const earlyFacts = (terms: Terms, startAt: Instant, now: Instant, person: Candidate): EarlyFacts => {
  const on = localDate(startAt)
  const isOpenToFirst = addDays(on, -terms.daysAhead) <= localDate(now)
  return {
    opensOn: opensOn(terms, on, person),
    ...(terms.priority && isOpenToFirst && { first: terms.priority.groups.join(' ') }),
  }
}

/** The same in words. */
export const whyTooEarly = ({ opensOn: day, first }: EarlyFacts, now: Instant, person: Candidate): string => {
  const opens = `${spokenDate(day, localDate(now))}起能约。`
  if (!first) return `这一天从${opens}`
  return `先给${spokenFirst(first)}约，${calledIn(person)}从${opens}`
}

export interface Price {
  readonly priceFen: number
  /** Why it is this price for this person; absent: it is everybody's. */
  readonly why?: string
}

/** What a booking costs this person: the price of a slot for each begun slot of its length. */
export const priceFor = (terms: Terms, person: Candidate, span: Span): Price => {
  const slots = Math.ceil(minutesBetween(span.startAt, span.endAt) / terms.slotMinutes)
  const special = terms.prices?.find(({ eligible }) => !whyIneligible(eligible, person, span))
  return {
    priceFen: (special?.priceFen ?? terms.priceFen) * slots,
    ...(special && { why: special.why }),
  }
}
