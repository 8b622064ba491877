/**
 * Under which number somebody can be called about a booking. A child's is the one that its guardian left for the class; a
 * caller's the one that they called from. Whoever booked in the app is called on the number that they gave for the case
 * that a message does not reach them, and only then.
 */
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import type { Id } from '@yike/shared/kernel/id'
import { ok, type Result } from '@yike/shared/kernel/result'
import type { Instant } from '@yike/shared/kernel/time'
import { loadOpenGrant, loadPhone, noteLook, queryPhoned } from '../../identity/handlers'
import type { Actor } from '../../platform/actor'
import type { Table } from '../../platform/table'
import type { ChildRecord } from '../domain'
import { type BookingRecord, loadPickups } from '../store'

/** What was given with the booking or for the class. */
export const phoneOf = ({ phone }: BookingRecord, child?: ChildRecord): string | undefined =>
  child?.phone ?? phone

/** The same for many. */
export const phonesFor = async (
  table: Table,
  bookings: readonly BookingRecord[],
): Promise<(booking: BookingRecord) => string | undefined> => {
  const children = bookings.filter(({ kind }) => kind === 'childcare')
  const written = await loadPickups(table, children)
  const childOf = new Map(children.map(({ bookingId }, i) => [bookingId, written[i]?.child]))
  return booking => phoneOf(booking, childOf.get(booking.bookingId))
}

/** Somebody who is to be called on the number that they gave themselves. */
interface Callee {
  readonly residentId: Id<'resident'>
  /** Of whoever booked it for its owner: their name. */
  readonly whose?: string
}

/** The owner; and where they gave no number whoever booked it for them, as long as the grant lasts, who can pass it on. */
const calleesOf = async (
  table: Table,
  { residentId, delegateId, grantId }: BookingRecord,
  now: Instant,
): Promise<Callee[]> => {
  const grant = delegateId && grantId && (await loadOpenGrant(table, grantId, now))
  // A number is never shown as somebody else's: without a name there is none.
  const whose = grant ? grant.holderName : undefined
  return [{ residentId }, ...(delegateId && whose ? [{ residentId: delegateId, whose }] : [])]
}

/** Of bookings that somebody has to be called about: whether there is a number at all. */
export const callableOf = async (
  table: Table,
  bookings: readonly BookingRecord[],
  now: Instant,
): Promise<(booking: BookingRecord) => boolean> => {
  const known = await phonesFor(table, bookings)
  const others = bookings.filter(booking => known(booking) === undefined)
  const callees = await Promise.all(others.map(one => calleesOf(table, one, now)))
  const given = await queryPhoned(
    table,
    callees.flat().map(({ residentId }) => residentId),
  )
  const callable = new Set(
    others
      .filter((_, i) => callees[i]?.some(({ residentId }) => given.has(residentId)))
      .map(({ bookingId }) => bookingId),
  )
  return booking => known(booking) !== undefined || callable.has(booking.bookingId)
}

/** The number that somebody has left for such a call, as it stands now; whose it is reads that it was shown. */
export const showPhone = async (
  table: Table,
  actor: Actor,
  booking: BookingRecord,
  now: Instant,
): Promise<Result<{ phone?: string; whose?: string }, 'request.busy'>> => {
  for (const { residentId, whose } of await calleesOf(table, booking, now)) {
    if (!(await loadPhone(table, residentId)).phone) continue
    const seen = {
      residentId,
      about: 'phone',
      caseId: booking.bookingId,
      name: spokenOffering(booking),
    } as const
    const noted = await noteLook(table, actor, seen, now)
    if (!noted.ok) return noted
    // Noting takes a moment, in which it may have been taken back.
    const { phone } = await loadPhone(table, residentId)
    if (phone) return ok({ phone, ...(whose && { whose }) })
  }
  return ok({})
}
