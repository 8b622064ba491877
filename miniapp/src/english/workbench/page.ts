import type { Twin } from '../../platform/language'

type Zh = Twin<typeof import('../../workbench/words')>

export const roleNames: Zh['roleNames'] = { worker: 'Community worker', supervisor: 'Street supervisor' }

export const words: Zh['words'] = {
  workbench: 'Workbench',
  queue: 'To do',
  reportedAt: when => `Reported ${when}`,
  together: times => `${times} asked for together`,
  seasonLine: 'The public number is known: enter it',
  placeLine: {
    review: 'WeChat could not judge the new words: please read',
    risky: 'New words not passed: please write others',
    check: 'Not checked for half a year: is it still right?',
  },
  count: (waiting, more) => `${waiting}${more ? '+' : ''} open`,
  overdue: cases => `${cases} overdue`,
  asOf: clock => `As of ${clock}`,
  all: 'All',
  community: 'Community',
  kinds: 'Kind',
  done: 'All done. Take a breath',
  doneText: 'New cases line up here by themselves.',
  noneOfKind: 'None of this sort is left',
  publish: 'Post a volunteer task',
  places: 'Place directory',
  toResidents: "To the residents' side",
  keys: [
    ['j k', 'next, previous'],
    ['Enter', 'open'],
    ['a a', 'approve'],
    ['d', 'send back'],
  ],

  case: 'Case',
  story: 'What happened',
  free: 'Free',
  yuan: amount => `¥${amount}`,
  answerNow: 'Awaiting your answer',
  minutes: 'Hours to bank',
  armed: 'Press a or Enter once more to do it; Esc to stop.',
  confirmHours: length => `Confirm ${length}`,
  sendBack: 'Send back',
  sendBackAsk: 'Why is it sent back? The resident reads this sentence.',
  reason: 'Reason',
  reasonExample: 'Choose one or write your own',
  reasonMissing: 'Write a reason of at least two characters',
  doSendBack: 'Send it back',
  keep: 'Not yet',
  sentBack: title => `Sent back: ${title}`,
  own: 'This is your own case; a colleague has to decide it.',
  settled: 'This case is already settled.',

  noPost: 'No community assigned yet',
  noPostText: 'Ask the street office to register your community.',
  notStaff: "This is the community's workbench",
  notStaffText: 'For community workers and street supervisors only.',
  goHome: 'Home',
}
