import type { BookingKind, Purpose } from '@yike/shared/booking/kinds'
import type { Eligibility } from '@yike/shared/booking/rules/eligibility'
import type { PriceClass } from '@yike/shared/circle/schema'
import type { Offering } from '../../circle/store'

export type Terms = Pick<Offering, 'needsApproval' | 'noticeMinutes' | 'daysAhead' | 'cancelMinutes'>

/** What only some offerings have. */
export type More = Partial<
  Pick<
    Offering,
    | 'longestMinutes'
    | 'stepMinutes'
    | 'beforeMinutes'
    | 'afterMinutes'
    | 'priority'
    | 'eligible'
    | 'forWhom'
    | 'quotas'
    | 'prices'
    | 'units'
    | 'closures'
    | 'papers'
    | 'modes'
    | 'equipment'
    | 'purpose'
  >
>

/** One way to book a thing, as a line of a table. The slot is in minutes, the price in fen for one slot. */
export type OfferRow = readonly [
  name: string,
  hours: string,
  slot: number,
  price: PriceClass,
  fen: number,
  terms: Terms,
  more?: More,
]

/** What is taken by a booking, how much of it there is, and the ways to book it: they share its seats. */
export interface Stock {
  readonly place: string
  readonly thing: string
  readonly kind: BookingKind
  /** What all of it is for; else each offer says so. */
  readonly purpose?: Purpose
  readonly capacity: number
  readonly forWhom: string
  /** The same as a rule, where there is one. */
  readonly eligible?: Eligibility
  /** False where nobody needs to be there: a parked car. */
  readonly attended?: boolean
  /** The thing of the same place that this is a part of, and its number of parts. */
  readonly partOf?: readonly [thing: string, parts: number]
  /** Only for who lives in the community of the place. */
  readonly neighboursOnly?: true
  /** Guests for each carer, and who is on duty from Monday to Saturday, or every day: name, from and to. */
  readonly staffing?: { readonly ratio: number; readonly carers: readonly Carer[]; readonly everyDay?: true }
  /** Who comes to the door, at most so many minutes on foot away. */
  readonly visitors?: { readonly names: readonly string[]; readonly reachMinutes: number }
  readonly offers: readonly OfferRow[]
}

export type Carer = readonly [name: string, fromHour: number, toHour: number]

const HOUR = 60
const DAY = 24 * HOUR

/** 老年人: from 60 on (老年人权益保障法 art. 2). */
export const elders: Eligibility = { ageMonths: { min: 60 * 12 } }
export const months = (min: number, below: number): Eligibility => ({ ageMonths: { min, below } })

const terms = (
  noticeMinutes: number,
  daysAhead: number,
  cancelMinutes: number,
  needsApproval = false,
): Terms => ({ noticeMinutes, daysAhead, cancelMinutes, needsApproval })

/** Whoever comes by may have it. */
export const onTheSpot = terms(0, 7, 30)
export const sameDay = terms(30, 14, HOUR)
/** Long enough ahead for every week of two months. */
export const everyWeek = terms(30, 60, HOUR)
export const ahead = terms(2 * HOUR, 14, 4 * HOUR)
/** Staff look at it first: long stays, where somebody has to be there for it. */
export const longStay = terms(12 * HOUR, 14, 12 * HOUR, true)
export const hall = terms(DAY, 30, DAY, true)
export const feast = terms(2 * DAY, 30, 2 * DAY, true)
export const lodging = terms(DAY, 30, 2 * DAY, true)
