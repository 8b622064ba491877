import { queue } from '../platform/queue'
import { isAbout } from '../platform/use-send-later'
import { type Bookable, whomOf } from './use-people'

/**
 * Of each person, what is on its way already for an hour, as an outcome: nobody means to have it twice, and a note more or
 * less makes no second one. It stays until they have seen that it was sent.
 */
export function useOnItsWay(hour: { offeringId: string; startAt: string }) {
  const all = queue.use()
  return (person: Bookable | undefined) => {
    const { personId, grantId, teamId } = whomOf(person)
    const about = { ...hour, personId, grantId, teamId }
    const unsent = all.find(one => (!one.end || one.end === 'sent') && isAbout(one, 'booking.place', about))
    return unsent && { unsent, problem: null }
  }
}
