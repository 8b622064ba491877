/** What HSDS has no field for, as terms of taxonomies of our own; and the ids that it wants. */
import { createHash } from 'node:crypto'
import { type PriceClass, priceClasses } from '@yike/shared/circle/schema'
import type { Attribute, Service } from './schema'

export const taxonomies = {
  kind: 'yike-place-kind',
  price: 'yike-price-class',
  hours: 'yike-hours',
  source: 'yike-source',
  area: 'yike-area',
  shared: 'yike-shared-with',
  /** Of a service that is booked: its kind, and its terms as JSON (`BookedBy`). */
  booked: 'yike-booked-by',
} as const
export const PLACE_ID = 'yike-place'

/** HSDS wants UUIDs; the same thing has the same one in every export (RFC 9562, version 8). */
export const uuidOf = (seed: string): string => {
  const hex = createHash('sha256').update(`yike#${seed}`).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

export const priceNames: Readonly<Record<PriceClass, string>> = { free: '无偿', low: '低偿', paid: '有偿' }

export const priceClassOfName = (name: string): PriceClass | undefined =>
  priceClasses.find(price => priceNames[price] === name)

/** A term of a service. */
export const termOf = (
  serviceId: string,
  taxonomy: string,
  name: string,
  { value, code }: { readonly value?: string; readonly code?: string } = {},
): Attribute => ({
  id: uuidOf(`${serviceId}#${taxonomy}#${name}#${value ?? ''}`),
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

export const termsIn = ({ attributes = [] }: Service, taxonomy: string) =>
  attributes.flatMap(({ value, taxonomy_term: term }) =>
    term?.taxonomy === taxonomy ? [{ name: term.name, code: term.code, value }] : [],
  )
