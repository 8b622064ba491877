import type { Twin } from '../../platform/language'
import { count } from '../count'

type Tables = Twin<typeof import('../../workbench/words/season')>

export const seasonStateWords: Tables['seasonStateWords'] = {
  open: { word: 'Open' },
  closed: { word: 'Awaiting the number' },
  drawn: { word: 'Being booked' },
  settled: { word: 'Published' },
  calledOff: { word: 'Called off' },
}

export const seasonSources: Tables['seasonSources'] = {
  hand: 'a number drawn before all eyes',
  ssq: 'the Double Colour Ball lottery',
  dlt: 'the Grand Lotto lottery',
}

export const callOffWords: Tables['callOffWords'] = {
  few: 'Few asked: they can simply book',
  mistake: 'Something was wrong; it will be opened anew',
  repair: 'Repairs',
  noNumber: 'The public number was not drawn',
}

export const seasonDeskWords: Tables['seasonDeskWords'] = {
  title: 'Draws for a season',
  none: 'No draw yet',
  noneText:
    'Where more people want a weekly hour than there are, open a draw from the offering of its place.',
  asked: of => count(of, 'request'),
  span: (from, to) => `${from} to ${to}`,
  start: 'Open a draw for a season',
  startText: 'Shares out weekly hours in public where many want them.',
  field: {
    from: 'First day',
    to: 'Last day',
    slots: 'Which hours every week',
    most: 'How many each at most',
    priority: 'Elders, children and disabled people choose first',
    closesAt: 'Requests until',
    drawAt: 'When the number is drawn',
    source: 'Which number decides',
    issue: 'Which issue',
  },
  dateExample: 'For example: 2027-03-01',
  momentExample: 'For example: 2027-02-10 18:00',
  slotsExample: 'For example: 周一、周三 19:00–20:00',
  slotsHint:
    'Written in Chinese, as opening hours are. Each stretch is a slot, and fits the hours of the offering.',
  understood: 'These slots',
  count: of => count(of, 'slot'),
  issueExample: 'For example: 2026138',
  open: 'Open it',
  openText:
    'From then on these hours cannot be booked singly, and the fingerprint of a secret is published. It closes by itself; nobody can do that sooner.',
  firstOpened: to =>
    `Opened until ${to}. The rest follows below: set when it closes and is drawn, then open it.`,
  restAfter: from => `After this one the rest follows, from ${from}.`,
  unreadable: 'Write it as 2027-02-10 18:00.',
  dateUnreadable: 'Write it as 2027-03-01.',
  slotsUnreadable: 'Not understood. Write it as 周一 19:00–20:00.',
  closesAt: when => `Closes by itself ${when}`,
  drawAt: when => `The number can be entered from ${when}`,
  frozen: of => `The list is frozen: ${count(of, 'request')}`,
  want: of => `${of} want it most`,
  enter: 'Enter the public number',
  number: 'Public number',
  numberAgain: 'Once more',
  numberHint: source =>
    source === 'hand'
      ? 'At least six digits, with spaces between.'
      : 'Seven numbers of two digits in the order in which they were published.',
  differ: 'The two differ.',
  draw: 'Draw by this number',
  drawText:
    'It is entered once. The result is there at once; everybody sees the number and can work it out again.',
  early: 'The number is entered here when its time has come.',
  drawn: 'Drawn. Who won is booked, and everybody was told.',
  result: 'Result',
  got: (of, seats) => `${of} of ${seats} given`,
  missing: on => `Closed ${on}`,
  see: 'See the public list and result',
  callOff: 'Call it off',
  callOffAsk: 'Why? Everybody who asked reads it',
  keep: 'Keep it',
  calledOff: 'Called off. The hours are free, and who asked was told.',
}
