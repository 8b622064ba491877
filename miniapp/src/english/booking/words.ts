import { type Skip, skipOf } from '@yike/shared/booking/rules/skipped'
import type { Twin } from '../../platform/language'
import { count } from '../count'

const skips: Readonly<Record<Skip, string>> = {
  'booking.person_busy': 'You had another booking at that time',
  'booking.quota_used': 'You have used up your bookings',
  'booking.no_server': 'Nobody was free to serve',
  'booking.too_late': 'It was too close to the start for an answer',
  'booking.past': 'It was too close to the start for an answer',
  'booking.home_unknown': 'Nobody knows yet where you live',
  'booking.too_far': 'Your home is out of reach',
  'booking.closed': 'It is closed on that day',
  'booking.not_a_slot': 'The opening hours have changed',
  'request.not_found': 'The service or the person is gone',
  other: 'It cannot be given to this person now',
}
const notFor = {
  age_unknown: 'This service is for certain ages; the month of birth is not known yet.',
  too_young: 'This service is for people who are older.',
  too_old: 'This service is for people who are younger.',
  elsewhere: 'This service is only for residents of its own community.',
}
const whose = { person: 'for each person', family: 'for each family', community: 'for each community' }

export const elderWords: Twin<typeof import('../../booking/words/elder')>['elderWords'] = {
  which: 'Which service?',
  when: 'Which day?',
  clock: day => `${day}: what time?`,
  later: 'Later days',
  fullDay: 'Full: you can join the waiting list',
  howLong: 'How long?',
  how: 'How shall it be settled?',
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

export const seriesElder: Twin<typeof import('../../booking/words/elder')>['seriesElder'] = {
  left: (left, all) => `${left} of ${all} still to come`,
}

export const familyElder: Twin<typeof import('../../booking/words/elder')>['familyElder'] = {
  past: name => `Earlier bookings of ${name}`,
  choose: name => `At the last step choose ${name}`,
}

export const leftWords: Twin<typeof import('../../booking/words/elder')>['leftWords'] = {
  left: 'You are no longer waiting.',
}

export const words: Twin<typeof import('../../booking/words')>['words'] = {
  length: (length, until) => `${length}, until ${until}`,
  mode: 'How to settle it',
  swapFrom: (what, why) =>
    `${what}, which you had booked, is not open any more: ${why}. The time below is held for you; it is yours to choose.`,
  displaced: why =>
    `That time is not open any more: ${why}. As soon as something else is free it is held for you; you may also look at other times.`,
  today: 'Today',
  free: 'Free',
  yuan: amount => `¥${amount}`,

  ask: 'What would you like to book?',
  askNothing: 'Everything nearby is full these days',
  askElse: 'None of these: show me more',
  askSlot: (place, when, left) => `${place}, ${when}, ${count(left, 'place')} left`,
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
  mineRequests: 'My requests',
  mineNotices: 'My messages',
  mineHelp: 'Help a neighbour',

  choose: 'Choose a time',
  pickOffering: 'Which service',
  noneThatDay: 'No times to book on this day',
  nextFree: when => `Next free: ${when}`,
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
  chooseOther: 'See other services',
  notFor: ({ rule }) => notFor[rule],
  quota: ({ per, count: counted, within, most }) =>
    `At most ${counted === 'bookings' ? count(most, 'booking') : count(most / 60, 'hour')} ${whose[per]} a ${within}`,
  place: (when, who) => `Book ${when} for ${who}`,
  request: (when, who) => `Apply for ${when} for ${who}`,
  cancelUntil: time => `You can cancel it yourself until ${time}.`,

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
  community: 'Community',
  clock: 'System',
  answerBy: when => `The community answers by ${when}`,
  comeThen: when => `Come at ${when} and give your number`,
  cancel: 'Cancel the booking',
  toPlace: (place, offering, when, who) => `Book ${place}, ${offering}, ${when}, for ${who}`,
  toCancel: (place, offering, when, who) => `Cancel ${place}, ${offering}, ${when}, for ${who}`,
  asOf: when => `No connection: seen ${when}; the places left may have changed.`,
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

export const bookWords: Twin<typeof import('../../booking/words/book')>['bookWords'] = {
  howLong: 'How long',
  papers: 'Papers to bring',
  papersHint: 'This is all of them. Tick those you have, and get the others ready.',
  equipment: 'Equipment wanted',
  equipmentLeft: (name, left) => `${name}, ${left} left`,
  equipmentKept: (name, count) => `${name} × ${count}`,
  noneLeft: name => `${name}: none left then`,
  settledBy: mode => `Settled: ${mode}`,
  paperHere: 'Here',
  paperMissing: 'Missing',
  note: 'Anything to tell them',
  noteExample: 'For example: walks badly, needs to be met',
  goBackToChoose: 'Change the time',
  slotGone: 'This time can no longer be booked',
  slotGoneText: 'Please try another time.',
  needsApproval: 'The community answers within a day. Your place is held until then.',
  noCancel: 'It starts soon: once booked, please call to cancel.',
  fullOnes: 'Full: you can join the waiting list',
  fullOne: 'Full · join the list',
  waitFor: (when, who) => `Wait for ${when} for ${who}`,
  howWaiting:
    'When somebody cancels, we ask people on the list in order. When it is your turn, the place is held for you for two hours (overnight until morning), and a message tells you.',
  firstOnes: 'Older people, children and disabled people are asked first, then in order of joining.',
  seatLeft: 'There are places now: no need to wait',
  seatLeftText: 'Just book this time.',
  bookNow: 'Book it',
}
