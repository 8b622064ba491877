/** Which booking takes somebody's time already, as far as whoever asks may see it. */
import type { Span } from '@yike/shared/booking/calendar'
import { holds } from '@yike/shared/booking/lifecycle'
import { calledIn } from '@yike/shared/booking/rules/eligibility'
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import { LONGEST_OFFER_MINUTES } from '@yike/shared/booking/rules/waiting'
import type { Refusal } from '@yike/shared/kernel/result'
import { addMinutes, clockOf, type Instant, localDate, spokenDate } from '@yike/shared/kernel/time'
import type { Offering } from '../../circle/handlers'
import type { Table } from '../../platform/table'
import { bodyOf, isSeenUnder } from '../domain'
import { type BookingRecord, queryOwnedSince } from '../store'
import type { Whom } from './delegate'

/** No booking is longer. */
const LONGEST_MINUTES = 24 * 60

/** What holds the person's time then; undefined also where it is no booking, as a volunteer's task. */
export const clashOf = async (
  table: Table,
  offering: Offering,
  { residentId, person }: Pick<Whom, 'residentId' | 'person'>,
  { startAt, endAt }: Span,
  now: Instant,
): Promise<BookingRecord | undefined> => {
  const body = bodyOf(offering, person.personId)
  const inTheWay = async (since: Instant, until: Instant) =>
    (await queryOwnedSince(table, residentId, since, until)).find(
      one =>
        holds(one.state) &&
        startAt < one.endAt &&
        one.startAt < endAt &&
        one.takes.some(({ thingId }) => thingId === body),
    )
  return (
    (await inTheWay(addMinutes(startAt, -LONGEST_MINUTES), endAt)) ??
    // An offer of that time stands where its answer is due.
    inTheWay(now, addMinutes(now, LONGEST_OFFER_MINUTES))
  )
}

export const isSameSlot = (
  { offeringId, startAt, endAt }: BookingRecord,
  offering: Pick<Offering, 'offeringId'>,
  span: Span,
): boolean => offeringId === offering.offeringId && startAt === span.startAt && endAt === span.endAt

/** The way to it and what it is: of one's own all, by a grant what that shows. */
export const spokenClash = (
  clash: BookingRecord,
  { person, grant }: Pick<Whom, 'person' | 'grant'>,
  { isSame, now }: { readonly isSame: boolean; readonly now: Instant },
): Required<Pick<Refusal, 'facts' | 'detail' | 'next'>> | undefined => {
  if (grant && !isSeenUnder(grant, clash)) return undefined
  const { bookingId, startAt, endAt, state } = clash
  const who = grant ? person.name : calledIn(person)
  const when = `${spokenDate(localDate(startAt), localDate(now))} ${clockOf(startAt)}–${clockOf(endAt)}`
  const has = state === 'requested' ? '申请了' : '约了'
  const detail = isSame
    ? `${who}已经${has}这个时段，不用再约。`
    : `${who}${when} ${has}${spokenOffering(clash)}，和这个时段撞上了。`
  const page = `/booking/pages/ticket?bookingId=${bookingId}${grant ? `&grantId=${grant.grantId}` : ''}`
  const facts = { is: isSame ? 'this' : 'other', what: spokenOffering(clash), startAt, endAt }
  return { facts, detail, next: [{ do: 'open', label: isSame ? '看看这个预约' : '看看已有的预约', page }] }
}
