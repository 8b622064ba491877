import type { PlaceDetail } from '@yike/shared/circle/schema'
import { words } from '../circle/words'
import type { Query } from '../platform/use-query'
import { useShare } from '../platform/use-share'

/** The card of what can be booked somewhere: whoever gets it sees days of their own. */
export function useCard(
  place: Query<PlaceDetail>,
  what: { placeId: string; offeringId: string | undefined },
): void {
  const name = 'value' in place ? place.value?.name : undefined
  useShare(words.shareBook(name ?? words.brand), '/booking/pages/choose', what)
}
