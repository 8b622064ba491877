import type { Twin } from '../../platform/language'
import { count as counted } from '../count'

export const affectedWords: Twin<typeof import('../../workbench/words')>['affectedWords'] = {
  ask: 'This hits people who have booked',
  count: people => `${counted(people, 'booking')} affected`,
  nobody: 'Nobody is affected.',
  how: 'They are told as soon as this is saved, and the times below are held for them to take or leave. Please call those for whom there is none.',
  line: (when, what, who, number) => `${when} · ${what} · ${who} · ${number}`,
  swap: (when, where) => `Could move to ${when}, ${where}`,
  lacks: things => `Still missing there: ${things}`,
  noSwap: 'Nothing to move to: please call',
  more: rest => `${rest} more are not listed`,
  yes: people => `Go ahead and tell ${counted(people, 'person', 'people')}`,
  no: 'Not now',
}
