/** Who may fetch a child. */
import { dayEnd, MOST_FETCHERS } from '@yike/shared/booking/rules/pickup'
import type { Party } from '@yike/shared/booking/schema/pickup'
import { type Id, spokenNumber } from '@yike/shared/kernel/id'
import { ok, refuse } from '@yike/shared/kernel/result'
import { addDays, addMinutes, type Instant, instantAt, localDate } from '@yike/shared/kernel/time'
import { type Acting, type Fetching, type Named, noteEnd, noteName, type Step } from './record'

/** People who were taken off, or whose time is over, are forgotten after so long: a late list may still tell of them. */
const FORGOTTEN_AFTER_MINUTES = 30 * 24 * 60

const isOpen = ({ bookingId, untilAt, endedAt }: Named, at: Instant, of: Id<'booking'>): boolean =>
  (endedAt === undefined || endedAt > at) && untilAt > at && (bookingId === undefined || bookingId === of)

/** Those who may fetch at a moment. */
export const fetchersAt = ({ child, booking }: Fetching, at: Instant): Named[] =>
  child.fetchers.filter(one => isOpen(one, at, booking.bookingId))

const kept = (fetchers: readonly Named[], now: Instant): Named[] =>
  fetchers.filter(
    ({ untilAt, endedAt = untilAt }) => addMinutes(endedAt, FORGOTTEN_AFTER_MINUTES) > now || untilAt > now,
  )

interface Naming extends Pick<Named, 'fetcherId' | 'name' | 'relation'> {
  readonly days: number
}

const untilOf = ({ booking }: Fetching, days: number, now: Instant): Instant =>
  days === 0 ? dayEnd(booking) : instantAt(addDays(localDate(now), days + 1), 0)

/** Is this person named already, for as long? */
export const isNamed = (found: Fetching, { fetcherId, days }: Naming, now: Instant): boolean =>
  fetchersAt(found, now).some(one => one.fetcherId === fetcherId && one.untilAt === untilOf(found, days, now))

export const nameFetcher = (
  found: Fetching,
  { days, fetcherId, name, relation }: Naming,
  acting: Acting,
): Step<'booking.fetchers_full' | 'booking.record_full'> => {
  const { now, actorId } = acting
  const { child, booking, part } = found
  const others = kept(child.fetchers, now).filter(one => one.fetcherId !== fetcherId)
  if (others.filter(one => isOpen(one, now, booking.bookingId)).length >= MOST_FETCHERS)
    return refuse('booking.fetchers_full')
  const named: Named = {
    ...{ fetcherId, name, relation, untilAt: untilOf(found, days, now) },
    ...(days === 0 && { bookingId: booking.bookingId }),
    ...(part === 'staff' && { staffNumber: spokenNumber(actorId) }),
  }
  const after = { ...found, child: { ...child, version: child.version + 1, fetchers: [...others, named] } }
  return noteName(after, 'name', now, { party: { name, relation } }, acting)
}

/** Has this name been put in the place of the one before? */
export const isCorrected = (
  found: Fetching,
  from: Id<'fetcher'>,
  to: Id<'fetcher'>,
  now: Instant,
): boolean => {
  const open = fetchersAt(found, now).map(({ fetcherId }) => fetcherId)
  return open.includes(to) && (from === to || !open.includes(from))
}

/**
 * A name that was written wrong. To whoever compares it with a person at the door it is another one: so the name before opens
 * nothing any more, nor does a code that was made for it. Of the day on which the child has been fetched nothing is corrected
 * that held for that day alone.
 */
export const correctFetcher = (
  found: Fetching,
  fetcherId: Id<'fetcher'>,
  to: Pick<Named, 'fetcherId' | 'name'>,
  acting: Acting,
): Step<'request.not_found' | 'booking.already_left' | 'booking.record_full'> => {
  const { now, actorId } = acting
  const { child, booking, part } = found
  const open = fetchersAt(found, now)
  const before = open.find(one => one.fetcherId === fetcherId)
  if (!before) return refuse('request.not_found')
  if (before.bookingId && booking.leftAt) return refuse('booking.already_left')
  // Who stands there by that name already is the same person: for the longer of both times.
  const same = open.find(one => one.fetcherId === to.fetcherId)
  const longer = same && same.untilAt > before.untilAt ? same : before
  const { staffNumber: _, ...kind } = longer
  const corrected: Named = {
    ...{ ...kind, ...to, relation: before.relation, was: before.name },
    ...(part === 'staff' && { staffNumber: spokenNumber(actorId) }),
  }
  const others = kept(child.fetchers, now)
    .filter(one => one.fetcherId !== to.fetcherId)
    .map(one => (one === before ? { ...one, endedAt: now } : one))
  const after = {
    ...withoutCodeOf(found, fetcherId),
    child: { ...child, version: child.version + 1, fetchers: [...others, corrected] },
  }
  return noteName(after, 'correct', now, { party: partyOf(corrected), was: before.name }, acting)
}

/** A code that was made for somebody opens nothing once they are not named any more. */
const withoutCodeOf = (found: Fetching, fetcherId: Id<'fetcher'>): Fetching => {
  const { code, ...rest } = found.handover
  return { ...found, handover: { ...rest, ...(code && code.fetcherId !== fetcherId && { code }) } }
}

export const endFetcher = (
  found: Fetching,
  fetcherId: Id<'fetcher'>,
  acting: Acting,
): Step<'request.not_found'> => {
  const { child } = found
  const ended = child.fetchers.find(one => one.fetcherId === fetcherId)
  if (!ended) return refuse('request.not_found')
  const after = {
    ...withoutCodeOf(found, fetcherId),
    child: {
      ...child,
      version: child.version + 1,
      fetchers: kept(child.fetchers, acting.now).map(one =>
        one === ended ? { ...one, endedAt: acting.now } : one,
      ),
    },
  }
  return ok(noteEnd(after, 'unname', acting.now, { party: partyOf(ended) }, acting))
}

export const setContact = (found: Fetching, phone: string | undefined): Fetching => ({
  ...found,
  child: { ...found.child, version: found.child.version + 1, phone },
})

const GUARDIAN = 'guardian'

/** Whoever fetches, by name; undefined: somebody who may not. The guardian's own name is looked up by whoever shows it. */
export const whoIs = (
  found: Fetching,
  fetcherId: Id<'fetcher'> | undefined,
  at: Instant,
): Party | undefined => {
  if (!fetcherId) return { name: '', relation: GUARDIAN }
  const named = fetchersAt(found, at).find(one => one.fetcherId === fetcherId)
  return named && partyOf(named)
}

const partyOf = ({ name, relation }: Named): Party => ({ name, relation })
