/** What was given back, staffed or opened goes to whoever waits for it. */
import { holds } from '@yike/shared/booking/lifecycle'
import { addMinutes, instantAt, instantOf } from '@yike/shared/kernel/time'
import type { Offering } from '../../circle/handlers'
import type { Moved, Reaction } from '../../platform/outbox'
import { recordOf } from '../../platform/table'
import { openedBy, roomsOf } from '../domain'
import { offerElsewhere, offerFreed, offerJoined, reseatAt } from '../handlers'
import { asBooking, type RosterRecord } from '../store'

const isNews = ({ before, after }: Moved): boolean => before?.version !== after?.version

export const offerReactions = (clock: () => number): readonly Reaction[] => [
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
      if (!before || !holds(before.state)) return
      const isElsewhere = before.offeringId !== after.offeringId || before.startAt !== after.startAt
      if (holds(after.state) && !isElsewhere) return
      const things = before.takes.map(({ thingId }) => thingId)
      await offerFreed(table, before.community, { ...before, things }, instantOf(clock()))
      await offerElsewhere(table, before, instantOf(clock()))
    },
  },
  {
    // Somebody more on duty: who was moved for want of carers has their own time back, then all who wait for that day are
    // asked again.
    name: 'booking.offerStaffed',
    on: 'Roster',
    async react(table, { before, after }) {
      if (!before || !after) return
      const roster = recordOf<RosterRecord>(after)
      const { community, placeId, on, seats, thingId } = roster
      const were = recordOf<RosterRecord>(before).seats
      if (!seats.some((now, quarter) => now > (were[quarter] ?? 0))) return
      await reseatAt(table, roster, instantOf(clock()))
      const day = { placeId, things: [thingId], startAt: instantAt(on, 0), endAt: instantAt(on, 24 * 60) }
      await offerFreed(table, community, day, instantOf(clock()))
    },
  },
  {
    // More room, longer hours, other terms: all who wait there are asked again, on the dates that it is about; also for a
    // hall of which it is a part, whose seats were kept with it.
    name: 'booking.offerRoom',
    on: 'Offering',
    async react(table, { before, after }) {
      if (!before || !after || before.version === after.version) return
      const offering = recordOf<Offering>(after)
      const opened = openedBy(recordOf<Offering>(before), offering)
      if (!opened) return
      const { community, placeId, daysAhead } = offering
      const now = instantOf(clock())
      const startAt = opened.from ? instantAt(opened.from, 0) : now
      const endAt = opened.to ? instantAt(opened.to, 24 * 60) : addMinutes(now, daysAhead * 1440)
      await offerFreed(table, community, { placeId, things: roomsOf(offering), startAt, endAt }, now)
    },
  },
]
