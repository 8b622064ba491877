import { readDays } from '@yike/shared/booking/rules/days'
import type { Audience } from '@yike/shared/booking/rules/terms'
import type { Booking, Days } from '@yike/shared/booking/schema'
import type { Slot } from '@yike/shared/booking/schema/day'
import { MOST_PLACES, type Soonest } from '@yike/shared/booking/schema/soonest'
import type { PlaceCard } from '@yike/shared/circle/schema'
import { addDays, localDate } from '@yike/shared/kernel/time'
import type { Answer } from '../platform/answer'
import { api } from '../platform/api'
import { now, spokenMoment } from '../platform/spoken'
import { type Draft, keptSignal } from '../platform/use-draft'
import { usePages } from '../platform/use-pages'
import { isFresh, useQuery } from '../platform/use-query'
import { useSend } from '../platform/use-send'
import { useSendLater } from '../platform/use-send-later'
import type { Stale } from '../platform/use-stale'
import { firstFree } from './view'
import type { Details } from './view/details'
import { words } from './words'

interface What {
  placeId: string
  offeringId: string
}

/** Some days of an offering, their slots one by one. */
export const askDays = async (asked: Parameters<typeof api.booking.days>[0]): Promise<Answer<Days>> => {
  const answer = await api.booking.days(asked)
  return answer.ok ? { ok: true, value: readDays(answer.value) } : answer
}

const ONE_WEEK = 7

/** The question for so many pages of days, as those of an audience may book them. */
export const daysKey = (offeringId: string, audience: Audience, pages: number) =>
  `booking.days:${offeringId}:${audience}${pages}`

const firstDaysKey = (offeringId: string) => daysKey(offeringId, 'resident', 1)

/** The one day that a slot lies in; an address that names no slot has none. */
export const useSlotDay = ({ placeId, offeringId }: What, startAt: string) =>
  useQuery(
    startAt ? `booking.days:${offeringId}:${startAt}` : null,
    () => askDays({ placeId, offeringId, from: localDate(startAt), days: 1, also: 'counter' }),
    { within: firstDaysKey(offeringId) },
  )

const NEAR_DAYS = 3

/** The day of a slot that has gone and those around it, none of them past. */
export const useDaysNear = ({ placeId, offeringId }: What, startAt: string) => {
  const [, from = startAt] = [addDays(localDate(startAt), -NEAR_DAYS), localDate(now())].sort()
  return useQuery(
    `booking.days:${offeringId}:near:${from}`,
    () => askDays({ placeId, offeringId, from, days: 2 * NEAR_DAYS + 1 }),
    { within: firstDaysKey(offeringId) },
  )
}

/** The next slot of an offering that can be booked; null: none within a week. */
async function askFirstFree({ placeId, offeringId }: What): Promise<Answer<Slot | null>> {
  const answer = await askDays({ placeId, offeringId, days: ONE_WEEK })
  return answer.ok ? { ok: true, value: firstFree(answer.value.days) ?? null } : answer
}

export const useFirstFree = (what: What) =>
  useQuery(`booking.firstFree:${what.offeringId}`, () => askFirstFree(what))

/**
 * What is free soonest at some places of a list, by the sheets of their days: one question for all of them. `at` a place
 * it is undefined where nobody has told, and null where nothing is free within a week.
 */
export function useSoonest(places: readonly Pick<PlaceCard, 'placeId' | 'bookable'>[]) {
  const ids = places.flatMap(({ placeId, bookable }) => (bookable.length > 0 ? [placeId] : []))
  const asked = ids.slice(0, MOST_PLACES).join(',')
  const query = useQuery(asked ? `booking.soonest:${asked}` : null, () =>
    api.booking.soonest({ places: asked }),
  )
  // Seats of the last visit are nobody's promise.
  const told = isFresh(query) && 'value' in query ? query.value?.places : undefined
  return {
    waiting: asked !== '' && query.state === 'loading',
    at: (placeId: string): Soonest['free'] | undefined =>
      told?.find(place => place.placeId === placeId)?.free,
  }
}

/** For whom, and what to say: an intent outlives the slot that it began with. */
interface Wish extends Details {
  offeringId: string
  personId?: string | undefined
  note: string
}

const wish = keptSignal<Wish>('wish', { offeringId: '', note: '' })

/** What was chosen and written for an offering, from slot to slot, until it is booked or waits to be. */
export function useWish(offeringId: string) {
  const kept = wish.use()
  const mine = kept.offeringId === offeringId ? kept : { offeringId, note: '' }
  return {
    ...mine,
    change: (part: Partial<Omit<Wish, 'offeringId'>>) => wish.set({ ...mine, ...part }),
    place: wish.place,
    forget: () => {
      if (mine === kept) wish.forget()
    },
  }
}

export const usePlaceBooking = (
  what: (input: {
    personId?: string | undefined
    grantId?: string | undefined
    teamId?: string | undefined
  }) => string,
  draft?: Draft,
) => useSendLater('booking.place', '/booking/tab/index', what, { draft })

export const useBooking = (bookingId: string, grantId?: string) =>
  useQuery(`booking.show:${bookingId}:${grantId ?? ''}`, () => api.booking.show({ bookingId, grantId }))

/** A slot that one would have. */
export interface Wanted extends What {
  startAt: string
  endAt: string
}

/** Waiting for a full slot; joining twice is the same as once. */
export const useJoin = () => useSend(api.booking.join)

/** The answer to an offer: a moment later it may be somebody else's, so it does not wait on the phone for a network. */
export const useAnswer = (verb: 'accept' | 'pass', { tell }: Stale) => useSend(api.booking[verb], tell)

export const useCalendar = () => useQuery('booking.calendar', () => api.booking.calendar({}))
export const useLinkCalendar = () => useSend(api.booking.linkCalendar)
export const useEndCalendar = () => useSend(api.booking.endCalendar)

/** Calendars read by themselves, so their address is whole; in a browser the API may stand behind a path of the page's own. */
export const calendarAddress = (path: string): string =>
  (API_BASE.startsWith('/') ? window.location.origin : '') + API_BASE + path

/** At the door: the code is only good for a moment, so it does not wait for a network. */
export const useCheckIn = ({ tell }: Stale) => useSend(api.booking.checkIn, tell)
export const useAppeal = ({ tell }: Stale) => useSend(api.booking.appeal, tell)

export const useCancel = (
  { bookingId, placeName, offeringName, startAt, forName }: Booking,
  { tell }: Stale,
) => {
  const what = () => words.toCancel(placeName, offeringName, spokenMoment(startAt, now()), forName)
  return useSendLater('booking.cancel', '/booking/tab/index', what, { onStale: tell, about: { bookingId } })
}

const useMine = (when: 'coming' | 'past', limit: number) =>
  usePages(`booking.${when}`, cursor => api.booking.mine({ when, limit, cursor }), {
    empty: ({ bookings }) => bookings.length === 0,
  })

/** What is coming, soonest first: the most that one page holds, for an offer that lies far ahead wants its answer now. */
export const useComingBookings = () => useMine('coming', 50)

/** What is past, latest first: about as many as DynamoDB reads in one unit. */
export const usePastBookings = () => useMine('past', 8)

/** Bookings of somebody for whom I act. */
export const useDelegated = (grantId: string, when: 'coming' | 'past') =>
  usePages(
    `booking.delegated:${grantId}:${when}`,
    cursor => api.booking.delegated({ grantId, when, cursor }),
    {
      empty: ({ bookings }) => bookings.length === 0,
    },
  )

/** Bookings of a team that I am in. */
export const useOfTeam = (teamId: string) =>
  usePages(`booking.ofTeam:${teamId}`, cursor => api.booking.ofTeam({ teamId, cursor }), {
    empty: ({ bookings }) => bookings.length === 0,
  })

export const bookingsOf = (pages: readonly { bookings: Booking[] }[]): Booking[] =>
  pages.flatMap(({ bookings }) => bookings)
