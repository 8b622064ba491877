/** What can be booked in the demo: the tables of offerings/, each line as an offering of its place. */

import type { Staffing } from '@yike/shared/booking/rules/staffing'
import type { Offering } from '../circle/store'
import type { OfferRow, Stock } from './offerings/row'
import { stocks } from './offerings/stocks'
import { hoursOf, placeNamed } from './places'
import { demoId } from './street'

const thingId = (place: string, thing: string) => demoId('thing', `${place}/${thing}`)

/** The same from Monday to Saturday, or every day. */
const weekly = ({ carers, everyDay }: NonNullable<Stock['staffing']>): Staffing['weekly'] =>
  Array.from({ length: 7 }, (_, weekday) =>
    weekday === 6 && !everyDay
      ? []
      : carers.map(([name, from, to]) => ({ name, fromMinute: from * 60, toMinute: to * 60 })),
  )

const offeringOf = (
  { place: placeName, thing, partOf, staffing, visitors, neighboursOnly, eligible, ...stock }: Stock,
  [name, hours, slotMinutes, priceClass, priceFen, terms, more]: OfferRow,
): Offering => {
  const place = placeNamed(placeName)
  const { kind, purpose, capacity, forWhom, attended = true } = stock
  return {
    placeId: place.placeId,
    offeringId: demoId('offering', `${placeName}/${name}`),
    version: 1,
    placeName,
    placePhone: place.phone,
    community: place.community,
    kind,
    purpose,
    name,
    forWhom,
    eligible: neighboursOnly ? { ...eligible, livesIn: place.community } : eligible,
    thingId: thingId(placeName, thing),
    capacity,
    ...(partOf && {
      alsoTakes: [{ thingId: thingId(placeName, partOf[0]), units: 1, capacity: partOf[1] }],
    }),
    ...(staffing && { staffing: { ratio: staffing.ratio, weekly: weekly(staffing) } }),
    ...(visitors && {
      servers: visitors.names.map(one => ({ thingId: thingId(placeName, one), name: one })),
      from: place.position,
      reachMinutes: visitors.reachMinutes,
    }),
    hours: hoursOf(hours),
    slotMinutes,
    attended,
    priceClass,
    priceFen,
    ...terms,
    ...more,
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
