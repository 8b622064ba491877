import type { Twin } from '../../platform/language'
import { count, within } from '../count'

export const { teamWords }: Twin<typeof import('../../workbench/words/team')> = {
  teamWords: {
    title: 'Teams',
    list: 'Registered teams',
    none: 'No team is registered yet',
    noneText: 'Write its name below, and tell the code to who leads it.',
    note: (members, number, since) =>
      `${count(members, 'member')} · team number ${number} · registered ${within(since)}`,
    closed: 'Closed',
    open: 'Who is in it',
    openOf: name => `Who is in it: ${name}`,
    looked: 'Everybody on the list can see that you have opened it.',
    role: { leader: 'Leads it', booker: 'Books for it', member: 'Member' },
    nobody: 'Nobody has joined yet',
    remove: 'Take out',
    removeOf: name => `Take out: ${name}`,
    removeAsk: name => `Take ${name} out of the team?`,
    removeText:
      'It holds at once: they book no more for it. What is booked stays; its leader can cancel it. The code by which people join ends too: make another to invite more.',
    yes: 'Take out',
    no: 'Not now',

    code: 'Another code for a leader',
    codeOf: name => `Another code for a leader: ${name}`,
    codeFor: name => `Code for who leads ${name}`,
    codeHow: until =>
      `They open “Me”, “My teams”, “I have a team code” and enter it, once. Good until ${within(until)}. They invite the others.`,
    told: 'I have told it',

    close: 'Close',
    closeOf: name => `Close ${name}`,
    closeAsk: name => `Close ${name}?`,
    closeText: 'It holds at once: nobody books for it any more. What is booked stays booked.',
    keep: 'Not now',
    reopen: 'Open again',
    reopenOf: name => `Open again: ${name}`,

    register: 'Register a team',
    name: 'Name',
    nameExample: 'For example: the dance troupe',
    nameMissing: 'Write its name, two letters at least',
    registerIt: 'Register, and get a code',
  },
}
