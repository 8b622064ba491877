/**
 * The directory as HSDS 3.0: each place is a service at its location, and so is each thing that can be booked there; its
 * community is the organization behind them.
 */
import { EVENING_MINUTE, type WeeklyHours } from '@yike/shared/circle/hours'
import type { PlaceKind } from '@yike/shared/circle/schema'
import type { Region } from '../../../identity/handlers'
import type { Offering, Place } from '../../store'
import { kindNames } from '../csv/cells'
import { bookedServiceOf } from './booked/write'
import { hoursTerms, schedulesOf } from './schedules'
import type { Attribute, Service, ServicePage } from './schema'
import { PLACE_ID, priceNames, taxonomies, termOf, uuidOf } from './terms'
import { costsTold, toldFields } from './told'

/** A place with what can be booked there. */
export interface Listed {
  readonly place: Place
  readonly offerings: readonly Offering[]
}

/** All places on one page, each before what can be booked there; `regions` are those above them. */
export const writeHsds = (listed: readonly Listed[], regions: readonly Region[]): ServicePage => {
  const contents = listed.flatMap(({ place, offerings }) => {
    const service = serviceOf(place, regions)
    return [service, ...offerings.map(offering => bookedServiceOf(offering, place, service, regions))]
  })
  return {
    total_items: contents.length,
    total_pages: 1,
    page_number: 1,
    size: contents.length,
    first_page: true,
    last_page: true,
    empty: contents.length === 0,
    contents,
  }
}

const serviceOf = (place: Place, regions: readonly Region[]): Service => {
  const id = uuidOf(place.placeId)
  const organization = organizationOf(place, regions)
  const costs = [
    ...(place.priceClass ? [{ id: uuidOf(`${id}#cost`), option: priceNames[place.priceClass] }] : []),
    ...costsTold(id, place.told),
  ]
  return {
    id,
    organization_id: organization.id,
    name: place.name,
    status: place.state === 'closed' ? 'defunct' : 'active',
    ...toldFields(id, place.told),
    ...(place.assuredOn && { assured_date: place.assuredOn }),
    ...(place.timeline && place.timeline.length > 0 && { last_modified: place.timeline.at(-1)?.at }),
    organization,
    ...(place.phone && { phones: [{ id: uuidOf(`${id}#phone`), number: place.phone }] }),
    schedules: scheduled(id, place),
    service_at_locations: [{ id: uuidOf(`${id}#at`), location: locationOf(id, place, regions) }],
    ...(costs.length > 0 && { cost_options: costs }),
    attributes: attributesOf(id, place),
  }
}

const organizationOf = ({ community }: Place, regions: readonly Region[]) => {
  const id = uuidOf(`organization#${community}`)
  const name = regions.find(({ code }) => code === community)?.name ?? '暂无社区维护'
  return {
    id,
    name,
    description: community ? `${name}居民委员会` : '还没有社区负责维护的场所',
    ...(community && {
      organization_identifiers: [
        {
          id: uuidOf(`${id}#code`),
          identifier_scheme: 'CN-STATS-REGION',
          identifier_type: '统计用区划代码',
          identifier: community,
        },
      ],
    }),
  }
}

const locationOf = (id: string, place: Place, regions: readonly Region[]) => {
  const nameOf = (level: Region['level']) =>
    regions.find(region => region.level === level && place.community?.startsWith(region.code))?.name ?? ''
  return {
    id: uuidOf(`${id}#location`),
    location_type: 'physical' as const,
    name: place.name,
    latitude: place.position.lat,
    longitude: place.position.lng,
    external_identifier: place.placeId,
    external_identifier_type: PLACE_ID,
    ...(place.address && {
      addresses: [
        {
          id: uuidOf(`${id}#address`),
          address_1: place.address,
          city: nameOf('city'),
          state_province: nameOf('district'),
          postal_code: '',
          country: 'CN',
          address_type: 'physical' as const,
        },
      ],
    }),
    ...(place.stepFree !== undefined && {
      accessibility: [{ id: uuidOf(`${id}#access`), description: place.stepFree ? '无台阶' : '有台阶' }],
    }),
  }
}

const scheduled = (id: string, { hours, hoursText }: Place): Service['schedules'] => {
  const list = hours ? schedulesOf(hours) : hoursText ? [{ description: hoursText }] : []
  return list.map((schedule, at) => ({ id: uuidOf(`${id}#schedule${at}`), ...schedule }))
}

const OFFICE = [9 * 60, 17 * 60] as const

/** 错时、延时、夜间 (S2:L90), read off the hours. */
const openingKinds = ({ days }: WeeklyHours): string[] => {
  const workdays = days.slice(0, 5).flat()
  const isOutside = workdays.some(([from, to]) => from < OFFICE[0] || to > OFFICE[1])
  return [
    ...(isOutside ? ['延时开放'] : []),
    ...(days.slice(5).flat().length > 0 ? ['错时开放'] : []),
    ...(days.flat().some(([, to]) => to > EVENING_MINUTE) ? ['夜间开放'] : []),
  ]
}

const attributesOf = (id: string, place: Place): Attribute[] => {
  const { kind, priceClass, hours, sharedWith = [], areaSquareMeters, sourceId } = place
  return [
    termOf(id, taxonomies.kind, kindNames[kind], { code: kind satisfies PlaceKind }),
    ...(priceClass ? [termOf(id, taxonomies.price, priceNames[priceClass], { code: priceClass })] : []),
    ...hoursTerms(id, hours),
    ...(hours ? openingKinds(hours).map(name => termOf(id, taxonomies.hours, name)) : []),
    ...sharedWith.map(code => termOf(id, taxonomies.shared, '共用社区', { value: code })),
    ...(areaSquareMeters === undefined
      ? []
      : [termOf(id, taxonomies.area, '建筑面积（平方米）', { value: String(areaSquareMeters) })]),
    termOf(id, taxonomies.source, '来源', { value: sourceId }),
  ]
}
