import type { PlaceDetail } from '@yike/shared/circle/schema'
import type { Query } from '../platform/use-query'
import { useShare } from '../platform/use-share'
import { words } from './words'

/** The card of what can be booked somewhere: whoever gets it sees days of their own. */
export function useShareOffer(
  place: Query<PlaceDetail>,
  what: { placeId: string; offeringId: string | undefined },
): void {
  const name = 'value' in place ? place.value?.name : undefined
  useShare(name ? words.share(name) : words.choose, '/booking/pages/choose', what)
}
