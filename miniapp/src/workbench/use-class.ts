import type { LocalDate } from '@yike/shared/kernel/time'
import { api } from '../platform/api'
import { queue } from '../platform/queue'
import { pageUrl } from '../platform/route'
import { usePages } from '../platform/use-pages'
import { useSend } from '../platform/use-send'
import { useSendLater } from '../platform/use-send-later'

/** The most that a page holds: a class has twenty children, a place a few classes. */
const PAGE = 50

export const useClass = (placeId: string, on: LocalDate) =>
  usePages(
    `booking.classDay:${placeId}:${on}`,
    cursor => api.booking.classDay({ placeId, on, limit: PAGE, cursor }),
    { empty: ({ children, cursor }) => children.length === 0 && !cursor },
  )

const page = (placeId: string) => pageUrl('/workbench/pages/class', { placeId })

/** Written at the door of the class: without network it is kept and sent later, once. */
export const useArrive = (placeId: string, what: () => string) =>
  useSendLater('booking.arrive', page(placeId), what)
export const useLeave = (placeId: string, what: () => string) =>
  useSendLater('booking.leave', page(placeId), what)
export const useNoteCare = (placeId: string, what: () => string) =>
  useSendLater('booking.noteCare', page(placeId), what)

/** A code is compared by the server, and a number is looked at there: neither waits for a network. */
export const useCheckPickup = () => useSend(api.booking.checkPickup)
/** Who may fetch is asked by every hand-over: it does not wait for a network. */
export const useNameFetcher = () => useSend(api.booking.nameFetcher)
export const useCorrectFetcher = () => useSend(api.booking.correctFetcher)
export const useContact = () => useSend(api.booking.contact)

/** What was written on this device and has not been sent yet, by booking. */
export function useKeptHandovers(): ReadonlyMap<string, 'arrive' | 'leave' | 'noteCare'> {
  const calls = ['booking.arrive', 'booking.leave', 'booking.noteCare']
  const waiting = queue.use().filter(({ call, end }) => calls.includes(call) && !end)
  return new Map(
    waiting.map(({ input, call }) => [
      (input as { bookingId: string }).bookingId,
      call.slice('booking.'.length) as 'arrive' | 'leave' | 'noteCare',
    ]),
  )
}
