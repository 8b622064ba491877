/** Booking for somebody who called or stands at the desk: found by their number, or by another booking of theirs. */
import type { booking } from '@yike/shared/booking/contract'
import { whyIneligible } from '@yike/shared/booking/rules/eligibility'
import type { BookFor } from '@yike/shared/booking/schema/caller'
import { answersFor } from '@yike/shared/identity/rules'
import type { Id } from '@yike/shared/kernel/id'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import type { Instant } from '@yike/shared/kernel/time'
import { loadOffering, type Offering } from '../../circle/handlers'
import { loadCallers, loadOwnPost, loadPerson, newCallerChanges } from '../../identity/handlers'
import type { Actor } from '../../platform/actor'
import type { Handlers } from '../../platform/handler'
import type { OnceByRecord } from '../../platform/once'
import type { Change, Table } from '../../platform/table'
import type { Guest } from '../domain'
import { type BookingRecord, loadBooking } from '../store'
import { act, findBooking, isForStaff } from './act'
import { callPlace, whatIsUsed } from './advice'
import { clashOf } from './clash'
import { placeBooking } from './place'
import { counterFor, toTimesOf } from './registration'
import { showBooking, showPlaced } from './view'

type CallerHandlers = Pick<
  Handlers<typeof booking.endpoints>,
  'findCaller' | 'bookFor' | 'cancelFor' | 'acceptFor'
>

export const callerHandlers = (table: Table): CallerHandlers => ({
  async findCaller({ actor }, { community, phone }) {
    if (!(await loadOwnPost(table, actor, community))) return refuse('request.not_found')
    return ok({ names: (await loadCallers(table, community, phone)).map(({ name }) => name) })
  },

  async bookFor({ actor, now, once }, input) {
    const offering = await loadOffering(table, input.placeId, input.offeringId)
    if (!offering || !answersFor(actor, offering.community)) return refuse('request.not_found')
    const bookingId = once.id('booking')
    const whom = await whomFor(table, actor, offering, input, once, now)
    const { placeId, offeringId, startAt, endAt, note, mode, papers, equipment, phone } = input
    const placed = whom.ok
      ? await placeBooking(table, offering, {
          residentId: whom.value.residentId,
          person: whom.value.person,
          input: { placeId, offeringId, startAt, endAt, note, mode, papers, equipment },
          bookingId,
          asked: once.asked,
          now,
          onBehalf: { staffId: actor.residentId, ...(phone && { phone }) },
          also: whom.value.changes,
        })
      : whom
    if (placed.ok) return ok(showBooking(placed.value, 'staff', now))
    const earlier = await loadBooking(table, bookingId)
    if (earlier?.asked === once.asked) return ok(showPlaced(earlier))
    if (earlier) return refuse('request.key_reused')
    const { code, ...more } = placed.refusal
    if (code === 'booking.known') return refuse('request.busy')
    if (code === 'request.busy' || code === 'request.not_found') return refuse(code, more)
    const clash =
      code === 'booking.person_busy' && whom.ok
        ? await clashOf(table, offering, whom.value, input, now)
        : undefined
    const used =
      code === 'booking.quota_used' && whom.ok
        ? await whatIsUsed(
            table,
            offering,
            { ...whom.value.person, residentId: whom.value.residentId },
            { input, now },
          )
        : {}
    // Whoever is on the telephone with a certificate comes with it once: it is noted at that booking of theirs.
    const against =
      code === 'booking.not_eligible' && whom.ok
        ? whyIneligible(offering.eligible, whom.value.person, input)
        : undefined
    const counter = against && (await counterFor(table, offering, against.rule, offering.community))
    return refuse(code, {
      ...more,
      ...used,
      next: [
        // At one of another community they book for nobody.
        ...(counter && answersFor(actor, counter.community) ? [toTimesOf(counter, 'staff')] : []),
        ...caseOf(clash, actor),
        backTo(input),
        ...callPlace(offering),
      ],
    })
  },

  cancelFor: ({ actor, now }, { bookingId, reason }) =>
    act(table, actor, bookingId, 'cancelFor', now, reason),

  acceptFor: ({ actor, now }, { bookingId }) => act(table, actor, bookingId, 'acceptFor', now),
})

/** What it is they read there, where the look is noted; of another community they do not learn that it is. */
const caseOf = (clash: BookingRecord | undefined, actor: Actor) =>
  clash && isForStaff(clash, actor)
    ? [
        {
          do: 'open' as const,
          label: '看看已有的预约',
          page: `/workbench/pages/case?kind=booking&caseId=${clash.bookingId}`,
        },
      ]
    : []

const backTo = ({ placeId, offeringId }: BookFor) => ({
  do: 'open' as const,
  label: '看看别的时段',
  page: `/workbench/pages/book-for?placeId=${placeId}&offeringId=${offeringId}`,
})

interface Whom {
  readonly residentId: Id<'resident'>
  readonly person: Guest
  /** What makes them known, where they are new. */
  readonly changes?: readonly Change<'request.busy'>[]
}

/** Whom it is for. Somebody new is written in the same write as the booking, or not at all. */
const whomFor = async (
  table: Table,
  actor: Actor,
  { community }: Offering,
  { bookingId, phone, name, bornOn }: BookFor,
  once: OnceByRecord,
  now: Instant,
): Promise<Result<Whom, 'request.not_found' | 'booking.caller_unclear'>> => {
  if (bookingId) {
    const found = await findBooking(table, actor, bookingId)
    if (found?.part !== 'staff') return refuse('request.not_found')
    const { residentId, personId, team } = found.booking
    // What a team books counts for the team, and not for whoever booked it.
    if (team)
      return refuse('booking.caller_unclear', {
        fields: { phone: '这是团队约的，再约请团队自己在小程序里约。替本人约，写上来电话的号码' },
      })
    const person = await loadPerson(table, { residentId }, personId)
    return person ? ok({ residentId, person }) : refuse('request.not_found')
  }
  if (!phone) return refuse('booking.caller_unclear', { fields: { phone: '写上来电话的号码' } })
  const callers = await loadCallers(table, community, phone)
  if (!name && callers.length > 1)
    return refuse('booking.caller_unclear', {
      fields: { name: `这个号码有${callers.map(one => one.name).join('、')}，写明是哪一位` },
    })
  // Who says another name is another person: never somebody else's booking without a word.
  const known = name ? callers.find(one => one.name === name)?.residentId : callers[0]?.residentId
  const person = known && (await loadPerson(table, { residentId: known }, undefined))
  if (known && person) return ok({ residentId: known, person: { ...person, ...(bornOn && { bornOn }) } })
  if (!name) return refuse('booking.caller_unclear', { fields: { name: '第一次来电话，写上姓名' } })
  const [residentId, personId] = [once.id('resident'), once.id('person')]
  const resident = {
    ...{ residentId, personId, name, community, createdAt: now, householdSize: 1 },
    ...{ roles: ['resident' as const], scope: community, home: null },
    ...(bornOn && { bornOn }),
  }
  return ok({ residentId, person: resident, changes: newCallerChanges(resident, phone) })
}
