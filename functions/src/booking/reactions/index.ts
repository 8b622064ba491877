/** After a booking’s commit: its owner finds in the inbox what became of it. */
import { isDeepStrictEqual } from 'node:util'
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import type { HeldInstead } from '@yike/shared/bulletin/schema'
import { instantOf, localDate } from '@yike/shared/kernel/time'
import { tellResident } from '../../bulletin/handlers'
import { loadOffering, type Offering } from '../../circle/handlers'
import { loadOpenGrant } from '../../identity/handlers'
import type { Reaction } from '../../platform/outbox'
import { recordOf } from '../../platform/table'
import { newsIn, type Reading } from '../../platform/wechat/wording'
import { openedBy, shutBy } from '../domain'
import {
  closeAt,
  countAnew,
  followPlaceNow,
  forgetAbsences,
  gradeAfter,
  offerSwap,
  reopenAt,
} from '../handlers'
import { asBooking, type BookingRecord } from '../store'
import { tellGuardian } from './handover'
import { offerReactions } from './offer'
import { reminderReactions } from './reminder'
import { seasonReactions } from './season'
import { listForTeam } from './team'
import { toldWith } from './together'

export { handoverReading } from './handover'

export const bookingReading: Reading<BookingRecord> = {
  name: 'booking.checkWording',
  on: 'Booking',
  asRecord: asBooking,
  words: ({ note = '' }) => [note],
  authors: ({ residentId, delegateId, lastActorId }) => ({
    owner: delegateId ?? residentId,
    staff: lastActorId,
  }),
}

/** While it is held until somebody answers it says in place of what; whoever answers is told of that, not of a list. */
const heldIn = (before: BookingRecord | undefined): { held?: HeldInstead } => {
  if (before?.state !== 'offered') return {}
  if (before.insteadOf) return { held: 'own' }
  return before.movedFrom ? { held: 'swap' } : {}
}

export const bookingReactions = (clock: () => number): readonly Reaction[] => [
  {
    name: 'booking.tellOwner',
    on: 'Booking',
    async react(table, moved) {
      if (!moved.after) return
      const booking = asBooking(moved.after)
      const { state, startAt } = booking
      for (const entry of newsIn(moved.before && asBooking(moved.before), booking)) {
        // What was booked or moved together is told once, by its first.
        const together = toldWith(booking, entry)
        if (together === 'by another') continue
        // Of a season its own notice tells.
        if (entry.verb === 'allot') continue
        await tellResident(table, booking.residentId, {
          about: 'booking',
          caseId: booking.bookingId,
          nth: booking.timeline.findIndex(({ at, verb }) => at === entry.at && verb === entry.verb),
          name: `${spokenOffering(booking)}${together ? ` × ${together}` : ''}`,
          booking: {
            state,
            startAt,
            ...heldIn(moved.before && asBooking(moved.before)),
            ...(entry.verb === 'noShow' && { grade: await gradeAfter(table, booking) }),
          },
          entry,
        })
      }
    },
  },
  {
    // Whoever booked it for its owner reads what became of it, as long as the grant is open; what they did is no news.
    name: 'booking.tellDelegate',
    on: 'Booking',
    async react(table, moved) {
      if (!moved.after) return
      const booking = asBooking(moved.after)
      const { delegateId, grantId, bookingId, state, startAt } = booking
      if (!delegateId || !grantId) return
      const news = newsIn(moved.before && asBooking(moved.before), booking).filter(
        ({ by, verb }) => by !== 'delegate' && verb !== 'allot',
      )
      if (news.length === 0 || !(await loadOpenGrant(table, grantId, instantOf(clock())))) return
      for (const entry of news) {
        const together = toldWith(booking, entry)
        if (together === 'by another') continue
        await tellResident(table, delegateId, {
          ...{ about: 'booking', caseId: bookingId },
          name: `${spokenOffering(booking)}${together ? ` × ${together}` : ''}`,
          booking: { state, startAt, ...heldIn(moved.before && asBooking(moved.before)) },
          ...{ entry, grantId },
        })
      }
    },
  },
  tellGuardian,
  listForTeam,
  ...reminderReactions(clock),
  {
    name: 'booking.forgetAbsences',
    on: 'Booking',
    async react(table, { before, after }) {
      if (after?.state !== 'absent' || before?.state === 'absent') return
      await forgetAbsences(table, asBooking(after).residentId, instantOf(clock()))
    },
  },
  {
    // Before anybody is offered one of the seats that are more.
    name: 'booking.countAnew',
    on: 'Offering',
    async react(table, { before, after }) {
      if (!before || !after || before.version === after.version) return
      const { placeId, offeringId } = recordOf<Offering>(after)
      const offering = await loadOffering(table, placeId, offeringId, { consistent: true })
      const { capacity, staffing } = recordOf<Offering>(before)
      const isMoved =
        offering && (offering.capacity !== capacity || !isDeepStrictEqual(offering.staffing, staffing))
      if (isMoved) await countAnew(table, offering, localDate(instantOf(clock())))
    },
  },
  {
    // Days that are open again, hours that are longer: whose they were have them back before anybody who waits.
    name: 'booking.reopen',
    on: 'Offering',
    async react(table, { before, after }) {
      if (!before || !after || before.version === after.version) return
      const offering = recordOf<Offering>(after)
      const opened = openedBy(recordOf<Offering>(before), offering)
      if (opened) await reopenAt(table, offering, instantOf(clock()), opened)
    },
  },
  {
    // Hours that were shortened, days that were closed: whoever booked them is told, and offered something else.
    name: 'booking.displace',
    on: 'Offering',
    async react(table, { before, after }) {
      if (!before || !after || before.version === after.version) return
      const offering = recordOf<Offering>(after)
      const dates = shutBy(recordOf<Offering>(before), offering)
      if (dates) await closeAt(table, offering, instantOf(clock()), dates)
    },
  },
  // What a displaced booking gives back goes to who waits before anything is sought in its place.
  ...offerReactions(clock),
  {
    // Whenever the clock has set the next time, and at once where staff displaced somebody: who is displaced by a
    // closing is planned for with all others whom it hits, by whoever closes.
    name: 'booking.offerSwap',
    on: 'Booking',
    async react(table, moved) {
      if (moved.after?.state !== 'displaced' || moved.before?.seekAt === moved.after.seekAt) return
      const displaced = asBooking(moved.after)
      const last = displaced.timeline.at(-1)
      if (last?.verb === 'displace' && last.by === 'clock' && moved.before?.state !== 'displaced') return
      await offerSwap(table, displaced, instantOf(clock()))
    },
  },
  {
    // What the place says of itself its offerings say too. Its special days are terms: a booking by those of before
    // comes before this write or not at all.
    name: 'booking.followPlace',
    on: 'Place',
    async react(table, { after }) {
      // An import of a city brings a hundred thousand places that nobody has touched: they have no offerings yet.
      if (!after || after.version === undefined) return
      await followPlaceNow(table, after.placeId, instantOf(clock()))
    },
  },
  ...seasonReactions(clock),
]
