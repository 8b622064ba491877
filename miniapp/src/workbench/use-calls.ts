import type { LocalDate } from '@yike/shared/kernel/time'
import { api } from '../platform/api'
import { usePages } from '../platform/use-pages'
import { useSend } from '../platform/use-send'

export const useCalls = (community: string, on: LocalDate) =>
  usePages(
    `booking.calls:${community}:${on}`,
    cursor => api.booking.calls({ community, on, limit: 50, cursor }),
    { empty: ({ calls, cursor }) => calls.length === 0 && !cursor },
  )

/** Whose time closed, and who have neither answered nor been told what is held instead, whatever the day. */
export const useUnsettled = (community: string) =>
  usePages(
    `booking.unsettled:${community}`,
    cursor => api.booking.unsettled({ community, limit: 50, cursor }),
    { empty: ({ calls, cursor }) => calls.length === 0 && !cursor },
  )

export const useRecordCall = () => useSend(api.booking.recordCall)
