import { lengthsOf } from '@yike/shared/booking/rules/terms'
import type { Days } from '@yike/shared/booking/schema'
import type { Slot } from '@yike/shared/booking/schema/day'
import { addMinutes, type Instant } from '@yike/shared/kernel/time'

type Offering = Days['offering']

/** What an offering leaves open beyond day, hour and person, in the order in which 长辈版 asks. */
export type Step = 'long' | 'how' | 'things' | 'check'

/** How long it may take from this slot on, minutes. */
export const lengthsFrom = (offering: Offering, { startAt, endAt, longestEndAt }: Slot): number[] =>
  lengthsOf(offering).filter(minutes => addMinutes(startAt, minutes) <= (longestEndAt ?? endAt))

/** Until when one cancels it by oneself. */
export const cancelByOf = ({ cancelMinutes }: Pick<Offering, 'cancelMinutes'>, { startAt }: Slot): Instant =>
  addMinutes(startAt, -cancelMinutes)

/** Once it is booked, only a call gives it back: nobody has to say yes first, and it begins soon. */
export const isForGood = (offering: Offering, slot: Slot, at: Instant): boolean =>
  !offering.needsApproval && cancelByOf(offering, slot) <= at

/** The pages that still come; none where a name is enough to book, for it is taken back as easily. */
export const stepsOf = (offering: Offering, slot: Slot, at: Instant): Step[] => {
  const long = lengthsFrom(offering, slot).length > 1
  const how = (offering.modes?.length ?? 0) > 1
  const things = (offering.equipment?.length ?? 0) > 0
  const check = long || how || things || (offering.papers?.length ?? 0) > 0 || isForGood(offering, slot, at)
  return [
    ...(long ? ['long' as const] : []),
    ...(how ? ['how' as const] : []),
    ...(things ? ['things' as const] : []),
    ...(check ? ['check' as const] : []),
  ]
}
