import { type Skip, skipOf } from '@yike/shared/booking/rules/skipped'
import type { Twin } from '../../platform/language'
import { count, within } from '../count'

const skips: Readonly<Record<Skip, string>> = {
  'booking.person_busy': 'You had another booking at that time',
  'booking.quota_used': 'You have used up your bookings',
  'booking.no_server': 'Nobody was free to serve',
  'booking.equipment_taken': 'The equipment that was wanted is lent out then',
  'booking.equipment_unknown': 'The equipment that was wanted is not there any more',
  'booking.too_late': 'It was too close to the start for an answer',
  'booking.past': 'It was too close to the start for an answer',
  'booking.home_unknown': 'Nobody knows yet where you live',
  'booking.too_far': 'Your home is out of reach',
  'booking.closed': 'It is closed on that day',
  'booking.not_first': 'The certificate you came first by holds no longer; you wait in order now',
  'booking.team_over': 'You may not book for this team now',
  'booking.not_a_slot': 'The opening hours have changed',
  'booking.too_long': 'It cannot be booked for so long any more',
  'booking.odd_length': 'It cannot be booked for so long any more',
  'booking.odd_start': 'It begins at other times now',
  'request.not_found': 'The service or the person is gone',
  other: 'It cannot be given to this person now',
}
const notFor = {
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
const whose = {
  person: 'for each person',
  family: 'for each family',
  team: 'for each team',
  community: 'for each community',
}

export const elderWords: Twin<typeof import('../../booking/words/elder')>['elderWords'] = {
  which: 'Which service?',
  when: 'Which day?',
  clock: day => `${day}: what time?`,
  later: 'Later days',
  fullDay: 'Full: you can join the waiting list',
  howLong: 'How long?',
  how: 'How shall it be settled?',
  things: 'Is anything needed with it?',
  thatsAll: 'That is all',
  check: 'Is this right?',
  waitWho: 'Who is it for?',
  waitSelf: 'I will wait myself',
  waitOther: name => `${name} will wait`,
  inQueue: rank => `Waiting: ${rank}`,
  otherTimes: 'See other times',
  seekStop: 'Stop looking',
  think: 'Let me think',
  mine: 'Back to my things',
}

export const laterWords: Twin<typeof import('../../booking/words/elder')>['laterWords'] = {
  title: 'What comes after it',
}

export const leftWords: Twin<typeof import('../../booking/words/elder')>['leftWords'] = {
  left: 'You are no longer waiting.',
}

export const ticketElder: Twin<typeof import('../../booking/words/elder')>['ticketElder'] = {
  door: 'I am here: show my number',
  presence: 'About that day',
  settled: 'What to bring, what is lent',
  story: 'How far it has come',
}

export const words: Twin<typeof import('../../booking/words')>['words'] = {
  length: (length, until) => `${length}, until ${until}`,
  mode: 'How to settle it',
  swapFrom: (what, why) =>
    `${what}, which you had booked, is not open any more: ${why}. The time below is held for you; it is yours to choose.`,
  swapLacks: things => `Still missing here: ${things}.`,
  displaced: why =>
    `That time is not open any more: ${why}. Nothing that fits is free nearby, and the community will call you. As soon as something fits it is held for you; you may also look at other times.`,
  backFor: what =>
    `If you take it back, ${what} is cancelled in the same moment; if not, all stays as it is.`,
  today: 'Today',
  free: 'Free',
  yuan: amount => `¥${amount}`,

  ask: 'What would you like to book?',
  askNothing: 'Everything nearby is full these days',
  askElse: 'None of these: show me more',
  askSlot: (place, when, left) => `${place}, ${within(when)}, ${count(left, 'place')} left`,
  askWho: 'Who is it for?',
  askOtherTime: 'Another time',
  giveSelf: 'Book it for me',
  giveOther: name => `Book it for ${name}`,
  mineTitle: 'My things',
  mineNone: 'Nothing is booked for the coming days.',
  mineSelf: 'Me, my family and home',
  mineSlip: 'See the booking',
  mineGiveUp: 'I am not going: cancel it',
  mineGivenUp: 'Cancelled. Somebody else can have the place.',
  mineUndo: 'That was a mistake: book it again',
  mineAgain: 'Booked again.',
  mineRequest: 'Make a request',
  mineNotices: 'My messages',
  mineHelp: 'Help a neighbour',

  choose: 'Choose a time',
  pickOffering: 'Which service',
  noneThatDay: 'No times to book on this day',
  nextFree: when => `Next free: ${within(when)}`,
  noneAtAll: 'Full for the next two weeks',
  noneAtAllText: 'You can call and ask, or look elsewhere.',
  lateDay: 'Too close to the start to book online. If it is urgent, please call.',
  priority: days => `Older people, children and disabled people first; others ${count(days, 'day')} later`,
  closedDay: why => `Closed on this day: ${why}`,
  unknownDay: 'The public holidays of that year are not out yet. Please book an earlier day.',
  parts: { whole: 'Whole day', morning: 'Morning', afternoon: 'Afternoon', evening: 'Evening' },

  confirm: 'Who is it for',
  forWhom: 'For',
  self: 'Me',
  addPerson: 'Add family',
  price: 'Price',
  tellAge: who => `Add the month of birth: ${who}`,
  myTeams: 'See my teams',
  chooseOther: 'See other services',
  notFor: ({ rule }) => notFor[rule],
  quota: ({ per, count: counted, within, most }) =>
    `At most ${counted === 'bookings' ? count(most, 'booking') : count(most / 60, 'hour')} ${whose[per]} a ${within}`,
  place: (when, who) => `Book ${within(when)} for ${within(who)}`,
  request: (when, who) => `Apply for ${within(when)} for ${within(who)}`,
  cancelUntil: time => `You can cancel it yourself until ${within(time)}.`,

  ticket: 'Booking',
  placed: 'Booked. Give this number when you arrive.',
  requested: 'Sent. Your place is held for now.',
  number: 'Booking number',
  qrFor: number => `QR code of booking ${number}`,
  forName: name => `For ${name}`,
  howToCancel: 'How to cancel',
  cancelClosed: 'It is too late to cancel online. Please call the place.',
  cancelAnyTime: 'Not approved yet: you can cancel at any time.',
  whatHappened: 'What happened',
  you: 'You',
  family: 'Family',
  ofTeam: team => `Booked for ${team || 'the team'}`,
  ofTeamNone: 'Nothing is booked yet',
  ofTeamNoneText: 'What those who book for the team have booked stands here.',
  bookedBy: who => `by ${who}`,
  community: 'Community',
  clock: 'System',
  answerBy: when => `The community answers by ${within(when)}`,
  comeThen: when => `Come at ${within(when)} and give your number`,
  cancel: 'Cancel the booking',
  toPlace: (place, offering, when, who) => `Book ${place}, ${offering}, ${within(when)}, for ${within(who)}`,
  toCancel: (place, offering, when, who) =>
    `Cancel ${place}, ${offering}, ${within(when)}, for ${within(who)}`,
  asOf: when => `No connection: seen ${within(when)}; the places left may have changed.`,
  cancelAsk: 'Cancel this booking?',
  cancelText: 'Your place goes to others at once and cannot be taken back. You can book again.',
  keep: 'Keep it',
  cancelled: 'Cancelled. Somebody else can have the place.',
  again: 'Book again',
  toCalendar: 'Add to my calendar',
  inCalendar: 'It is in your calendar.',
  notInCalendar: 'Not added. Please allow access to the calendar.',
  seePlace: 'How to get there',

  wait: 'Waiting list',
  rank: position => (position === 1 ? 'You are next' : `Number ${position} on the list`),
  ahead: position => `${position - 1} ahead of you.`,
  rankNote: 'We ask in order when a place comes up; no need to keep watch.',
  rankFirst: 'You are among those asked first.',
  skipped: why => {
    const skip = skipOf(why)
    return skip ? skips[skip] : why
  },
  joined: 'You are on the list. A message tells you when it is your turn.',
  keepOffer: 'Not yet',
  leave: 'Leave the list',
  leaveAsk: 'Leave the waiting list?',
  leaveText: 'If you join again later, you start at the end.',
  seekEnd: 'Stop looking for something in its place?',
  stay: 'Keep waiting',
  waitingOnes: 'Waiting',
  seeking: 'Closed: we look for another time',
  yours: 'Awaiting your answer',

  tab: 'My bookings',
  coming: 'Coming up',
  past: 'Earlier',
  nothing: 'No bookings yet',
  nothingText: 'See what is within a quarter of an hour on foot.',
  browse: 'Look around',
  nothingComing: 'Nothing coming up',
  seats: left => `${count(left, 'place')} left`,
}
