/**
 * What a booking takes, all in one write: units of its thing (with what is kept free around it), of whatever that is
 * part of, of whoever serves (with the way to the door and back), and the body of the person it is for. A team has no body:
 * it may be in two rooms at once, and whoever books for it may be elsewhere meanwhile; its ration is what limits it.
 */
import type { Span, Taken } from '@yike/shared/booking/calendar'
import type { Equipment } from '@yike/shared/booking/rules/equipment'
import { type QuotaUse, quotasFor, quotaUses } from '@yike/shared/booking/rules/quota'
import { PACE_METERS_PER_MINUTE, walkMeters } from '@yike/shared/circle/rules'
import type { Position, RegionCode } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'
import type { Offering, Server } from '../../circle/handlers'
import { seatingOf } from './staffing'

export type FullCode =
  | 'booking.slot_full'
  | 'booking.no_server'
  | 'booking.person_busy'
  | 'booking.equipment_taken'

/** One thing that is taken, how much of it there is, and what it means that there is not enough. */
export interface Taking {
  readonly taken: Taken
  readonly capacity: number
  readonly full: FullCode
  /** Only on a day whose roster is counted in by this, see `seatingOf`: its seats follow the carers on duty. */
  readonly seating?: string
}

/** What a booking uses up of somebody's quota. */
export type OwnedUse = QuotaUse & { readonly ownerId: string }

/**
 * Minutes on foot from the place to a door, in whole quarter-hours. Whoever serves is counted as setting out from the
 * place and returning there: from one door to the next is never farther than by way of the place, so the time is enough
 * whatever visit lies before or behind.
 */
export const travelMinutes = (from: Position, door: Position): number =>
  Math.ceil(walkMeters(from, door) / PACE_METERS_PER_MINUTE / 15) * 15

/** A body is in one place at a time. Where nobody needs to be there it is their part in that thing: one parked car each. */
export const bodyOf = (
  { attended, thingId }: Pick<Offering, 'attended' | 'thingId'>,
  personId: Id<'person'>,
): string => (attended ? personId : `${thingId}:${personId}`)

/** Its room, and whatever that is a part of. */
export const roomsOf = ({ thingId, alsoTakes = [] }: Pick<Offering, 'thingId' | 'alsoTakes'>): string[] => [
  thingId,
  ...alsoTakes.map(one => one.thingId),
]

/** All that a booking of an offering may take but the body. */
export const thingsOf = (offering: Offering): string[] => [
  ...roomsOf(offering),
  ...(offering.servers ?? []).map(one => one.thingId),
]

/** A sort of equipment is the room's: a thing of its own, by the name that it had first. */
export const equipmentOf = (
  { thingId, equipment }: Pick<Offering, 'thingId' | 'equipment'>,
  name: string,
): string => `${thingId}:${equipment?.find(one => one.name === name)?.id ?? name}`

export const takingsOf = (
  offering: Offering,
  personId: Id<'person'> | undefined,
  server: Server | undefined,
  travel: number,
  equipment: readonly Equipment[] = [],
): Taking[] => {
  const { thingId, capacity, units, beforeMinutes, afterMinutes, alsoTakes = [], staffing } = offering
  const around = { beforeMinutes, afterMinutes }
  return [
    {
      taken: { thingId, units, ...around },
      capacity,
      full: 'booking.slot_full',
      ...(staffing && { seating: seatingOf(offering) }),
    },
    ...alsoTakes.map(share => ({
      taken: { thingId: share.thingId, units: share.units, ...around },
      capacity: share.capacity,
      full: 'booking.slot_full' as const,
    })),
    ...(server
      ? [
          {
            taken: { thingId: server.thingId, beforeMinutes: travel, afterMinutes: travel },
            capacity: 1,
            full: 'booking.no_server' as const,
          },
        ]
      : []),
    ...equipment.map(({ name, count }) => ({
      taken: { thingId: equipmentOf(offering, name), units: count, ...around },
      capacity: offering.equipment?.find(one => one.name === name)?.count ?? 0,
      full: 'booking.equipment_taken' as const,
    })),
    ...(personId
      ? [
          {
            taken: { thingId: bodyOf(offering, personId) },
            capacity: 1,
            full: 'booking.person_busy' as const,
          },
        ]
      : []),
  ]
}

/** Whose quotas something may use up. */
interface Owner {
  readonly personId: Id<'person'>
  readonly residentId: Id<'resident'>
  readonly teamId?: Id<'team'> | undefined
  readonly community: RegionCode | null
}

/** What it uses up of the quotas of its offering, and whose they are. */
export const usesOf = (
  { quotas = [], offeringId }: Offering,
  { personId, residentId, teamId, community }: Owner,
  span: Span,
): OwnedUse[] => {
  const owners = {
    person: personId,
    family: residentId,
    team: teamId ?? 'no team',
    community: community ?? 'nowhere',
  }
  return quotaUses(quotasFor(quotas, teamId !== undefined), offeringId, span).map(use => ({
    ...use,
    ownerId: owners[use.per],
  }))
}
