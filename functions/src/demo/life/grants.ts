/** Who of the demo acts for whom: a niece with time at the weekend for an aunt of 72. */
import { addDays, addMinutes, type Instant, instantAt, localDate } from '@yike/shared/kernel/time'
import { offered, opened, taken } from '../../identity/domain/grant'
import { newGrantChange } from '../../identity/store/grant'
import type { Change } from '../../platform/table'
import { demoId } from '../street'
import { type Cast, personaOf } from './cast'

const GIVER = 'osmanthus-resident'
const HOLDER = 'osmanthus-volunteer'
const MINUTES_BETWEEN = 3

export const grantChanges = (cast: Cast, now: Instant): Change[] => {
  const [{ resident: giver }, { resident: holder }] = [personaOf(cast, GIVER), personaOf(cast, HOLDER)]
  const at = instantAt(addDays(localDate(now), -6), 19 * 60)
  const self = { personId: giver.personId, name: giver.name, relation: 'self' as const }
  const asked = { may: ['book', 'cancel', 'see'] as const, days: 90 }
  const offer = offered(demoId('grant', `${GIVER} ${HOLDER}`), giver, self, asked, at)
  return [newGrantChange(opened(taken(offer, holder), addMinutes(at, MINUTES_BETWEEN)))]
}
