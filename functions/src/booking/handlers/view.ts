/** Bookings as their readers see them. */
import { bookingLifecycle, holds } from '@yike/shared/booking/lifecycle'
import { lackingOf } from '@yike/shared/booking/rules/equipment'
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import { appealUntil, noShowExpiry } from '@yike/shared/booking/rules/presence'
import { Terms } from '@yike/shared/booking/rules/terms'
import type { Booking, Days } from '@yike/shared/booking/schema'
import type { SheetLine } from '@yike/shared/booking/schema/presence'
import { spokenNumber } from '@yike/shared/kernel/id'
import { allowedVerbs, type Part } from '@yike/shared/kernel/lifecycle'
import type { Instant } from '@yike/shared/kernel/time'
import type { Waiting } from '@yike/shared/workbench/schema'
import { type Offering, offeringCard } from '../../circle/handlers'
import type { GrantRecord } from '../../identity/handlers'
import { timelineFor, wordingAt } from '../../platform/wechat/wording'
import { actOf, asPlaced, decide } from '../domain'
import type { BookingRecord } from '../store'

/** A booking as its reader sees it. */
export const showBooking = (booking: BookingRecord, part: Part, now: Instant): Booking => {
  const {
    cancelBy,
    deadlineAt,
    appealDueAt,
    papers,
    equipment,
    phone,
    queued: _,
    wording,
    movedFrom,
    insteadOf,
    team,
    ...shown
  } = booking
  const lacking = holds(booking.state) ? lackingOf(movedFrom?.equipment, equipment) : []
  const can = allowedVerbs(bookingLifecycle, booking.state, part).filter(
    // Whether there are carers enough the roster says, and its own page; one goes back by taking what is offered.
    verb => verb !== 'displace' && verb !== 'goBack' && decide[verb](booking, { part, now }).ok,
  )
  return {
    ...shown,
    number: spokenNumber(booking.bookingId),
    timeline: timelineFor(booking.timeline, part === 'staff' ? 'staff' : 'owner', now),
    ...(team && { team: { teamId: team.teamId, who: team.who } }),
    ...(papers && { papers: [...papers] }),
    ...(equipment && { equipment: [...equipment] }),
    ...(insteadOf &&
      booking.state === 'offered' && {
        insteadOf: { ...leftFor(insteadOf), ...(booking.queued?.needsApproval && { asks: true as const }) },
      }),
    ...(movedFrom && { movedFrom: { ...movedFrom, ...(lacking.length > 0 && { lacking }) } }),
    ...((booking.state === 'requested' || booking.state === 'offered') && { deadlineAt }),
    ...(booking.state === 'appealed' && { deadlineAt: appealDueAt }),
    ...((booking.state === 'absent' || booking.state === 'appealed') && {
      noShow: {
        forgottenAt: noShowExpiry(booking),
        ...(can.includes('appeal') && { appealUntil: appealUntil(booking) }),
      },
    }),
    ...(part === 'staff' && { phone, wording: wordingAt(wording, booking.timeline[0]?.at ?? now, now) }),
    can,
    ...(can.includes('cancel') && booking.state === 'confirmed' && { cancelBy }),
  }
}

const leftFor = ({
  bookingId,
  placeName,
  offeringName,
  startAt,
  endAt,
}: NonNullable<BookingRecord['insteadOf']>) => ({ bookingId, placeName, offeringName, startAt, endAt })

/** A booking as whoever acts for its owner sees it. */
export const showUnder = (may: GrantRecord['may'], booking: BookingRecord, now: Instant): Booking => {
  const shown = showBooking(booking, 'delegate', now)
  return { ...shown, can: shown.can.filter(verb => may.includes(actOf(verb))) }
}

/** A booking on the sheet of its place. */
export const sheetLine = (booking: BookingRecord): SheetLine => {
  const {
    bookingId,
    state,
    kind,
    offeringId,
    offeringName,
    forName,
    startAt,
    endAt,
    serverName,
    equipment,
    note,
    phone,
    arrivedAt,
    leftAt,
    markedAt,
  } = booking
  const line = {
    bookingId,
    state,
    kind,
    offeringId,
    offeringName,
    forName,
    startAt,
    endAt,
    serverName,
    equipment: equipment && [...equipment],
    note,
    phone,
    arrivedAt,
    leftAt,
    markedAt,
  }
  return { ...line, number: spokenNumber(bookingId) }
}

/** As it was shown when it was placed. */
export const showPlaced = (booking: BookingRecord, may?: GrantRecord['may']): Booking => {
  const at = booking.timeline[0]?.at ?? booking.startAt
  return may ? showUnder(may, asPlaced(booking), at) : showBooking(asPlaced(booking), 'owner', at)
}

const termNames = Object.keys(Terms.shape) as (keyof Terms)[]

/** Of an offering what it is booked by. The contract looks through it once, on the way out. */
export const termsOf = (offering: Offering): Terms =>
  Object.fromEntries(termNames.flatMap(name => (name in offering ? [[name, offering[name]]] : []))) as Terms

/** An offering with all by which the phone can say beforehand what would be refused. */
export const showOffering = (offering: Offering): Days['offering'] => ({
  ...offeringCard(offering),
  ...termsOf(offering),
  placeName: offering.placeName,
  attended: offering.attended,
  ...(offering.papers && { papers: [...offering.papers] }),
  ...(offering.modes && { modes: [...offering.modes] }),
  ...(offering.equipment && { equipment: offering.equipment.map(({ name, count }) => ({ name, count })) }),
  ...(offering.seasons && {
    seasonIds: [...offering.seasons]
      .sort((one, other) => (one.from < other.from ? -1 : 1))
      .map(({ seasonId }) => seasonId),
  }),
})

/** A booking in the queue of its community. */
export const waitingBooking = (booking: BookingRecord): Omit<Waiting, 'kind'> => {
  const { bookingId, state, startAt, timeline, deadlineAt, appealDueAt, series } = booking
  const isAppeal = state === 'appealed'
  return {
    caseId: bookingId,
    title: spokenOffering(booking),
    startAt,
    number: spokenNumber(bookingId),
    ...(isAppeal ? { appealed: true } : { seriesId: series?.seriesId }),
    since: (isAppeal ? timeline.at(-1) : timeline[0])?.at ?? startAt,
    deadlineAt: (isAppeal ? appealDueAt : deadlineAt) ?? startAt,
  }
}
