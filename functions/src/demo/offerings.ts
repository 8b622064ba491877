/** What can be booked in the demo: the tables of offerings/, each line as an offering of its place. */
import type { Offering, Place } from '../circle/store'
import { childcare } from './offerings/childcare'
import { elderCare } from './offerings/elder-care'
import type { OfferRow, Stock } from './offerings/row'
import { venue } from './offerings/venue'
import { hoursOf, places as bare } from './places'
import { demoId } from './street'

const stocks: readonly Stock[] = [...elderCare, ...childcare, ...venue]

const placeNamed = (name: string): Place => {
  const place = bare.find(one => one.name === name)
  if (!place) throw new Error(`The demo has no place ${name}`)
  return place
}

const offeringOf = (
  { place: placeName, thing, kind, capacity, forWhom }: Stock,
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
    thingId: demoId('thing', `${placeName}/${thing}`),
    capacity,
    hours: hoursOf(hours),
    slotMinutes,
    priceClass,
    priceFen,
    ...terms,
  }
}

export const offerings: readonly Offering[] = stocks.flatMap(stock => stock.offers.map(row => offeringOf(stock, row)))

export const offeringNamed = (placeName: string, name: string): Offering => {
  const offering = offerings.find(one => one.placeName === placeName && one.name === name)
  if (!offering) throw new Error(`${placeName} does not offer ${name}`)
  return offering
}

/** The directory, each place with the kinds that can be booked there. */
export const places: readonly Place[] = bare.map(place => ({
  ...place,
  bookable: [...new Set(offerings.filter(({ placeId }) => placeId === place.placeId).map(({ kind }) => kind))],
}))
