import type { Twin } from '../../platform/language'
import { count, within } from '../count'
import { detailOf } from '../refusals/facts'

type Tables = Twin<typeof import('../../booking/words/series')>
type Code = Parameters<Tables['seriesWords']['why']>[0]['code']

export const rhythmNames: Tables['rhythmNames'] = {
  weekly: 'Weekly',
  fortnightly: 'Fortnightly',
  workday: 'Workdays',
  daily: 'Daily',
}

const whyNot: Record<Code, string> = {
  'booking.slot_full': 'Full',
  'booking.no_server': 'Nobody is free to serve',
  'booking.person_busy': 'Another booking at that time',
  'booking.not_a_slot': 'Not open at that time',
  'booking.too_long': 'Too long',
  'booking.odd_length': 'No such length',
  'booking.odd_start': 'Does not begin then',
  'booking.closed': 'Closed on that day',
  'booking.past': 'Over already',
  'booking.too_late': 'Too close to the start',
  'booking.too_early': 'Not open for booking yet',
  'booking.calendar_unknown': 'Holidays are not published yet',
  'booking.not_eligible': 'Not for this person',
  'booking.quota_used': 'No bookings left',
  'booking.too_far': 'Too far from home',
  'booking.home_unknown': 'Home is not known yet',
  'booking.mode_unknown': 'Not settled like that',
  'booking.season_held': 'Kept for a draw',
  'booking.equipment_taken': 'Not enough equipment',
  'booking.equipment_unknown': 'There is no such equipment',
}

export const seriesWords: Tables['seriesWords'] = {
  open: 'Repeat it, every week for example',
  openAgain: 'Every week from now on',
  title: 'Repeat booking',
  every: 'How often',
  times: 'How many times',
  count: times => count(times, 'time'),
  bookable: (free, all) => (free === all ? `All ${all} can be booked` : `${free} of ${all} can be booked`),
  // The server writes its own words in Chinese; in a line with others it is no sentence.
  why: refused => detailOf(refused, () => '')?.replace(/\.$/, '') ?? whyNot[refused.code],
  instead: when => `Instead: ${when}`,
  place: (times, who) => `Book ${count(times, 'time')}, for ${within(who)}`,
  request: (times, who) => `Ask for ${count(times, 'time')}, for ${within(who)}`,
  whole: 'All that you chose are booked together. If one fails, none is, and you choose again.',
  none: 'None is chosen. Try another rhythm or another time.',
  sum: amount => `${amount} in all`,
  askEvery: 'How often?',
  askTimes: 'How many times?',
  askDates: 'Are these days right?',
  series: 'Booked together',
  placed: times => `All ${times} are booked. Give the number when you come.`,
  requested: times => `All ${times} are sent; the places are held for you.`,
  nth: (nth, of) => `Number ${nth} of ${of} booked together`,
  cancelRest: times => `Cancel the ${count(times, 'booking')} left`,
  cancelAsk: times => `Cancel the ${count(times, 'booking')} left?`,
  cancelText: 'The places go to others at once. To cancel only one, open it.',
  cancelled: 'Cancelled. Somebody else can have the places.',
  stays: times => `${count(times, 'booking')} can only be cancelled by phone now.`,
}

export const seriesElder: Twin<typeof import('../../booking/words/elder')>['seriesElder'] = {
  left: (left, all) => `${left} of ${all} still to come`,
}

export const familyElder: Twin<typeof import('../../booking/words/elder')>['familyElder'] = {
  past: name => `Earlier bookings of ${name}`,
  choose: name => `At the last step choose ${name}`,
}
