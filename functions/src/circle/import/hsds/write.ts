/** The directory as HSDS 3.0: each place a service at its location, its community the organization behind it. */
import { createHash } from 'node:crypto'
import type { WeeklyHours } from '@yike/shared/circle/hours'
import { type PlaceKind, type PriceClass, priceClasses } from '@yike/shared/circle/schema'
import type { Region } from '../../../identity/handlers'
import type { Place } from '../../store'
import { kindNames } from '../csv/cells'
import { extrasOf, schedulesOf } from './schedules'
import { type Attribute, PLACE_ID, type Service, type ServicePage, taxonomies } from './schema'

/** HSDS wants UUIDs; the same thing has the same one in every export (RFC 9562, version 8). */
const uuidOf = (seed: string): string => {
  const hex = createHash('sha256').update(`yike#${seed}`).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

const priceNames: Readonly<Record<PriceClass, string>> = { free: '无偿', low: '低偿', paid: '有偿' }

/** All places on one page; `regions` are those above them. */
export const writeHsds = (places: readonly Place[], regions: readonly Region[]): ServicePage => ({
  total_items: places.length,
  total_pages: 1,
  page_number: 1,
  size: places.length,
  first_page: true,
  last_page: true,
  empty: places.length === 0,
  contents: places.map(place => serviceOf(place, regions)),
})

const serviceOf = (place: Place, regions: readonly Region[]): Service => {
  const id = uuidOf(place.placeId)
  const organization = organizationOf(place, regions)
  return {
    id,
    organization_id: organization.id,
    name: place.name,
    status: place.state === 'closed' ? 'defunct' : 'active',
    ...(place.assuredOn && { assured_date: place.assuredOn }),
    ...(place.timeline && place.timeline.length > 0 && { last_modified: place.timeline.at(-1)?.at }),
    organization,
    ...(place.phone && { phones: [{ id: uuidOf(`${id}#phone`), number: place.phone }] }),
    schedules: scheduled(id, place),
    service_at_locations: [{ id: uuidOf(`${id}#at`), location: locationOf(id, place, regions) }],
    ...(place.priceClass && {
      cost_options: [{ id: uuidOf(`${id}#cost`), option: priceNames[place.priceClass] }],
    }),
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

const EVENING = 19 * 60
const OFFICE = [9 * 60, 17 * 60] as const

/** 错时、延时、夜间 (S2:L90), read off the hours. */
const openingKinds = ({ days }: WeeklyHours): string[] => {
  const workdays = days.slice(0, 5).flat()
  const isOutside = workdays.some(([from, to]) => from < OFFICE[0] || to > OFFICE[1])
  return [
    ...(isOutside ? ['延时开放'] : []),
    ...(days.slice(5).flat().length > 0 ? ['错时开放'] : []),
    ...(days.flat().some(([, to]) => to > EVENING) ? ['夜间开放'] : []),
  ]
}

const attributesOf = (id: string, place: Place): Attribute[] => {
  const { kind, priceClass, hours, sharedWith = [], areaSquareMeters, sourceId } = place
  const term = (taxonomy: string, name: string, value?: string, code?: string): Attribute => ({
    id: uuidOf(`${id}#${taxonomy}#${name}#${value ?? ''}`),
    link_entity: 'service',
    ...(value !== undefined && { value }),
    taxonomy_term: {
      id: uuidOf(`${taxonomy}#${name}`),
      ...(code && { code }),
      name,
      description: name,
      taxonomy,
    },
  })
  const extras = hours && extrasOf(hours)
  return [
    term(taxonomies.kind, kindNames[kind], undefined, kind satisfies PlaceKind),
    ...(priceClass ? [term(taxonomies.price, priceNames[priceClass], undefined, priceClass)] : []),
    ...(extras ? [term(taxonomies.hours, '公共假日', extras.holiday)] : []),
    ...(extras?.makeUp === undefined ? [] : [term(taxonomies.hours, '调休上班日', extras.makeUp)]),
    ...(hours ? openingKinds(hours).map(name => term(taxonomies.hours, name)) : []),
    ...sharedWith.map(code => term(taxonomies.shared, '共用社区', code)),
    ...(areaSquareMeters === undefined
      ? []
      : [term(taxonomies.area, '建筑面积（平方米）', String(areaSquareMeters))]),
    term(taxonomies.source, '来源', sourceId),
  ]
}

export const priceClassOfName = (name: string): PriceClass | undefined =>
  priceClasses.find(price => priceNames[price] === name)
