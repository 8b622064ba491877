/** Places and offerings as lists show them. */
import { openAt } from '@yike/shared/circle/hours'
import { paces, type WalkProfile } from '@yike/shared/circle/kinds'
import type { OfferingCard, PlaceCard } from '@yike/shared/circle/schema'
import type { Instant } from '@yike/shared/kernel/time'
import { dayKindOf } from '@yike/shared/kernel/workday'
import type { ListedPlace } from '../nearby/nearby'
import type { Offering } from '../store'

export const openNowOf = (place: ListedPlace, now: Instant) =>
  place.hours ? openAt(place.hours, now, dayKindOf) : ({ state: 'unknown' } as const)

/** The metres are those of a level walk that takes as long. */
export const wayOf = (seconds: number, profile: WalkProfile): Pick<PlaceCard, 'meters' | 'walkMinutes'> => ({
  meters: Math.round((seconds * paces[profile].metersPerMinute) / 60),
  walkMinutes: Math.ceil(seconds / 60),
})

export const factsOf = (place: ListedPlace, now: Instant): Omit<PlaceCard, 'meters' | 'walkMinutes'> => ({
  placeId: place.placeId,
  name: place.name,
  kind: place.kind,
  position: place.position,
  open: openNowOf(place, now),
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
