import type { Twin } from '../../platform/language'

export const callWords: Twin<typeof import('../../workbench/words')>['callWords'] = {
  title: 'Reminder calls',
  how: "Call whom no message of WeChat has reached. Whoever's number you look at can see that you did.",
  none: 'Everybody of this day is reminded',
  noneText: 'Whom WeChat has not reached is listed here.',
  unsettled: 'Closed, and unsettled',
  unsettledHow:
    'What they had booked is not open any more, and nothing fits in its place. Call them and look for something together.',
  before: 'Day before',
  after: 'Day after',
  tomorrow: 'Tomorrow',
  counts: (left, done) => `${left} to call · ${done} called`,
  look: 'Show the number',
  call: phone => `Call ${phone}`,
  noPhone: 'No number: drop by, or ask somebody to tell them',
  outcomes: {
    reached: 'Reached',
    noAnswer: 'No answer',
    cancel: 'Not coming: cancelled',
  },
  record: { reached: 'Reached', noAnswer: 'No answer', cancel: 'Not coming' },
  tries: times => `No answer, ${times}×`,
  calledAt: clock => `called at ${clock}`,
  cancelAsk: name => `Cancel this booking for ${name}?`,
  cancelText: 'The place goes to others at once, and they get a message.',
  cancelYes: 'Cancel the booking',
  keep: 'Keep it',
}

export const numberWords: Twin<typeof import('../../workbench/words')>['numberWords'] = {
  whose: name => `The number of ${name}, a relative who booked it: ask them to pass it on`,
  gone: 'There is no number to call now',
}
