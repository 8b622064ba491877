/** What can be booked in the demo: the tables of offerings/, each line as an offering of its place. */
import type { Offering } from '../circle/store'
import type { OfferRow, Stock } from './offerings/row'
import { stocks } from './offerings/stocks'
import { hoursOf, placeNamed } from './places'
import { demoId } from './street'

const offeringOf = (
  { place: placeName, thing, kind, capacity, forWhom, eligible, attended = true }: Stock,
  [name, hours, slotMinutes, priceClass, priceFen, terms]: OfferRow,
): Offering => {
  const place = placeNamed(placeName)
  return {
    placeId: place.placeId,
    offeringId: demoId('offering', `${placeName}/${name}`),
    placeName,
    placePhone: place.phone,
    community: place.community,
    kind,
    name,
    forWhom,
    eligible,
    thingId: demoId('thing', `${placeName}/${thing}`),
    capacity,
    hours: hoursOf(hours),
    slotMinutes,
    attended,
    priceClass,
    priceFen,
    ...terms,
  }
}

export const offerings: readonly Offering[] = stocks.flatMap(stock =>
  stock.offers.map(row => offeringOf(stock, row)),
)

export const offeringNamed = (placeName: string, name: string): Offering => {
  const offering = offerings.find(one => one.placeName === placeName && one.name === name)
  if (!offering) throw new Error(`${placeName} does not offer ${name}`)
  return offering
}
