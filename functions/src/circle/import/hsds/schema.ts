/**
 * The part of HSDS 3.0 (openreferral/specification, schema/compiled/service.json) that a directory of places uses:
 * a place is a service at one location, and so is what can be booked there. What a file says besides is left out.
 */
import { z } from '@yike/shared/kernel/zod'

const id = z.string().check(z.regex(/^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i))

export const Attribute = z.object({
  id,
  link_entity: z.optional(z.string()),
  value: z.optional(z.string()),
  taxonomy_term: z.optional(
    z.object({
      id,
      code: z.optional(z.string()),
      name: z.string(),
      description: z.string(),
      taxonomy: z.optional(z.string()),
    }),
  ),
})
export type Attribute = z.output<typeof Attribute>

export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

export const Schedule = z.object({
  id,
  valid_from: z.optional(z.string()),
  valid_to: z.optional(z.string()),
  /** Hours from UTC. */
  timezone: z.optional(z.number()),
  wkst: z.optional(z.enum(weekdays)),
  freq: z.optional(z.enum(['WEEKLY', 'MONTHLY'])),
  interval: z.optional(z.number()),
  byday: z.optional(z.string()),
  description: z.optional(z.string()),
  opens_at: z.optional(z.string()),
  closes_at: z.optional(z.string()),
  notes: z.optional(z.string()),
})
export type Schedule = z.output<typeof Schedule>

const Phone = z.object({ id, number: z.string() })

const Address = z.object({
  id,
  address_1: z.string(),
  city: z.string(),
  state_province: z.string(),
  postal_code: z.string(),
  country: z.string(),
  address_type: z.enum(['physical', 'postal', 'virtual']),
})

const Location = z.object({
  id,
  location_type: z.enum(['physical', 'postal', 'virtual']),
  name: z.optional(z.string()),
  latitude: z.optional(z.number()),
  longitude: z.optional(z.number()),
  /** In our own files the place's id, so that it is met again. */
  external_identifier: z.optional(z.string()),
  external_identifier_type: z.optional(z.string()),
  addresses: z.optional(z.array(Address)),
  accessibility: z.optional(z.array(z.object({ id, description: z.optional(z.string()) }))),
  phones: z.optional(z.array(Phone)),
  schedules: z.optional(z.array(Schedule)),
})

const Organization = z.object({
  id,
  name: z.string(),
  description: z.string(),
  organization_identifiers: z.optional(
    z.array(
      z.object({
        id,
        identifier_scheme: z.optional(z.string()),
        identifier_type: z.string(),
        identifier: z.string(),
      }),
    ),
  ),
})

const Cost = z.object({
  id,
  option: z.optional(z.string()),
  currency: z.optional(z.string()),
  /** In units of the currency, not in its hundredths. */
  amount: z.optional(z.number()),
  amount_description: z.optional(z.string()),
})

export const Service = z.object({
  id,
  organization_id: z.optional(id),
  name: z.string(),
  status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed']),
  description: z.optional(z.string()),
  application_process: z.optional(z.string()),
  fees_description: z.optional(z.string()),
  eligibility_description: z.optional(z.string()),
  /** In years; months are parts of one. The youngest and the oldest who are still served. */
  minimum_age: z.optional(z.number()),
  maximum_age: z.optional(z.number()),
  /** Why it is not to be had for the time being. */
  alert: z.optional(z.string()),
  assured_date: z.optional(z.string()),
  last_modified: z.optional(z.string()),
  organization: z.optional(Organization),
  phones: z.optional(z.array(Phone)),
  schedules: z.optional(z.array(Schedule)),
  service_at_locations: z.optional(
    z.array(z.object({ id, location: z.optional(Location), schedules: z.optional(z.array(Schedule)) })),
  ),
  service_areas: z.optional(z.array(z.object({ id, name: z.optional(z.string()) }))),
  required_documents: z.optional(z.array(z.object({ id, document: z.optional(z.string()) }))),
  cost_options: z.optional(z.array(Cost)),
  attributes: z.optional(z.array(Attribute)),
})
export type Service = z.output<typeof Service>

/** A page of services, as HSDS' API answers it. */
export interface ServicePage {
  readonly total_items: number
  readonly total_pages: number
  readonly page_number: number
  readonly size: number
  readonly first_page: boolean
  readonly last_page: boolean
  readonly empty: boolean
  readonly contents: readonly Service[]
}
