/** After an offering's commit: its place says what can be booked there, so that a list needs no second read. */
import { effect, type Reaction } from '../platform/outbox'
import { bookableChange, loadPlace } from './store'

export const circleReactions: readonly Reaction[] = [
  {
    name: 'circle.sayBookable',
    on: 'Offering',
    async react(table, { before, after }) {
      // Whatever was read late here would stay on the place for good.
      const found = await loadPlace(table, (after ?? before)?.placeId, { consistent: true })
      if (!found) return
      const kinds = [...new Set(found.offerings.map(offering => offering.kind))].sort()
      if (kinds.join() !== [...found.place.bookable].sort().join())
        await effect(table, [bookableChange(found.place.placeId, kinds)], 'circle.no_place')
    },
  },
]
