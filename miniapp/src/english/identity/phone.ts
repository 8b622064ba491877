import type { Twin } from '../../platform/language'

export const { phoneElder, phoneWords }: Twin<typeof import('../../identity/words/phone')> = {
  phoneElder: {
    ask: 'Which number may we call if a message does not reach you?',
    facts: ['Only about your bookings, and for nobody else.', 'You can see who looked at it.'],
    give: 'Call this one, I agree',
    not: 'No number',
    is: phone => `The community calls you on ${phone}`,
    remove: 'Take it back, do not call',
    back: 'Good, back',
  },
  phoneWords: {
    title: 'A number to reach you',
    why: 'Where a message does not reach your phone and a booking comes near, or changes, the community calls this number.',
    promises: [
      'Only for such calls, for nothing else, and for nobody else.',
      'Only community staff who have to call see it; “Who looked at my cases” names each time.',
      'For what you book for a relative, their own number is called first; yours only if they gave none.',
      'Change it or take it back whenever you like: it holds at once.',
    ],
    field: 'Your number',
    example: 'For example: 138 0000 1234',
    wrong: 'A mobile has 11 digits; others begin with the area code',
    give: 'I agree: keep this number',
    given: 'The community calls you on',
    givenOn: when => `Given: ${when}`,
    other: 'Another number',
    remove: 'Take my number back',
    removed: 'Your number is gone: the community cannot see it any more.',
    saved: 'Noted. If a message does not reach you, the community calls this number.',
    keep: 'Leave it as it is',
  },
}
