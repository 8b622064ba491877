import type { Twin } from '../../platform/language'
import { count, within } from '../count'
import { seriesWords } from './series'

type Tables = Twin<typeof import('../../booking/words/season')>

export const seasonStates: Tables['seasonStates'] = {
  open: { word: 'Open' },
  closed: { word: 'Awaiting the draw' },
  drawn: { word: 'Being booked' },
  settled: { word: 'Published' },
  calledOff: { word: 'Called off' },
}

export const sourceNames: Tables['sourceNames'] = {
  ssq: 'the Double Colour Ball lottery',
  dlt: 'the Grand Lotto lottery',
  hand: 'a number drawn before all eyes',
}

const reasons: Readonly<Record<string, string>> = {
  repair: 'repairs',
  mistake: 'something was wrong; it will be opened anew',
  few: 'so few asked that they can simply book',
  noNumber: 'the public number was not drawn',
}

const checks: Readonly<Record<string, string>> = {
  commitment: 'The seed is the one whose fingerprint was published at the start',
  list: 'The list is the one that was frozen, to the letter',
  order: 'The order follows from the seed and the number: nobody could choose it',
  result: 'Everybody got the best that was left when their turn came',
}

export const seasonWords: Tables['seasonWords'] = {
  list: 'Draws for a season',
  title: 'Draw for a season',
  none: 'No draw at present',
  noneText: 'When many want the same hour every week, the community opens a draw.',
  newcomerText: 'Choose your community to see its draws.',
  span: (from, to) => `${from} to ${to}, every week`,
  open: 'Weekly hours of this are drawn',
  until: when => `Ask until ${within(when)}`,
  drawAt: (when, number) => `${when}: ${number} decides the order`,
  issue: (source, issue) => `${source}, issue ${issue}`,
  asked: of => `${count(of, 'request')}`,
  first: 'Elders, children and disabled people choose first.',
  pick: 'Which would you like? Tap your favourite first',
  most: of => `At most ${of} each. The more you tap, the better your chances.`,
  seats: of => `for ${of}`,
  weeks: of => count(of, 'time'),
  nth: nth => `Choice ${nth}`,
  wants: 'How many at most',
  count: of => count(of, 'slot'),
  file: slot => `Ask, ${slot} first`,
  change: 'Change it to this',
  filed: 'You are in. You can change it until it closes.',
  withdraw: 'Take it back',
  withdrawn: 'Taken back. You can ask again until it closes.',
  mine: 'What I asked for',
  publishes: 'The public list shows a code name and the hours you chose, never your name.',
  tellsThem: name => ` ${name} will read that you asked for them.`,
  filedBy: who => `asked for by ${who}`,
  pseudonym: name => `On the public list you are ${name}; nobody can tell who that is.`,
  closed: 'It is closed and the list is frozen: nobody can change it.',
  notIn: 'You did not ask this time.',
  won: slot => `You got ${slot}`,
  booked: of => `All ${of} are booked for you`,
  bookedSome: (of, all) => `${of} of ${all} are booked for you`,
  booking: 'They are being booked for you',
  missing: (on, why) => `${on}: ${why}`,
  see: 'See what is booked',
  lost: 'Not this time',
  rank: (nth, of) => `Number ${nth} of ${of}`,
  lostText: 'When your turn came, what you wanted had gone to those before you.',
  left: 'Nobody got these: anybody may book',
  leftSeats: of => `${of} left`,
  book: 'Book',
  calledOff: why => `The community called it off: ${reasons[why] ?? why}. The hours can be booked as usual.`,
  why: ({ code }) => {
    if (code === 'request.not_found') return 'Not there any more'
    if (code === 'booking.series_long') return 'Too many to book in one go: please book this day by itself'
    return seriesWords.why({ code })
  },
  some: 'Not on some days',
  fair: 'Why it is fair',
  fairText:
    'The fingerprint of a secret is published first. When the list is frozen, a number that nobody could guess is awaited. Both together decide the order, so neither side can choose it.',
  verify: 'See the list, check it yourself',
  draw: 'List and result',
  promised: 'The digest is the one that this phone noted when you asked',
  commitment: 'Fingerprint of the secret',
  listHash: 'Fingerprint of the list',
  number: 'Public number',
  seed: 'Secret',
  unknown: 'Not published yet',
  check: 'Work it out here again',
  checks: check => checks[check] ?? check,
  good: 'All of it is right',
  bad: 'Something is wrong: please tell the community and the street',
  save: 'Save this record',
  copy: 'Copy this record',
  copied: 'Copied.',
  how: 'On a computer: save the record as a file and run npm run draw, or check each step with sha256sum and openssl.',
  moving: 'The list is being brought up to date. Please look again in a moment.',
  order: 'Order',
  entries: of => `The frozen list, ${count(of, 'request')}`,
  me: 'Me',
  firsts: 'first',
  got: slots => `got ${slots}`,
  gotNone: 'got none',
}

export const seasonElder: Tables['seasonElder'] = {
  first: 'Which would you like most?',
  second: 'And if you do not get it?',
  only: 'Nothing else',
  howMany: 'How many at most?',
  atMost: count => `At most ${count}`,
  who: 'For whom?',
  whose: 'Whose?',
  self: 'Myself',
  sure: 'Shall we ask for this?',
  yes: 'Yes, ask',
  filed: 'You are in',
  closed: 'Waiting for the draw',
  won: 'You got it',
  change: 'Change it',
  open: 'This draw',
  off: 'This draw is called off',
  all: 'See the whole list',
}
