/**
 * What closed is open again. Whoever is held nothing else, or has not answered yet, has their own time back as it was.
 * Whoever has taken something else is asked: their own time is held for them until they answer, and taking it gives up what
 * they took, in one write.
 */
import type { BookingRecord } from '../../store'
import { type Placed, type Placing, place } from '../place'
import { placementOf } from '../placement'
import { step } from '../step'
import { answerTimeOf } from './index'

/** What they had booked, as it would be booked now; undefined: it never closed. */
export const ownPlacing = (
  { movedFrom, residentId, team, asked, note }: BookingRecord,
  bookingId: BookingRecord['bookingId'],
  at: Pick<Placing, 'offering' | 'person' | 'server' | 'now' | 'dayKindOf'>,
): Placing | undefined => {
  if (!movedFrom) return undefined
  const { placeId, offeringId, startAt, endAt, mode, papers, equipment } = movedFrom
  const input = {
    ...{ placeId, offeringId, startAt, endAt, note },
    mode: at.offering.modes && mode,
    papers: papers?.filter(({ have }) => have).map(({ name }) => name),
    equipment: equipment && [...equipment],
  }
  return { ...at, residentId, team, asked, bookingId, input, audience: 'staff' }
}

const isToAsk = ({ movedFrom }: BookingRecord, { booking }: Placed): boolean =>
  !movedFrom?.confirmed && booking.state === 'requested'

/** Undefined: nobody gives it back to who has answered, or has gone. */
export const restored = (before: BookingRecord, placing: Placing): Placed | undefined => {
  const placed = place(placing)
  if (!placed.ok || !before.movedFrom) return undefined
  const asks = isToAsk(before, placed.value)
  const moved = step(asks ? 'reask' : 'restore')(before, { part: 'clock', now: placing.now })
  if (!moved.ok) return undefined
  const { takes, uses, serverName, deadlineAt } = placed.value.booking
  const booking: BookingRecord = {
    ...moved.value,
    ...placementOf(before.movedFrom),
    ...{ takes, uses, serverName },
    deadlineAt: asks ? deadlineAt : before.movedFrom.deadlineAt,
    queued: undefined,
    seekAt: undefined,
    movedFrom: undefined,
  }
  return { ...placed.value, booking }
}

/**
 * Their own time as an offer beside what they have taken: it holds all but their body and their ration, which what they
 * have taken may hold at that time. Undefined: no time is left to answer in, or a rule stands against it.
 */
export const offeredBack = (accepted: BookingRecord, placing: Placing): Placed | undefined => {
  const { person, now } = placing
  const placed = place(placing)
  if (!placed.ok) return undefined
  const { booking, takings, uses } = placed.value
  const deadlineAt = answerTimeOf(booking.startAt, now)
  if (deadlineAt <= now) return undefined
  const isBody = ({ full }: (typeof takings)[number]) => full === 'booking.person_busy'
  const kept = takings.filter(one => !isBody(one))
  const { bookingId, placeName, offeringName, startAt, endAt } = accepted
  const { delegateId, grantId, placedById, phone, note, wording } = accepted
  return {
    ...placed.value,
    takings: kept,
    uses: [],
    booking: {
      ...booking,
      ...{ delegateId, grantId, placedById, phone, note, wording },
      ...(delegateId && { lastActorId: delegateId }),
      forName: person.name,
      state: 'offered',
      takes: kept.map(({ taken }) => taken),
      uses: undefined,
      queued: { joinedAt: now, ...(isToAsk(accepted, placed.value) && { needsApproval: true as const }) },
      deadlineAt,
      insteadOf: {
        ...{ bookingId, placeName, offeringName, startAt, endAt },
        body: takings.find(isBody)?.taken.thingId,
        uses: [...uses],
      },
      timeline: [{ at: now, verb: 'reopen', by: 'clock' }],
    },
  }
}

/** All that it takes once it is taken in place of the other. */
export const whole = (booking: BookingRecord): BookingRecord => {
  const { insteadOf, ...rest } = booking
  if (!insteadOf) return booking
  const { body, uses } = insteadOf
  const { takes } = booking
  return {
    ...rest,
    takes: body ? [...takes, { thingId: body }] : takes,
    uses: uses.length > 0 ? uses : undefined,
  }
}
