import type { Mark } from '@yike/shared/booking/schema/presence'
import type { LocalDate } from '@yike/shared/kernel/time'
import { api } from '../platform/api'
import { queue } from '../platform/queue'
import { open, pageUrl } from '../platform/route'
import { storage } from '../platform/storage'
import { useQuery } from '../platform/use-query'
import { useSend } from '../platform/use-send'
import { useSendLater } from '../platform/use-send-later'

const LAST = 'workbench.sheet'
const PAGE = '/workbench/pages/sheet'
const WEEK = 7

/** The sheet that was last looked at on this device; else the places to choose one from. */
export const openLastSheet = (): void => open(PAGE, { placeId: storage.read<string>(LAST) ?? undefined })

/** A week of a place, from a Monday on. */
export const useSheet = (placeId: string, monday: LocalDate) =>
  useQuery(`booking.sheet:${placeId}:${monday}`, async () => {
    const answer = await api.booking.sheet({ placeId, from: monday, days: WEEK })
    if (answer.ok) storage.write(LAST, placeId)
    return answer
  })

/** A list that leaves the house: it is noted, and so never kept to be sent later. */
export const useTakeAttendance = () => useSend(api.booking.takeAttendance)

export const useDoor = (placeId: string) =>
  useQuery(`booking.door:${placeId}`, () => api.booking.door({ placeId }))

/** Marks are kept where there is no network: whoever stands at the door goes on with the list. */
export const useMark = (placeId: string, what: (mark: Mark) => string) =>
  useSendLater('booking.mark', pageUrl(PAGE, { placeId }), ({ mark }) => what(mark as Mark))

/** What was marked on this device and has not been sent yet, by booking. */
export function useKeptMarks(): ReadonlyMap<string, Mark> {
  const waiting = queue.use().filter(({ call, end }) => call === 'booking.mark' && !end)
  return new Map(
    waiting.map(({ input }) => {
      const { bookingId, mark } = input as { bookingId: string; mark: Mark }
      return [bookingId, mark]
    }),
  )
}
