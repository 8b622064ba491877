/**
 * A child's day: it is brought (`arrive`), things are noted meanwhile (`care`), and it is fetched (`leave`), once, by its
 * guardian or by somebody whom the guardian has named and not taken back, who shows the code of the day or whom the
 * guardian confirms on the telephone. What staff write down later than it happened is judged by the moment of which it
 * tells; a code is judged by now.
 */

import { MOST_EVENTS, MOST_EVENTS_WITH_ENDS } from '@yike/shared/booking/rules/pickup'
import type { CareEvent, Fetcher } from '@yike/shared/booking/schema/pickup'
import { type Id, spokenNumber } from '@yike/shared/kernel/id'
import type { Part } from '@yike/shared/kernel/lifecycle'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import type { Instant } from '@yike/shared/kernel/time'
import { noted } from '../../../platform/wechat/wording'
import type { BookingRecord } from '../../store'

export interface Named extends Omit<Fetcher, 'onlyThis'> {
  /** Absent: for all that this child is booked for. */
  readonly bookingId?: Id<'booking'>
  readonly endedAt?: Instant
}

/** Of a child, whatever it is booked for. Version 0: nothing is written of it yet. */
export interface ChildRecord {
  readonly personId: Id<'person'>
  readonly version: number
  readonly phone?: string | undefined
  readonly fetchers: readonly Named[]
}

export interface Code {
  /** From which its digits follow. */
  readonly seed: string
  /** Absent: for the guardian. */
  readonly fetcherId?: Id<'fetcher'> | undefined
  readonly untilAt: Instant
  readonly wrong: number
  readonly usedAt?: Instant
}

export interface HandoverRecord {
  readonly bookingId: Id<'booking'>
  readonly residentId: Id<'resident'>
  readonly version: number
  readonly code?: Code | undefined
  readonly lastActorId?: Id<'resident'> | undefined
  readonly timeline: readonly CareEvent[]
}

/** All that an act at the class door looks at and may change. */
export interface Fetching {
  readonly booking: BookingRecord
  readonly part: Part
  readonly child: ChildRecord
  readonly handover: HandoverRecord
}

export interface Acting {
  readonly actorId: Id<'resident'>
  readonly now: Instant
}

export type Step<Refusal extends string> = Result<Fetching, Refusal>
export type Said = Omit<CareEvent, 'at' | 'by' | 'verb' | 'wording' | 'staffNumber'>

type Line = readonly [found: Fetching, verb: string, at: Instant, said: Said, acting: Acting]

const upTo =
  (most: number) =>
  (...line: Line): Step<'booking.record_full'> =>
    line[0].handover.timeline.length < most ? ok(write(...line)) : refuse('booking.record_full')

/** One line more of the day, by whoever acts, if there is room for remarks. */
export const note = upTo(MOST_EVENTS)

/** Who may fetch has room beyond remarks: a child whom nobody named can fetch would stay. */
export const noteName = upTo(MOST_EVENTS_WITH_ENDS)

/** What must hold whether its line has room or not. */
export const noteEnd = (...line: Line): Fetching =>
  line[0].handover.timeline.length < MOST_EVENTS_WITH_ENDS ? write(...line) : line[0]

/** Of what happens once in a day: remarks never keep a child from being handed over. */
export const write = (...[found, verb, at, { note: words, ...said }, { actorId }]: Line): Fetching => {
  const { handover, part } = found
  const event: CareEvent = {
    ...{ at, verb, by: part, ...said, ...noted(words, part) },
    ...(part === 'staff' && { staffNumber: spokenNumber(actorId) }),
  }
  return {
    ...found,
    handover: {
      ...handover,
      version: handover.version + 1,
      ...(part === 'staff' && { lastActorId: actorId }),
      timeline: [...handover.timeline, event],
    },
  }
}

/** The last of its kind. */
export const eventOf = ({ handover }: Fetching, verb: string): CareEvent | undefined =>
  handover.timeline.findLast(event => event.verb === verb)
