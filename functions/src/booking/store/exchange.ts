/** One write that gives something back and takes something else, of the same sheets and rations too. */
import { dayParts, quartersOf, takenSpan } from '@yike/shared/booking/calendar'
import { holds } from '@yike/shared/booking/lifecycle'
import type { Offering } from '../../circle/handlers'
import { absent, all, type Condition, equal, noneAbove } from '../../platform/condition'
import { keys } from '../../platform/keys'
import type { Change } from '../../platform/table'
import type { FullCode, Placed } from '../domain'
import { type BookingRecord, bookingItem } from './index'
import { moveChanges } from './move'
import { countChanges, discountChanges } from './quota'
import { giveBackChanges, takeChanges } from './sheet'
import { takingBackChanges } from './taking'

type TakeCode = FullCode | 'booking.quota_used'
type Counts = Readonly<Record<string, number>>

/** All that it holds, if it holds anything. */
const givenBack = (before: BookingRecord): Change<never>[] =>
  holds(before.state)
    ? [
        ...giveBackChanges(...before.takes.map(taken => ({ taken, span: before }))),
        ...discountChanges(before.uses ?? []),
      ]
    : []

/** What is given back of an item leaves so much more room in it. */
const roomier = (condition: Condition, given: Counts): Condition => {
  if (condition.is === 'all') return { ...condition, of: condition.of.map(one => roomier(one, given)) }
  if (condition.is !== 'noneAbove') return condition
  const limits = Object.entries(condition.limits).map(([name, most]) => [name, most - (given[name] ?? 0)])
  return { ...condition, limits: Object.fromEntries(limits) }
}

/** A transaction touches an item once: what is given back and taken of one is one change. */
const exchanged = <Code extends string>(
  taken: readonly Change<Code>[],
  given: readonly Change<never>[],
): Change<Code>[] => {
  const nameOf = (change: Change<Code>) =>
    'update' in change ? `${change.update.pk} ${change.update.sk}` : undefined
  const names = new Set(taken.map(nameOf))
  const both = taken.map((change): Change<Code> => {
    const other = given.find(one => 'update' in one && nameOf(one) === nameOf(change))
    if (!('update' in change) || !other || !('update' in other)) return change
    const add: Record<string, number> = { ...change.add }
    for (const [name, by] of Object.entries(other.add ?? {})) add[name] = (add[name] ?? 0) + by
    return change.if ? { ...change, add, if: roomier(change.if, other.add ?? {}) } : { ...change, add }
  })
  return [...both, ...given.filter(one => !names.has(nameOf(one)))]
}

/** Somebody's own time in place of nothing, or of what was held for them: nobody else has moved it since it was read. */
export const restoreChanges = (
  before: BookingRecord,
  placed: Placed,
): Change<TakeCode | 'booking.wrong_state'>[] => [
  { put: bookingItem(placed.booking), if: equal('version', before.version), else: 'booking.wrong_state' },
  ...exchanged(takingBackChanges(placed), givenBack(before)),
]

/** An offer beside what its owner has taken; `former`: the same offer, as it ended when its time closed once more. */
export const offerBackChanges = (
  placed: Placed,
  former: BookingRecord | undefined,
): Change<TakeCode | 'booking.known'>[] => [
  {
    put: bookingItem(former ? { ...placed.booking, version: former.version + 1 } : placed.booking),
    if: former ? equal('version', former.version) : absent(),
    else: 'booking.known',
  },
  ...takingBackChanges(placed),
]

/** What is taken in place of something else, and the end of that, where it is still to come. */
export const takeInsteadChanges = (
  offered: BookingRecord,
  taken: BookingRecord,
  other: { readonly before: BookingRecord; readonly after: BookingRecord } | undefined,
): Change<'booking.not_back' | 'booking.wrong_state'>[] => {
  const { body, uses = [] } = offered.insteadOf ?? {}
  const wanted = [
    ...(body ? takeChanges(body, offered, 'booking.not_back' as const) : []),
    ...countChanges(uses).map(change => ({ ...change, else: 'booking.not_back' as const })),
  ]
  return [
    ...moveChanges(offered, taken),
    ...(other
      ? [
          {
            put: bookingItem(other.after),
            if: equal('version', other.before.version),
            else: 'booking.wrong_state' as const,
          },
        ]
      : []),
    ...exchanged(wanted, other ? givenBack(other.before) : []),
  ]
}

/** Only while no more is taken of the room than there is by these terms: there may be less of it by now. */
export const withinRoom = <Code extends string>(
  changes: readonly Change<Code>[],
  booking: BookingRecord,
  {
    offeringId,
    version,
    capacity,
    staffing,
  }: Pick<Offering, 'offeringId' | 'version' | 'capacity' | 'staffing'>,
): Change<Code | 'booking.wrong_state'>[] => {
  const [room] = booking.takes
  // Whom carers leave without a seat a person decides.
  if (!room || staffing) return [...changes]
  const checks = dayParts(takenSpan(booking, room)).map(part => {
    const limits = Object.fromEntries(quartersOf(part).map(quarter => [quarter, capacity]))
    return {
      check: keys.daySheet(room.thingId, part.on),
      if: noneAbove({ ...limits, [offeringId]: version }),
    }
  })
  const of = (change: Change<Code>) =>
    checks.find(
      ({ check }) => 'update' in change && change.update.pk === check.pk && change.update.sk === check.sk,
    )
  const known = new Set(changes.map(of))
  return [
    ...changes.map(change => {
      const check = of(change)
      return check && 'update' in change
        ? {
            ...change,
            if: change.if ? all(change.if, check.if) : check.if,
            else: change.else ?? ('booking.wrong_state' as const),
          }
        : change
    }),
    ...checks.filter(one => !known.has(one)).map(one => ({ ...one, else: 'booking.wrong_state' as const })),
  ]
}
