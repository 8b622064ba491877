/** Places and offerings as lists show them. */
import { isOpenLate, openAt, type WeeklyHours } from '@yike/shared/circle/hours'
import { writeNotices } from '@yike/shared/circle/hours/special'
import { writeHours } from '@yike/shared/circle/hours/write'
import { paces, type WalkProfile } from '@yike/shared/circle/kinds'
import type { OfferingCard, PlaceCard } from '@yike/shared/circle/schema'
import { type Instant, localDate } from '@yike/shared/kernel/time'
import { dayKindOf } from '@yike/shared/kernel/workday'
import type { ListedPlace } from '../nearby/nearby'
import type { Offering, Place } from '../store'

const unknown = { state: 'unknown' } as const

/** Whether places are open at a moment; many of them share their hours, which are looked at once. */
export const openingsAt = (now: Instant): ((place: Pick<ListedPlace, 'hours'>) => PlaceCard['open']) => {
  const today = localDate(now)
  const known = new Map<WeeklyHours, PlaceCard['open']>()
  return ({ hours }) => {
    if (!hours) return unknown
    const open = known.get(hours) ?? {
      ...openAt(hours, now, dayKindOf),
      ...(isOpenLate(hours, today, dayKindOf) && { late: true as const }),
    }
    known.set(hours, open)
    return open
  }
}

/** The metres are those of a level walk that takes as long. */
export const wayOf = (seconds: number, profile: WalkProfile): Pick<PlaceCard, 'meters' | 'walkMinutes'> => ({
  meters: Math.round((seconds * paces[profile].metersPerMinute) / 60),
  walkMinutes: Math.ceil(seconds / 60),
})

export const factsOf = (
  place: ListedPlace,
  open: PlaceCard['open'],
): Omit<PlaceCard, 'meters' | 'walkMinutes'> => ({
  placeId: place.placeId,
  name: place.name,
  kind: place.kind,
  position: place.position,
  open,
  priceClass: place.priceClass,
  stepFree: place.stepFree,
  bookable: [...place.bookable],
})

export const offeringCard = (offering: Offering): OfferingCard => ({
  offeringId: offering.offeringId,
  placeId: offering.placeId,
  kind: offering.kind,
  name: offering.name,
  capacity: offering.capacity,
  slotMinutes: offering.slotMinutes,
  priceClass: offering.priceClass,
  priceFen: offering.priceFen,
  needsApproval: offering.needsApproval,
  forWhom: offering.forWhom,
  eligible: offering.eligible,
})

/** Hours as they stand at the door, with what differs in the next weeks. */
export const plateOf = ({ hours, hoursText, state }: Place, now: Instant): string | undefined => {
  if (state === 'closed') return '已停用'
  return hours
    ? [writeHours(hours), ...writeNotices(hours.special ?? [], localDate(now))].join('；')
    : hoursText
}
