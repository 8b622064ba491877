import type { Twin } from '../../platform/language'
import { within } from '../count'

export const staffWords: Twin<typeof import('../../workbench/words/staff').staffWords> = {
  title: 'Staff',
  list: 'Who has a post',
  region: 'Which region',
  nobody: 'Nobody has a post here yet',
  nobodyText: 'Write a name below and give them a code.',
  note: (region, number, since) => `${region} · staff number ${number} · since ${since.replace(/^T/, 't')}`,
  end: 'End post',
  endOf: name => `End the post of ${name}`,
  endAsk: name => `End the post of ${name}?`,
  endYes: 'End it',
  endNo: 'Not now',
  ended: name => `${name} has no post any more; within a quarter of an hour nothing opens for them.`,

  invite: 'Invite somebody',
  name: 'Name',
  nameExample: 'For example: Qian Wenjing',
  nameMissing: 'Write a name of at least two characters',
  office: 'Role',
  where: 'For which region',
  makeCode: 'Make a code for them',
  codeFor: (name, region, office) => `For ${name}: ${office} of ${region}`,
  codeHow: until =>
    `They type it under Mine, “I have an invitation code”. Good once, until ${within(until)}.`,
  again: 'Invite another',

  supervisorsOnly: 'Only for street supervisors',
  supervisorsOnlyText: 'Ask your street office about posts.',
  toQueue: 'To the workbench',
}
