import type { Twin } from '../../platform/language'
import { within } from '../count'
import { firstOnes } from './not-for'

export const bookWords: Twin<typeof import('../../booking/words/book')>['bookWords'] = {
  howLong: 'How long',
  papers: 'Papers to bring',
  papersHint: 'This is all of them. Tick those you have, and get the others ready.',
  equipment: 'Equipment wanted',
  lent: 'Equipment',
  with: things => `With it: ${things}`,
  equipmentLeft: (name, left) => `${name}, ${left} left`,
  equipmentKept: (name, count) => `${name} × ${count}`,
  noneLeft: name => `${name}: none left then`,
  settledBy: mode => `How it is done: ${mode.toLowerCase()}`,
  paperHere: 'Here',
  paperMissing: 'Missing',
  note: 'Anything to tell them',
  noteSaid: note => `To tell them: ${note}`,
  noteExample: 'For example: walks badly, needs to be met',
  goBackToChoose: 'Change the time',
  slotGone: 'This time can no longer be booked',
  needsApproval: 'The community answers within a day. Your place is held until then.',
  noCancel: 'It starts soon: once booked, please call to cancel.',
  fullOnes: 'Full: you can join the waiting list',
  fullOne: 'Full · join the list',
  waitFor: (when, who) => `Wait for ${within(when)} for ${within(who)}`,
  howWaiting:
    'When somebody cancels, we ask people on the list in order. When it is your turn, the place is held for you for two hours (overnight until morning), and a message tells you.',
  firstOnes: groups => `First asked: ${firstOnes(groups)}; then the others in order of joining.`,
  seatLeft: 'There are places now: no need to wait',
  seatLeftText: 'Just book this time.',
  bookNow: 'Book it',
}

export const laterWords: Twin<typeof import('../../booking/words/elder')>['laterWords'] = {
  title: 'What comes after it',
}
