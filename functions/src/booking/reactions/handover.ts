/** After a child's day was written on: its guardian finds in the inbox what they wait for. */
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import { tellResident } from '../../bulletin/handlers'
import type { Reaction } from '../../platform/outbox'
import { recordOf } from '../../platform/table'
import { newsIn, type Reading } from '../../platform/wechat/wording'
import type { HandoverRecord } from '../domain'
import { loadBooking } from '../store'

/** What is written of a child's day is read like a booking's notes. */
export const handoverReading: Reading<HandoverRecord> = {
  name: 'booking.checkHandover',
  on: 'Handover',
  asRecord: item => recordOf<HandoverRecord>(item),
  authors: ({ residentId, lastActorId }) => ({ owner: residentId, staff: lastActorId }),
}

/** What a guardian waits for at home or at work; the rest stands on the slip. */
const told = new Set(['arrive', 'leave', 'lock', 'care'])
const named = new Set(['name', 'unname', 'correct'])

export const tellGuardian: Reaction = {
  name: 'booking.tellGuardian',
  on: 'Handover',
  async react(table, moved) {
    if (!moved.after) return
    const handover = recordOf<HandoverRecord>(moved.after)
    const news = newsIn(moved.before && recordOf<HandoverRecord>(moved.before), handover).filter(
      // What the guardian did is no news to them; what staff named for them is.
      ({ verb, by }) => told.has(verb) || (by === 'staff' && named.has(verb)),
    )
    if (news.length === 0) return
    const booking = await loadBooking(table, handover.bookingId)
    if (!booking) return
    for (const { at, verb, by, note } of news)
      await tellResident(table, handover.residentId, {
        about: 'booking',
        caseId: handover.bookingId,
        name: spokenOffering(booking),
        booking: { state: booking.state, startAt: booking.startAt },
        entry: { at, verb, by, ...(note && { note }) },
      })
  },
}
