/** After a booking’s commit: its owner finds in the inbox what became of it. */
import { isDeepStrictEqual } from 'node:util'
import { holds } from '@yike/shared/booking/lifecycle'
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import { addMinutes, instantAt, instantOf, localDate } from '@yike/shared/kernel/time'
import { tellCommunity, tellResident } from '../../bulletin/handlers'
import { loadOffering, loadPlace, type Offering } from '../../circle/handlers'
import { isGrantOpen } from '../../identity/handlers'
import type { Moved, Reaction } from '../../platform/outbox'
import { recordOf } from '../../platform/table'
import { newsIn, type Reading } from '../../platform/wechat/wording'
import { followPlace, openedBy } from '../domain'
import {
  advanceSeason,
  countAnew,
  displaceOutside,
  gradeAfter,
  offerFreed,
  offerJoined,
  offerSwap,
} from '../handlers'
import { asBooking, type BookingRecord, changeOfferingChanges, type RosterRecord } from '../store'
import { asSeason } from '../store/season'
import { tellGuardian } from './handover'
import { reminderReactions } from './reminder'
import { toldWith } from './together'

const isNews = ({ before, after }: Moved): boolean => before?.version !== after?.version

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
        ({ by }) => by !== 'delegate',
      )
      if (news.length === 0 || !(await isGrantOpen(table, grantId, instantOf(clock())))) return
      for (const entry of news) {
        const together = toldWith(booking, entry)
        if (together === 'by another') continue
        await tellResident(table, delegateId, {
          ...{ about: 'booking', caseId: bookingId },
          name: `${spokenOffering(booking)}${together ? ` × ${together}` : ''}`,
          ...{ booking: { state, startAt }, entry, grantId },
        })
      }
    },
  },
  tellGuardian,
  ...reminderReactions(clock),
  {
    // What a booking gives back goes to whoever waits for it; and whoever has joined while a seat was being given back
    // was not seen then, and is asked now.
    name: 'booking.offerSeat',
    on: 'Booking',
    async react(table, moved) {
      if (!moved.after || !isNews(moved)) return
      const after = asBooking(moved.after)
      const before = moved.before && asBooking(moved.before)
      if (after.timeline.at(-1)?.verb === 'join') await offerJoined(table, after, instantOf(clock()))
      if (!before || !holds(before.state) || holds(after.state)) return
      const things = before.takes.map(({ thingId }) => thingId)
      await offerFreed(table, before.community, { ...before, things }, instantOf(clock()))
    },
  },
  {
    // Somebody more on duty: all who wait for that day are asked again.
    name: 'booking.offerStaffed',
    on: 'Roster',
    async react(table, { before, after }) {
      if (!before || !after) return
      const { community, placeId, on, seats, thingId } = recordOf<RosterRecord>(after)
      const were = recordOf<RosterRecord>(before).seats
      if (!seats.some((now, quarter) => now > (were[quarter] ?? 0))) return
      const day = { placeId, things: [thingId], startAt: instantAt(on, 0), endAt: instantAt(on, 24 * 60) }
      await offerFreed(table, community, day, instantOf(clock()))
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
    // Hours that were shortened, days that were closed: whoever booked them is told, and offered something else.
    name: 'booking.displace',
    on: 'Offering',
    async react(table, { before, after }) {
      if (!before || !after || before.version === after.version) return
      await displaceOutside(table, recordOf<Offering>(after), instantOf(clock()))
    },
  },
  {
    // At once, and whenever the clock has set the next time.
    name: 'booking.offerSwap',
    on: 'Booking',
    async react(table, moved) {
      if (moved.after?.state !== 'displaced' || moved.before?.seekAt === moved.after.seekAt) return
      await offerSwap(table, asBooking(moved.after), instantOf(clock()))
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
      const found = await loadPlace(table, after.placeId, { consistent: true })
      for (const before of found?.offerings ?? []) {
        const following = found && followPlace(before, found.place)
        if (!following) continue
        const changes = changeOfferingChanges([{ before, after: following }], instantOf(clock()))
        const saved = await table.write(changes)
        // Somebody has changed it meanwhile: the stream brings the place again.
        if (!saved.ok) throw new Error(`an offering did not follow its place: ${saved.refusal.code}`)
      }
    },
  },
  {
    // At once; where it is interrupted the clock goes on.
    name: 'booking.advanceSeason',
    on: 'Season',
    async react(table, { before, after }) {
      if (!after || before?.state === after.state) return
      const { seasonId, community, offeringName, state, timeline } = asSeason(after)
      if (state === 'drawn' || state === 'calledOff') await advanceSeason(table, seasonId, instantOf(clock()))
      const [entry] = timeline
      if (!before && entry)
        await tellCommunity(table, community, {
          about: 'season',
          caseId: seasonId,
          name: offeringName,
          entry,
        })
    },
  },
  {
    // More room, longer hours, other terms: all who wait there are asked again, on the dates that it is about.
    name: 'booking.offerRoom',
    on: 'Offering',
    async react(table, { before, after }) {
      if (!before || !after || before.version === after.version) return
      const offering = recordOf<Offering>(after)
      const opened = openedBy(recordOf<Offering>(before), offering)
      if (!opened) return
      const { community, placeId, thingId, daysAhead } = offering
      const now = instantOf(clock())
      const startAt = opened.from ? instantAt(opened.from, 0) : now
      const endAt = opened.to ? instantAt(opened.to, 24 * 60) : addMinutes(now, daysAhead * 1440)
      await offerFreed(table, community, { placeId, things: [thingId], startAt, endAt }, now)
    },
  },
]
