import type { Problem } from '@yike/shared/kernel/problem'

/** What of an offering does not fit, by field: one sentence has all that may be wrong with it. */
export const terms: Readonly<Record<string, string>> = {
  hours:
    'Hours and days, like “8:30–17:30 daily”; at least one day open, and two spans where it goes past midnight. To close it for a while, pause it',
  slotMinutes: 'In quarters of an hour, and no longer than the longest time it is open without a break',
  stepMinutes: 'In quarters of an hour',
  longestMinutes: 'In quarters of an hour: the shortest length, and whole steps more',
  beforeMinutes: 'In quarters of an hour',
  afterMinutes: 'In quarters of an hour',
  noticeMinutes: 'Less ahead than it can be booked ahead, or nobody could ever book',
  priority: 'At least one group, and so few days that others may still book',
  quotas: 'At least as much as one booking takes',
  closures: 'The first day not after the last, and a year at most: to close it for longer, pause it',
  eligible:
    'Ages from low to high, in this community or the district, street or city above it; for teams no ages and no certificate',
  prices: 'In this community, or the street, district or city above it',
  staffing: 'Each shift from and to, in quarters of an hour, the first before the second',
  priceFen: 'Free is 0; low and paid are how much each time',
  capacity: 'It is a whole or a part of the same room: its seats cannot be changed alone',
  purpose: 'That purpose is none of this kind: choose again',
  days: 'The first day not after the last, and “closed” or hours like 9:00–12:00',
}

const season: Readonly<Record<string, string>> = {
  from: 'After the day of the draw',
  to: 'After the first day, so that each slot comes once; a season that is too long is split in two',
  closesAt: 'Later than now',
  drawAt: 'At least an hour after requests end: the list is frozen and published first',
  issue: 'Which issue it is, such as 2026138',
  slots:
    'From and to in quarters of an hour, apart from each other, at times that are open, staffed, not booked up and not kept for another draw; of what is not for teams only',
  publicNumber:
    'The numbers as they were published, in order, with spaces between: seven of two digits, or at least six drawn by hand',
}

interface Most {
  readonly most?: number
}

/** What to put right in a field, by the refusal and the field: what the server says of it is Chinese. */
const fields: Readonly<Record<string, string | ((facts: Most) => string)>> = {
  'booking.caller_unclear.name': 'Enter the name of who calls',
  'booking.caller_unclear.phone': 'Enter the number they call from',
  'booking.certificate_date.untilOn': 'Enter the last day that stands on it',
  'booking.note_empty.note': 'Write a line, or fill in one thing',
  'booking.proof_missing.code': 'Enter the code, or who confirmed it on the telephone',
  'booking.wish_unclear.choices': 'Each slot of this draw at most once',
  'booking.wish_unclear.wants': ({ most }) =>
    most === undefined ? 'Fewer, please' : `At most ${most} for each household`,
  'circle.no_such_community.sharedWith': 'One of them does not take part yet',
  'identity.born_in_future.bornOn': 'Not later than today',
  'identity.phone_unclear.phone': 'A mobile has 11 digits; others begin with the area code',
  'volunteer.bad_times.endAt': 'In steps of 15 minutes, 12 hours at most',
  'volunteer.starts_in_past.startAt': 'It has to be later than now',
  'volunteer.too_many_minutes.minutes': 'Shorter, please: that is longer than the task',
  ...under('booking.terms_unclear', terms),
  ...under('booking.season_unclear', season),
}

function under(code: string, words: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(words).map(([name, said]) => [`${code}.${name}`, said]))
}

export const fieldWords = ({ code, facts = {} }: Pick<Problem, 'code' | 'facts'>, name: string): string => {
  const said = fields[`${code}.${name}`]
  return (typeof said === 'function' ? said(facts) : said) ?? 'Check this entry'
}
