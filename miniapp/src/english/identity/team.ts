import type { Twin } from '../../platform/language'
import { count, within } from '../count'

export const { teamWords }: Twin<typeof import('../../identity/words/team')> = {
  teamWords: {
    title: 'My teams',
    how: 'A dance troupe, a chess club or a volunteer squad that the community has registered books rooms in its own name. How much it may book is counted for the team.',
    none: 'You are in no team yet',
    noneText: 'Who leads it gives you a code to enter. To register a new team, ask the community.',
    enter: 'I have a team code',
    roles: { leader: 'Leads it', booker: 'Books for it', member: 'Member' },
    members: members => count(members, 'member'),
    closed: 'Closed',
    closedText:
      'The community has closed this team, so it cannot book now. To open it again, call the community.',
    number: number => `Team number ${number}`,

    booked: 'See what is booked for it',
    mayBook: 'When you book a room, choose this team under “For”.',
    mayNot: 'To book for the team, ask who leads it to let you.',
    whoBooks: 'Who books for it',
    everybody: 'Everybody in it',
    me: 'Me',

    invite: 'Invite others',
    inviteText: [
      'Make a code and send it to everybody: whoever enters it joins.',
      'A code that you sent before ends when you make a new one.',
    ],
    make: 'Make a team code',
    tell: 'Send this code to everybody',
    tellHow: until =>
      `They open “一刻邻里” and enter it under “Me · My teams”. Good until ${within(until)}. It is shown only once: send it or write it down now.`,
    qr: 'Team code',
    copy: 'Copy the code',
    copied: 'Copied. Send it to everybody.',
    told: 'Done',

    letBook: 'Let them book for the team',
    letNot: 'Let them book no longer',
    remove: 'Take out of the team',
    removeAsk: name => `Take ${name} out of the team?`,
    removeText:
      'It holds at once: they book no more for it. What is booked stays; its leader can cancel it. The code by which people join ends too: make another to invite more.',
    keep: 'Not now',

    leave: 'Leave the team',
    leaveAsk: name => `Leave ${name}?`,
    leaveText: 'It holds at once: you book no more for it. What you have booked stays under “Bookings”.',

    codeHow: 'The code that you were given',
    code: 'Team code',
    codeExample: 'For example: K7QF-2M9P-X3TA',
    codeHint:
      'Twelve letters and digits, from whoever leads the team or the community; small letters are fine',
    codeWrong: 'A code has twelve letters and digits: please compare',
    scan: 'Scan the code on their phone',
    read: 'See which team it is',
    offer: (team, community) => `Join ${team} (${community})?`,
    offerLead: (team, community) => `Lead ${team} (${community})?`,
    callMe: 'What you are called there',
    callMeExample: 'For example: Auntie Wu',
    callMeHint: 'Who leads it sees this. Of those who book everybody in it does.',
    take: 'Yes, I join',
    takeLead: 'Yes, I lead it',
    later: 'Not now',
    nameMissing: 'Write a name',
  },
}
