import type { circle } from '@yike/shared/circle/contract'
import { openAt } from '@yike/shared/circle/hours'
import { writeHours } from '@yike/shared/circle/hours/write'
import { walkMeters, walkMinutes } from '@yike/shared/circle/rules'
import type { OfferingCard, PlaceCard } from '@yike/shared/circle/schema'
import type { Id } from '@yike/shared/kernel/id'
import { ok, refuse } from '@yike/shared/kernel/result'
import type { Instant } from '@yike/shared/kernel/time'
import { dayKindOf } from '@yike/shared/kernel/workday'
import type { Handlers } from '../platform/handler'
import type { Table } from '../platform/table'
import { countByKind, matches, pageFrom, tilesWithin, withinReach } from './domain'
import { upkeepHandlers } from './handlers/upkeep'
import { loadPlace, loadTiles, type Offering, type Place } from './store'

export { asPlaceCheck, waitingCheck } from './handlers/entry'
export type { Offering } from './store'
export { loadOffering } from './store'

export const circleHandlers = (table: Table): Handlers<typeof circle.endpoints> => ({
  ...upkeepHandlers(table),

  async near({ now }, { lng, lat, minutes, kind, search, openNow, bookable, limit, cursor }) {
    const from = { lng, lat }
    const reached = withinReach(await loadTiles(table, tilesWithin(from, minutes)), from, minutes)
    const wanted = reached.filter(
      ({ place }) =>
        (!kind || place.kind === kind) &&
        (!search || matches(place, search)) &&
        (!bookable || place.bookable.length > 0) &&
        (!openNow || openNowOf(place, now).state === 'open'),
    )
    const page = pageFrom(wanted, cursor, limit)
    if (!page) return refuse('circle.cursor_stale')
    return ok({
      places: page.rows.map(({ place, meters }) => ({ ...factsOf(place, now), ...wayOf(meters) })),
      counts: countByKind(reached),
      asOf: now,
      ...(page.cursor && { cursor: page.cursor }),
    })
  },

  async place({ now }, { placeId, lng, lat }) {
    const found = await loadPlace(table, placeId)
    if (!found) return refuse('request.not_found')
    const { place, offerings } = found
    return ok({
      ...factsOf(place, now),
      ...(lng !== undefined && lat !== undefined && wayOf(walkMeters({ lng, lat }, place.position))),
      community: place.community,
      address: place.address,
      phone: place.phone,
      hours: place.hours ? writeHours(place.hours) : place.hoursText,
      offerings: offerings.map(offeringCard),
    })
  },
})

/** Places asked for what else they offer; each is one query. */
const MOST_NEIGHBOURS = 5
const NEAR_MINUTES = 15

/** What can be booked at a place, then at the next places within a quarter of an hour of it. */
export const loadOfferingsNear = async (table: Table, placeId: Id<'place'>): Promise<Offering[]> => {
  const here = await loadPlace(table, placeId)
  if (!here) return []
  const { position } = here.place
  const neighbours = withinReach(
    await loadTiles(table, tilesWithin(position, NEAR_MINUTES)),
    position,
    NEAR_MINUTES,
  )
    .filter(({ place }) => place.bookable.length > 0 && place.placeId !== placeId)
    .slice(0, MOST_NEIGHBOURS)
  const found = await Promise.all(neighbours.map(({ place }) => loadPlace(table, place.placeId)))
  return [here, ...found].flatMap(one => one?.offerings ?? [])
}

const openNowOf = (place: Place, now: Instant) =>
  place.hours ? openAt(place.hours, now, dayKindOf) : ({ state: 'unknown' } as const)

const wayOf = (meters: number): Pick<PlaceCard, 'meters' | 'walkMinutes'> => {
  const whole = Math.round(meters)
  return { meters: whole, walkMinutes: walkMinutes(whole) }
}

const factsOf = (place: Place, now: Instant): Omit<PlaceCard, 'meters' | 'walkMinutes'> => ({
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
