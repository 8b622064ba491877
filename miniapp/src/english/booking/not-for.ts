import type { Ineligible } from '@yike/shared/booking/rules/eligibility'

const groupNames: Readonly<Record<string, string>> = {
  elder: 'older people',
  minor: 'children',
  disabled: 'disabled people',
}

/** Those who come first: older people, children. */
export const firstOnes = (groups: string): string =>
  groups
    .split(' ')
    .map(group => groupNames[group])
    .join(', ')

/** Why an offering is not for somebody, by the rule. */
export const notFor: Readonly<Record<Ineligible['rule'], string>> = {
  age_unknown: 'This service is for certain ages; the month of birth is not known yet.',
  too_young: 'This service is for people who are older.',
  too_old: 'This service is for people who are younger.',
  elsewhere: 'This service is only for residents of its own community.',
  not_team: 'This service is only for registered teams.',
  no_certificate:
    'This service is for holders of a disability certificate. Show yours to the community once to book it.',
  not_for_one: 'This service is booked for one person, not for teams.',
  not_for_teams: 'Teams can book rooms and courts only.',
}
