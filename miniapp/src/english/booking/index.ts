import type { Twin } from '../../platform/language'
import { elderWords, words } from './words'

export const booking: Twin<
  typeof import('../../booking/words') & typeof import('../../booking/words/elder')
> = {
  elderWords,
  stateWords: {
    requested: { word: 'Awaiting approval' },
    confirmed: { word: 'Booked' },
    declined: { word: 'Not approved' },
    cancelled: { word: 'Cancelled' },
    lapsed: { word: 'Expired' },
    waiting: { word: 'On the list' },
    offered: { word: 'A place is free' },
    passed: { word: 'Passed on' },
    missed: { word: 'No place came' },
    displaced: { word: 'Not open any more' },
  },
  overWord: { word: 'Over' },
  modeNames: { window: 'At the window', visit: 'At home', agent: 'By an agent' },
  swapWord: { word: 'Another time?' },
  offerWords: {
    seat: {
      turn: 'It is your turn',
      until: when => `The place is held for you until ${when}, then it goes to the next person.`,
      accept: 'Take the place',
      pass: 'Pass it on',
      passAsk: 'Pass the place on?',
      passText: 'It goes to the next person at once. To get one later, you have to join again.',
    },
    swap: {
      turn: 'Your time is not open any more',
      until: when => `Held for you until ${when}. Without an answer it is let go.`,
      accept: 'Take this time instead',
      pass: 'No, thank you',
      passAsk: 'Let this time go?',
      passText: 'It is free for others at once. You can book another one yourself.',
    },
  },
  verbWords: {
    place: 'You sent the booking',
    approve: 'The community approved it',
    decline: 'The community did not approve it',
    cancel: 'You cancelled it',
    lapse: 'Nobody answered in time; the place was given back',
    join: 'You joined the waiting list',
    offer: 'A place came up and was held for you',
    skip: 'A place came up but could not be kept for you',
    miss: 'No place came up before the start',
    accept: 'You took the place',
    apply: 'You took the place; awaiting approval',
    pass: 'You passed it on',
    expire: 'No answer in time; it went to the next person',
    displace: 'That time is not open any more',
    swap: 'Another time is held for you',
  },
  shutWords: {
    past: 'Already started',
    too_late: 'Too close to the start',
    too_early: 'Not open yet',
  },
  dayMarks: {
    closed: 'Closed',
    over: 'Past',
    late: 'Too late',
    early: 'Not yet',
    unknown: 'Not set',
  },
  priceReasons: {
    free: 'A free service: nothing to pay',
    low: 'A low-cost service: you pay only what it costs',
    paid: 'A paid service, at the published price',
  },
  words,
}
