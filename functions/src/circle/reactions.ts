/**
 * After a commit: a place says what can be booked there, and a question that was answered is settled; after a place's
 * own, the cells around it say what it is now.
 */
import { isDeepStrictEqual } from 'node:util'
import { effect, type Reaction } from '../platform/outbox'
import { recordOf } from '../platform/table'
import { wordsAside } from '../platform/wechat/aside'
import type { Reading } from '../platform/wechat/wording'
import { spell } from './import/spell'
import { rebuildAround } from './nearby/around'
import { isSameListing } from './nearby/nearby'
import { loadPlace, type Offering, offersChange, offersOf, type Place, spellingChange } from './store'
import { answeredChange } from './store/upkeep'

export const placeReading: Reading<Place> = {
  name: 'circle.checkPlace',
  on: 'Place',
  asRecord: item => recordOf<Place>(item),
  words: wordsAside,
  authors: ({ lastActorId }) => ({ staff: lastActorId }),
}

export const offeringReading: Reading<Offering> = {
  name: 'circle.checkOffering',
  on: 'Offering',
  asRecord: item => recordOf<Offering>(item),
  words: wordsAside,
  authors: ({ lastActorId }) => ({ staff: lastActorId }),
}

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
  {
    name: 'circle.spell',
    on: 'Place',
    async react(table, { after }) {
      if (!after) return
      const place = recordOf<Place>(after)
      const spelling = spell([place.name, ...(place.offered ?? [])])
      if (spelling !== (place.spelling ?? ''))
        await effect(table, [spellingChange(place, spelling)], 'circle.place_moved')
    },
  },
  {
    name: 'circle.settleCheck',
    on: 'Place',
    async react(table, { before, after }) {
      // An import changes an entry too, and has looked at nothing.
      if (!after || isDeepStrictEqual(before?.timeline?.at(-1), after.timeline?.at(-1))) return
      await effect(table, [answeredChange(after.placeId)], 'circle.not_asked')
    },
  },
  {
    name: 'circle.prepareAround',
    on: 'Place',
    async react(table, { before, after }) {
      const [was, is] = [before, after].map(item => item && recordOf<Place>(item))
      if (was && is && isSameListing(was, is)) return
      const placeId = (is ?? was)?.placeId
      if (placeId) await rebuildAround(table, placeId, was?.position)
    },
  },
]
