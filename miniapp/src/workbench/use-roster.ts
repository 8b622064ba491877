import type { LocalDate } from '@yike/shared/kernel/time'
import { api } from '../platform/api'
import { open } from '../platform/route'
import { storage } from '../platform/storage'
import { useQuery } from '../platform/use-query'
import { useSend } from '../platform/use-send'
import type { Stale } from '../platform/use-stale'

const LAST = 'workbench.roster'
const PAGE = '/workbench/pages/roster'
const WEEK = 7

/** The rosters that were last looked at on this device; else the places to choose one from. */
export const openLastRoster = (): void => open(PAGE, { placeId: storage.read<string>(LAST) ?? undefined })

/** A week of the classes of a place, from a Monday on. */
export const useRosters = (placeId: string, monday: LocalDate) =>
  useQuery(`booking.rosters:${placeId}:${monday}`, async () => {
    const answer = await api.booking.rosters({ placeId, from: monday, days: WEEK })
    if (answer.ok) storage.write(LAST, placeId)
    return answer
  })

interface OfDay {
  readonly placeId: string
  readonly offeringId: string
  readonly on: LocalDate
}

/** Whom a day leaves without a carer. */
export const useRoster = ({ placeId, offeringId, on }: OfDay) =>
  useQuery(`booking.roster:${offeringId}:${on}`, () => api.booking.roster({ placeId, offeringId, on }))

export const useSetRoster = ({ tell }: Stale) => useSend(api.booking.setRoster, tell)
export const useDisplace = ({ tell }: Stale) => useSend(api.booking.displace, tell)
