/** After an offering's commit: its place says what can be booked there, so that a list needs no second read. */
import { isDeepStrictEqual } from 'node:util'
import { effect, type Reaction } from '../platform/outbox'
import { loadPlace, offersChange, offersOf } from './store'

export const circleReactions: readonly Reaction[] = [
  {
    name: 'circle.sayBookable',
    on: 'Offering',
    async react(table, { before, after }) {
      // Whatever was read late here would stay on the place for good.
      const found = await loadPlace(table, (after ?? before)?.placeId, { consistent: true })
      if (!found) return
      const { placeId, bookable, offered = [] } = found.place
      const offers = offersOf(found.offerings)
      if (!isDeepStrictEqual(offers, { bookable, offered }))
        await effect(table, [offersChange(placeId, offers)], 'circle.no_place')
    },
  },
]
