import type { Booking } from '@yike/shared/booking/schema'
import type { SeriesDate, SeriesPreview } from '@yike/shared/booking/schema/series'

/** What is meant of the dates that were shown: some are left out, some are to be at the other time. */
export interface Chosen {
  readonly left: readonly string[]
  readonly moved: readonly string[]
}

export const isFree = ({ refused }: SeriesDate): boolean => !refused

/** The times that are booked, soonest first: what is free and not left out, and what was moved; never more than fit. */
export const timesOf = ({ dates, most }: SeriesPreview, { left, moved }: Chosen) =>
  dates
    .flatMap(({ on, startAt, endAt, refused, instead }) => {
      if (refused) return instead && moved.includes(on) ? [instead] : []
      return left.includes(on) ? [] : [{ startAt, endAt }]
    })
    .sort((one, other) => (one.startAt < other.startAt ? -1 : 1))
    .slice(0, most)

/** With it or without it. */
export const turned = (list: readonly string[], on: string): string[] =>
  list.includes(on) ? list.filter(one => one !== on) : [...list, on]

/** What all of it costs, in fen; what is at another time costs what its date does. */
export const sumOf = ({ dates }: SeriesPreview, times: number): number =>
  times * (dates.find(({ priceFen }) => priceFen !== undefined)?.priceFen ?? 0)

/** Those that can still be cancelled, and those that stand but cannot. */
export const cancellable = (bookings: readonly Booking[], isComing: (booking: Booking) => boolean) => {
  const ahead = bookings.filter(isComing)
  const can = ahead.filter(booking => booking.can.includes('cancel'))
  return { can: can.length, cannot: ahead.length - can.length }
}
