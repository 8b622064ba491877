import type { Twin } from '../../platform/language'

export const callWords: Twin<typeof import('../../workbench/words')>['callWords'] = {
  title: 'Reminder calls',
  how: "Call whom no message of WeChat has reached. Whoever's number you look at can see that you did.",
  none: 'Everybody of this day is reminded',
  noneText: 'Whom WeChat has not reached is listed here.',
  unsettled: 'Closed, and waiting for their word',
  unsettledHow:
    'What they had booked is not open any more. Ask whether they take what is held instead; where nothing is, look for something together.',
  afterAll: 'Open again: tell them that it holds',
  afterAllHow:
    'They were told by telephone or by WeChat that it is closed. It is open again, and the booking is theirs as before. Please call: they come as they had booked, and need not book anew.',
  holds: (when, what) => `Holds as before: ${when} ${what}`,
  closed: (when, what) => `Was: ${when} ${what}, closed now`,
  held: (when, where) => `Held instead: ${when}, ${where}`,
  until: when => `answer by ${when}`,
  nothing: 'Nothing is held instead yet',
  accept: 'They take it',
  accepted: name => `Taken for ${name}.`,
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
