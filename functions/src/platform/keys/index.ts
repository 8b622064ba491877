/**
 * Every key of the one table on one page; TABLE.md explains each and a test holds the two together.
 * A single table is seen whole or not at all, which is why this file of the platform may name the domain.
 */

import type { IndexKey, Key } from './shape'

export * from './shape'

export const keys = {
  region: (code: string): Key => ({ pk: 'REGIONS', sk: `REGION#${code}` }),
  wechatUser: (openIdHash: string): Key => ({ pk: `WECHAT#${openIdHash}`, sk: 'WECHAT' }),
  resident: (residentId: string): Key => ({ pk: `RESIDENT#${residentId}`, sk: 'RESIDENT' }),
  person: (residentId: string, personId: string): Key => ({
    pk: `RESIDENT#${residentId}`,
    sk: `PERSON#${personId}`,
  }),
  openId: (residentId: string): Key => ({ pk: `OPENID#${residentId}`, sk: 'OPENID' }),
  /** Of somebody: who of staff saw it, and until when it holds. */
  certificate: (personId: string): Key => ({ pk: `CERTIFICATE#${personId}`, sk: 'CERTIFICATE' }),
  /** On which a resident may be called; apart, so that nothing else reads it along. */
  phone: (residentId: string): Key => ({ pk: `PHONE#${residentId}`, sk: 'PHONE' }),
  /** Somebody whom staff of a community have booked for, by their number and name: a couple has one number at home. */
  caller: (community: string, phone: string, name: string): Key => ({
    pk: `CALLERS#${community}`,
    sk: `PHONE#${phone}#${name}`,
  }),
  consent: (residentId: string, about: string): Key => ({
    pk: `CONSENT#${residentId}`,
    sk: `ABOUT#${about}`,
  }),
  desk: (deskId: string): Key => ({ pk: `DESK#${deskId}`, sk: 'DESK' }),
  post: (residentId: string): Key => ({ pk: `RESIDENT#${residentId}`, sk: 'POST' }),
  invitation: (codeHash: string): Key => ({ pk: `INVITATION#${codeHash}`, sk: 'INVITATION' }),
  grant: (grantId: string): Key => ({ pk: `GRANT#${grantId}`, sk: 'GRANT' }),
  team: (teamId: string): Key => ({ pk: `TEAM#${teamId}`, sk: 'TEAM' }),
  member: (teamId: string, memberId: string): Key => ({ pk: `TEAM#${teamId}`, sk: `MEMBER#${memberId}` }),
  teamBooking: (teamId: string, id: string): Key => ({ pk: `TEAM#${teamId}`, sk: `BOOKING#${id}` }),
  teamCode: (codeHash: string): Key => ({ pk: `TEAMCODE#${codeHash}`, sk: 'TEAMCODE' }),
  look: (residentId: string, on: string, caseId: string, mark: string): Key => ({
    pk: `LOOKS#${residentId}`,
    sk: `LOOK#${on}#${caseId}#${mark}`,
  }),
  notice: (residentId: string, id: string): Key => ({ pk: `INBOX#${residentId}`, sk: `NOTICE#${id}` }),
  movement: (community: string, movementId: string): Key => ({
    pk: `BULLETIN#${community}`,
    sk: `MOVEMENT#${movementId}`,
  }),
  favourites: (residentId: string): Key => ({ pk: `FAVOURITES#${residentId}`, sk: 'FAVOURITES' }),
  place: (placeId: string): Key => ({ pk: `PLACE#${placeId}`, sk: 'PLACE' }),
  offering: (placeId: string, offeringId: string): Key => ({
    pk: `PLACE#${placeId}`,
    sk: `OFFERING#${offeringId}`,
  }),
  placeShare: (placeId: string, code: string): Key => ({ pk: `PLACE#${placeId}`, sk: `SHARE#${code}` }),
  placeCheck: (placeId: string): Key => ({ pk: `PLACE#${placeId}`, sk: 'CHECK' }),
  offeringCheck: (placeId: string, id: string): Key => ({ pk: `PLACE#${placeId}`, sk: `CHECK#${id}` }),
  dwellings: (community: string, source: string, part: string): Key => ({
    pk: `DWELLINGS#${community}`,
    sk: `SOURCE#${source}#${part}`,
  }),
  holidays: (year: number | ''): Key => ({ pk: 'HOLIDAYS', sk: `YEAR#${year}` }),
  coverage: (community: string): Key => ({ pk: `COVERAGE#${community}`, sk: 'COVERAGE' }),
  network: (name: string): Key => ({ pk: `NETWORK#${name}`, sk: 'NETWORK' }),
  networkTile: (name: string, tile: string, hash: string): Key => ({
    pk: `NETWORK#${name}`,
    sk: `TILE#${tile}#${hash}`,
  }),
  nearby: (cell: string, profile: string): Key => ({ pk: `NEAR#${cell}`, sk: `PROFILE#${profile}` }),
  nearbyCards: (cell: string): Key => ({ pk: `NEAR#${cell}`, sk: 'CARDS' }),
  calendar: (residentId: string): Key => ({ pk: `CALENDAR#${residentId}`, sk: 'CALENDAR' }),
  daySheet: (thingId: string, on: string): Key => ({ pk: `SHEET#${thingId}`, sk: `DAY#${on}` }),
  /** Counts of somebody's quotas whose periods begin in a month: 2026-11. */
  quota: (ownerId: string, month: string): Key => ({ pk: `QUOTA#${ownerId}`, sk: `MONTH#${month}` }),
  roster: (thingId: string, on: string): Key => ({ pk: `SHEET#${thingId}`, sk: `ROSTER#${on}` }),
  booking: (bookingId: string): Key => ({ pk: `BOOKING#${bookingId}`, sk: 'BOOKING' }),
  /** Who was displaced from a place, by the start of what was booked there: until then it may open again. */
  displaced: (place: string, at: string, id: string): Key => ({
    pk: `DISPLACED#${place}`,
    sk: `START#${at}#${id}`,
  }),
  absences: (residentId: string): Key => ({ pk: `ABSENCES#${residentId}`, sk: 'ABSENCES' }),
  pickup: (personId: string): Key => ({ pk: `PICKUP#${personId}`, sk: 'PICKUP' }),
  handover: (bookingId: string): Key => ({ pk: `BOOKING#${bookingId}`, sk: 'HANDOVER' }),
  reminder: (bookingId: string): Key => ({ pk: `BOOKING#${bookingId}`, sk: 'REMINDER' }),
  series: (seriesId: string): Key => ({ pk: `SERIES#${seriesId}`, sk: 'SERIES' }),
  season: (seasonId: string): Key => ({ pk: `SEASON#${seasonId}`, sk: 'SEASON' }),
  /** Apart, so that no reading of a season can tell it before its draw. */
  seasonSeed: (seasonId: string): Key => ({ pk: `SEASON#${seasonId}`, sk: 'SEED' }),
  /** Some of a frozen list, the first pseudonyms in part 000. */
  seasonList: (seasonId: string, part: string): Key => ({ pk: `SEASON#${seasonId}`, sk: `LIST#${part}` }),
  wish: (seasonId: string, residentId: string): Key => ({
    pk: `SEASON#${seasonId}`,
    sk: `WISH#${residentId}`,
  }),
  microproject: (microprojectId: string): Key => ({
    pk: `MICROPROJECT#${microprojectId}`,
    sk: 'MICROPROJECT',
  }),
  photo: (microprojectId: string, photoId: string): Key => ({
    pk: `MICROPROJECT#${microprojectId}`,
    sk: `PHOTO#${photoId}`,
  }),
  photoCheck: (traceId: string): Key => ({ pk: `CHECK#${traceId}`, sk: 'CHECK' }),
  task: (taskId: string): Key => ({ pk: `TASK#${taskId}`, sk: 'TASK' }),
  claim: (taskId: string, residentId: string): Key => ({ pk: `TASK#${taskId}`, sk: `CLAIM#${residentId}` }),
  account: (accountId: string): Key => ({ pk: `ACCOUNT#${accountId}`, sk: 'ACCOUNT' }),
  ledgerEntry: (accountId: string, entryId: string): Key => ({
    pk: `ACCOUNT#${accountId}`,
    sk: `ENTRY#${entryId}`,
  }),
  once: (residentId: string, key: string): Key => ({ pk: `ONCE#${residentId}`, sk: `KEY#${key}` }),
} as const

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
