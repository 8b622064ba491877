import { api } from '../platform/api'
import { useQuery } from '../platform/use-query'
import type { Wanted } from './use-booking'

/** How much of the equipment of an offering is free at a time. */
export const useEquipment = (slot: Wanted) =>
  useQuery(`booking.equipment:${slot.offeringId}:${slot.startAt}:${slot.endAt}`, () =>
    api.booking.equipment(slot),
  )
