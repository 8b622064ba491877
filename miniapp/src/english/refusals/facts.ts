/** What a refusal tells of its very case, from its facts: the sentence of the server is Chinese. */
import type { IneligibleFacts } from '@yike/shared/booking/rules/eligibility'
import type { UsedFacts } from '@yike/shared/booking/rules/quota'
import type { Reason } from '@yike/shared/booking/rules/reasons'
import type { EarlyFacts } from '@yike/shared/booking/rules/terms'
import type { Problem } from '@yike/shared/kernel/problem'
import { firstOnes, notFor } from '../booking/not-for'
import { bulletin } from '../bulletin'
import { age, count, long } from '../count'
import { months } from '../months'
import { shanghai } from './moment'

/** 30 Nov */
const spokenDate = (on: string): string => {
  const [, month, day] = on.split('-').map(Number)
  return `${day} ${months[(month ?? 1) - 1]}`
}

const whose: Readonly<Record<UsedFacts['per'], string>> = {
  person: 'Each person',
  family: 'Each household',
  team: 'Each team',
  community: 'Each community',
}

const amountOf = ({ count: of }: Pick<UsedFacts, 'count'>, amount: number): string =>
  of === 'bookings' ? count(amount, 'booking') : long(amount)

const spokenUsed = (facts: UsedFacts): string => {
  const { per, within, most, left, againOn } = facts
  const rule = `${whose[per]} may have ${amountOf(facts, most)} a ${within}`
  if (!againOn) return `${rule}; this one alone is more. Please make it shorter.`
  const rest = left > 0 ? `only ${amountOf(facts, left)} left` : 'all used'
  return `${rule}; ${rest} that ${within}. It starts anew on ${spokenDate(againOn)}.`
}

export const spokenEarly = ({ opensOn, first }: EarlyFacts): string => {
  const opens = `you can book it from ${spokenDate(opensOn)} on.`
  if (!first) return `This day is not open yet: ${opens}`
  return `First it is for ${firstOnes(first)}; ${opens}`
}

const spokenAges = ({ min, below }: IneligibleFacts): string =>
  [min !== undefined && `from ${age(min)}`, below !== undefined && `younger than ${age(below)}`]
    .filter(Boolean)
    .join(' and ')

const spokenIneligible = (facts: IneligibleFacts): string => {
  const isOfAge = facts.rule === 'too_young' || facts.rule === 'too_old' || facts.rule === 'age_unknown'
  return isOfAge ? `${notFor[facts.rule]} It is for people ${spokenAges(facts)}.` : notFor[facts.rule]
}

interface Clash {
  readonly is: 'this' | 'other'
  readonly what: string
  readonly startAt: string
}

const spokenClash = ({ is, what, startAt }: Clash): string =>
  is === 'this'
    ? 'This time is booked already: no need to book it again.'
    : `${what} is booked for ${shanghai(startAt)}, at the same time.`

interface Missing {
  readonly name: string
  readonly count: number
}

interface End {
  readonly endedBy: 'giver' | 'holder' | 'time'
  readonly on: string
}

const ends: Readonly<Record<End['endedBy'], string>> = {
  giver: 'They took it back',
  holder: 'You ended it',
  time: 'It ran out',
}

/** By its code, what its facts say; what else is told of it in Chinese is left out. */
const details: Readonly<Record<string, (facts: never, titleOf: (code: string) => string) => string>> = {
  'booking.quota_used': spokenUsed,
  'booking.too_early': spokenEarly,
  'booking.closed': ({ why, reason }: { why: string; reason?: Reason }) =>
    `It is closed on this day: ${reason ? bulletin.reasons[reason] : why}.`,
  'booking.not_eligible': spokenIneligible,
  'booking.wish_not_for': spokenIneligible,
  'booking.person_busy': spokenClash,
  'booking.slot_full': spokenClash,
  'booking.equipment_unknown': ({ name, count: most }: Missing) =>
    most === 0 ? `There is no ${name} to lend here.` : `There are only ${most} of ${name}.`,
  'booking.grant_over': ({ endedBy, on }: End) =>
    `${ends[endedBy]} on ${spokenDate(on)}. To act for them again, ask them to let you.`,
  'booking.series_long': ({ most }: { most: number }) =>
    `At most ${count(most, 'date')} at once: book the rest afterwards.`,
  'booking.series_moved': ({ startAt, code }: { startAt: string; code: string }, titleOf) =>
    `${shanghai(startAt)}: ${titleOf(code)} So nothing was booked.`,
}

/** Undefined: nothing but what the title says. */
export const detailOf = (
  { code, facts }: Pick<Problem, 'code' | 'facts'>,
  titleOf: (code: string) => string,
): string | undefined => (facts ? details[code]?.(facts as never, titleOf) : undefined)
