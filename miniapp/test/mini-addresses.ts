/** What may stand in an address that a page is opened with. */

const prefixes = {
  placeId: 'pl',
  offeringId: 'of',
  taskId: 'tk',
  microprojectId: 'mp',
  bookingId: 'bk',
  personId: 'ps',
  caseId: 'bk',
  deskId: 'dk',
  grantId: 'gr',
  seasonId: 'sn',
  seriesId: 'se',
  teamId: 'tm',
  memberId: 'mb',
  fetcherId: 'ft',
}
const ids = Object.keys(prefixes)
const times = ['startAt', 'endAt', 'deadlineAt', 'on']
const others = ['kind', 'step', 'minutes', 'profile', 'from', 'volunteerId']
const all = (names: readonly string[], value: string) => names.map(name => `${name}=${value}`).join('&')

const named = Object.entries(prefixes)
  .map(([name, prefix]) => `${name}=${prefix}_01JD0000000000000000000000`)
  .join('&')

/** What could be there, and is not; with a time and without. */
export const gone = [named, `${named}&kind=booking&${all(times, '2026-12-01T10:00:00.000Z')}`]

/** Each names things by values that none of ours can have; half a percent sign is no text at all. */
export const broken = [
  `${all(ids, encodeURIComponent(`null' OR "`))}&${all([...times, ...others], '%E4%BD')}`,
  `${all(ids, '%E4%BD')}&${all([...times, ...others], '-1')}`,
]
