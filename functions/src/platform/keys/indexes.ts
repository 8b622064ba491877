/** The lists of the table, by their index. */
import type { IndexKey } from './shape'

/**
 * by-owner: what belongs to somebody or stands somewhere. by-deadline: what waits, sparse.
 * An item that leaves a list loses the index attributes.
 */
export const indexes = {
  byOwner: {
    name: 'by-owner',
    desks: (residentId: string, deskId: string): IndexKey => [`RESIDENT#${residentId}#DESK`, deskId],
    grants: (giverId: string, offeredAt: string, grantId: string): IndexKey => [
      `RESIDENT#${giverId}#GRANT`,
      `${offeredAt}#${grantId}`,
    ],
    teams: (community: string, teamId: string): IndexKey => [`COMMUNITY#${community}#TEAM`, teamId],
    memberships: (residentId: string, teamId: string): IndexKey => [`RESIDENT#${residentId}#TEAM`, teamId],
    /** Of a street with its communities, or of one region above streets. */
    posts: (region: string, scope: string, residentId: string): IndexKey => [
      `REGION#${region}#POST`,
      `${scope}#${residentId}`,
    ],
    bookings: (residentId: string, startAt: string, id: string): IndexKey => [
      `RESIDENT#${residentId}#BOOKING`,
      `${startAt}#${id}`,
    ],
    seasons: (community: string, seasonId: string): IndexKey => [`COMMUNITY#${community}#SEASON`, seasonId],
    microprojects: (residentId: string, id: string): IndexKey => [`RESIDENT#${residentId}#MICROPROJECT`, id],
    claims: (residentId: string, startAt: string, taskId: string): IndexKey => [
      `RESIDENT#${residentId}#CLAIM`,
      `${startAt}#${taskId}`,
    ],
    tasks: (community: string, endAt: string, taskId: string): IndexKey => [
      `COMMUNITY#${community}#TASK`,
      `${endAt}#${taskId}`,
    ],
    places: (tile: string, placeId: string): IndexKey => [`TILE#${tile}`, placeId],
  },
  byDeadline: {
    name: 'by-deadline',
    waiting: (community: string, deadlineAt: string, id: string): IndexKey => [
      `COMMUNITY#${community}#WAITING`,
      `${deadlineAt}#${id}`,
    ],
    places: (community: string | null, askOn: string, placeId: string): IndexKey => [
      `COMMUNITY#${community ?? 'none'}#PLACE`,
      `${askOn}#${placeId}`,
    ],
    /** When something is due: an offer ends, the slot that is waited for begins, requests of a season close. */
    queue: (community: string, dueAt: string, offeringId: string, order: string, id: string): IndexKey => [
      `COMMUNITY#${community}#QUEUE`,
      `${dueAt}#${offeringId}#${order}#${id}`,
    ],
    agenda: (placeId: string, startAt: string, id: string): IndexKey => [
      `PLACE#${placeId}#AGENDA`,
      `${startAt}#${id}`,
    ],
    reminders: (community: string, remindAt: string, bookingId: string): IndexKey => [
      `COMMUNITY#${community}#REMIND`,
      `${remindAt}#${bookingId}`,
    ],
    calls: (community: string, on: string, startAt: string, bookingId: string): IndexKey => [
      `COMMUNITY#${community}#CALLS`,
      `${on}#${startAt}#${bookingId}`,
    ],
    certificates: (community: string, untilOn: string, personId: string): IndexKey => [
      `COMMUNITY#${community}#CERTIFICATE`,
      `${untilOn}#${personId}`,
    ],
    /** Of a team: who leads it, then who books for it, then all others. */
    members: (teamId: string, rank: number, memberId: string): IndexKey => [
      `TEAM#${teamId}#MEMBERS`,
      `${rank}#${memberId}`,
    ],
    teamBookings: (teamId: string, startAt: string, bookingId: string): IndexKey => [
      `TEAM#${teamId}#BOOKING`,
      `${startAt}#${bookingId}`,
    ],
    held: (holderId: string, untilAt: string, grantId: string): IndexKey => [
      `RESIDENT#${holderId}#HELD`,
      `${untilAt}#${grantId}`,
    ],
    accepted: (community: string, acceptedAt: string, id: string): IndexKey => [
      `COMMUNITY#${community}#ACCEPTED`,
      `${acceptedAt}#${id}`,
    ],
  },
} as const
