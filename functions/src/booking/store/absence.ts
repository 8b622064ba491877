/**
 * Who did not come, by whoever booked: one item, written with the mark itself, so that a list of a day asks for all who
 * are on it at once and not for the bookings of each.
 */
import { NO_SHOW_KEPT_MINUTES } from '@yike/shared/booking/rules/presence'
import type { Id } from '@yike/shared/kernel/id'
import { addMinutes, type Instant } from '@yike/shared/kernel/time'
import { keys } from '../../platform/keys'
import type { Change, Item, Table } from '../../platform/table'
import type { BookingRecord } from './index'

export interface Absence {
  readonly endAt: Instant
  /** When it was marked. */
  readonly at: Instant
}

/** Marks are taken for two weeks after an end: the item outlives the last of what it remembers. */
const LONGER_MINUTES = 15 * 24 * 60

/** Where a move makes an absence of a booking, or takes it back. */
export const absenceChanges = (before: BookingRecord, after: BookingRecord): Change<never>[] => {
  const { residentId, bookingId, state, endAt, timeline } = after
  if ((before.state === 'absent') === (state === 'absent')) return []
  const update = keys.absences(residentId)
  if (state !== 'absent') return [{ update, remove: [bookingId] }]
  const at = timeline.at(-1)?.at ?? endAt
  const expiresAt = addMinutes(at, NO_SHOW_KEPT_MINUTES + LONGER_MINUTES)
  const absence: Absence = { endAt, at }
  return [
    { update, set: { [bookingId]: absence, expiresAtSeconds: Math.ceil(Date.parse(expiresAt) / 1000) } },
  ]
}

const absencesIn = (item: Item | undefined): (Absence & { readonly bookingId: string })[] =>
  Object.entries(item ?? {})
    .filter(([name]) => name.startsWith('bk_'))
    .map(([bookingId, absence]) => ({ bookingId, ...(absence as Absence) }))

/** Of each of these, what they missed. */
export const loadAbsences = async (
  table: Table,
  residentIds: readonly Id<'resident'>[],
): Promise<ReadonlyMap<string, readonly Absence[]>> => {
  const items = await table.getAll(residentIds.map(keys.absences))
  return new Map(residentIds.map((residentId, i) => [residentId, absencesIn(items[i])]))
}

/** The same of one, with the mark that was written last. */
export const loadAbsencesOf = async (table: Table, residentId: Id<'resident'>) =>
  absencesIn(await table.get(keys.absences(residentId), { consistent: true }))

export const forgetChange = (
  residentId: Id<'resident'>,
  absences: readonly { readonly bookingId: string }[],
): Change<never> => ({
  update: keys.absences(residentId),
  remove: absences.map(({ bookingId }) => bookingId),
})
