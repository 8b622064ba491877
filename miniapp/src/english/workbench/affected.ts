import type { Twin } from '../../platform/language'
import { count as counted } from '../count'

export const affectedWords: Twin<typeof import('../../workbench/words')>['affectedWords'] = {
  ask: 'This hits people who have booked',
  count: people => `${counted(people, 'booking')} affected`,
  split: (swapped, none) => `${swapped} with something else · ${none} unsettled`,
  nobody: 'Nobody is affected.',
  how: 'They are told as soon as this is saved, and what stands below is held for them to take or leave; whom WeChat does not reach stands among the reminder calls. Who has priority comes first, then who booked first. Where there is room for fewer, the last who booked are moved.',
  noneHow: 'Whoever is unsettled is told so and stands among the reminder calls: please call them.',
  swap: (when, where) => `Could move to ${when}, ${where}`,
  lacks: things => `Still missing there: ${things}`,
  ways: {
    ownTime: 'The very time',
    elsewhere: 'For the same purpose, nearest in time',
    anotherTime: 'Nothing for the same purpose is free nearby: another time here',
    elsewhereAnotherTime: 'For the same purpose, another time',
  },
  walk: minutes => `${minutes} min walk`,
  none: {
    nothingFree:
      'Unsettled: nothing for the same purpose is free nearby for ten days. Goes onto the call list',
    noPurpose:
      'Unsettled: it does not say what it is for, so only its own other times were tried, and all are full. Goes onto the call list',
  },
  more: rest => `Show ${rest} more`,
  yes: people => `Go ahead and tell ${counted(people, 'person', 'people')}`,
  yesAll: 'Go ahead',
  no: 'Not now',
  seatless: (people, days, more) =>
    `${counted(people, 'booking')} of a class would have no seat (${days}${more ? ' and more' : ''}). Nobody is moved for that: decide one by one at the roster once it is saved.`,
  toRoster: 'Look at the roster',
}

export const outcomeWords: Twin<typeof import('../../workbench/words')>['outcomeWords'] = {
  title: 'What became of them',
  counts: (same, otherwise, pending) =>
    `${same} as shown before · ${otherwise} otherwise${pending > 0 ? ` · ${pending} being told` : ''}`,
  line: (who, number) => `${who} · ${number}`,
  held: (when, where) => `Held: ${when}, ${where}`,
  none: 'Unsettled: on the call list',
  over: 'Needs nothing else',
  whys: {
    cancelled: 'Cancelled before',
    stays: 'Nobody had to move: the booking stands as before',
    openAgain: 'Open again: the booking stands as before',
    notOpen: 'The time that was shown is not open any more',
    full: 'Somebody else has just taken the time that was shown',
    othersFirst: 'Others came first, and what was shown went to them',
  },
  unread: rest =>
    `${rest} more were not read before: they answer what is held for them, and whoever is unsettled is among the reminder calls.`,
  toCalls: 'Call them',
}
