/** What was wanted beside a room, as far as it is to be had with what is held in its place. */
import type { Span } from '@yike/shared/booking/calendar'
import { type Equipment, lackingOf } from '@yike/shared/booking/rules/equipment'
import type { Offering } from '../../../circle/handlers'
import type { BookingRecord } from '../../store'
import type { Books } from '../books'
import { equipmentLeft, equipmentParts } from '../slots'
import { equipmentOf } from '../taking'

/** What was first wanted beside the room: a swap that lacked some of it does not make it forgotten. */
export const wantedBy = ({ movedFrom, equipment }: BookingRecord): readonly Equipment[] =>
  movedFrom?.equipment ?? equipment ?? []

/** As much of what is wanted as is free at an offering at a time. */
export const equipmentAt = (
  offering: Offering,
  span: Span,
  wanted: readonly Equipment[],
  { takenOn }: Books,
): Equipment[] => {
  const parts = equipmentParts(offering, span)
  return wanted.flatMap(({ name, count }) => {
    const most = offering.equipment?.find(one => one.name === name)?.count ?? 0
    const free = equipmentLeft(parts, on => takenOn(equipmentOf(offering, name), on), most)
    return free > 0 ? [{ name, count: Math.min(count, free) }] : []
  })
}

/** Before all that is at another time. */
const AT_THE_SAME_TIME = -100

/**
 * What is to be tried first: the same time with at least some of each sort, then where the least is missing, by its share
 * of what was wanted.
 */
export const missingOf = (
  isSameTime: boolean,
  wanted: readonly Equipment[],
  free: readonly Equipment[],
): number => {
  const shares = lackingOf(wanted, free).map(
    ({ name, count }) => count / (wanted.find(one => one.name === name)?.count ?? count),
  )
  const missing = shares.reduce((sum, share) => sum + share, 0)
  return isSameTime && shares.every(share => share < 1) ? AT_THE_SAME_TIME + missing : missing
}
