import type { Twin } from '../platform/language'

export const bulletin: Twin<typeof import('../bulletin/words')> = {
  happened: {
    booking: {
      place: 'Booking sent',
      approve: 'Booking approved',
      decline: 'Booking not approved',
      cancel: 'Booking cancelled',
      lapse: 'Nobody answered in time; the place was given back',
      join: 'You are on the waiting list',
      offer: 'A place is free and held for you: please answer',
      skip: 'A place came up but could not be kept for you',
      miss: 'No place came up before the start',
      accept: 'You took the place',
      apply: 'You took the place; awaiting approval',
      pass: 'You passed the place on',
      expire: 'No answer in time; the place went to the next person',
      displace: 'What you had booked is not open any more',
      swap: 'Another time is held for you',
    },
    microproject: {
      file: 'Request sent',
      accept: 'Accepted by the community',
      sendBack: 'Sent back: please change it and send it again',
      refile: 'Changed and sent again',
      withdraw: 'Withdrawn',
    },
    task: {
      publish: 'Volunteers wanted',
      claim: 'Claimed',
      release: 'Given up',
      complete: 'Hours reported, awaiting confirmation',
      confirm: 'Hours added to the time bank',
      dispute: 'Hours sent back: please report them again',
      hold: 'Not shown: WeChat finds the text unfit. Please publish it anew',
    },
  },
  words: {
    booked: 'Booked',
    because: (what, why) => `${what}: ${why}`,
    inbox: 'My messages',
    nothing: 'No messages yet',
    nothingText: 'News about your bookings, requests and volunteering appears here.',
    newer: 'There is news',
  },
  consentWords: {
    ask: 'Shall WeChat tell you when it is done?',
    yes: 'Yes, tell me once',
    will: 'WeChat will tell you as soon as there is a result.',
    inbox: 'No WeChat message, then. You find the result under “My messages”.',
  },
}
