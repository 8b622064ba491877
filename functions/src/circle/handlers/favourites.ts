/** Places that a resident wants to find again. */
import type { circle } from '@yike/shared/circle/contract'
import { MOST_FAVOURITES } from '@yike/shared/circle/schema/favourites'
import { ok, refuse } from '@yike/shared/kernel/result'
import type { Handlers } from '../../platform/handler'
import type { Table } from '../../platform/table'
import { openCircle } from '../nearby/circle'
import { loadPlace, type Place } from '../store'
import { favouritesChange, loadFavourites, loadPlaces } from '../store/favourites'
import { factsOf, openingsAt, wayOf } from './card'

const LOOKS = 5
const FARTHEST_MINUTES = 30

export const favouriteHandlers = (
  table: Table,
): Pick<Handlers<typeof circle.endpoints>, 'favourites' | 'favour'> => ({
  async favourites({ actor, now }, { lng, lat, profile }) {
    const { placeIds } = await loadFavourites(table, actor.residentId)
    const from = lng !== undefined && lat !== undefined ? { lng, lat } : undefined
    const [places, circle] = await Promise.all([
      loadPlaces(table, placeIds),
      from && placeIds.length > 0 ? openCircle(table, from, FARTHEST_MINUTES, profile) : undefined,
    ])
    const seconds = new Map(circle?.listed.map(one => [one.place.placeId, one.seconds]))
    const openingOf = openingsAt(now)
    const walk = ({ placeId }: Place) => seconds.get(placeId) ?? Number.POSITIVE_INFINITY
    return ok({
      places: places
        .toSorted((one, other) => (walk(one) === walk(other) ? 0 : walk(one) - walk(other)))
        .map(place => ({
          ...factsOf(place, place.state === 'closed' ? { state: 'closed' } : openingOf(place)),
          ...(seconds.has(place.placeId) && wayOf(walk(place), profile)),
        })),
      asOf: now,
    })
  },

  async favour({ actor }, { placeId, favourite }) {
    if (favourite && !(await loadPlace(table, placeId))) return refuse('request.not_found')
    for (let look = 0; look < LOOKS; look++) {
      const known = await loadFavourites(table, actor.residentId, { consistent: true })
      if (known.placeIds.includes(placeId) === favourite) return ok({ placeId, favourite })
      if (favourite && known.placeIds.length >= MOST_FAVOURITES) return refuse('circle.favourites_full')
      const others = known.placeIds.filter(one => one !== placeId)
      const next = favourite ? [placeId, ...others] : others
      const saved = await table.write([favouritesChange(actor.residentId, next, known)])
      if (saved.ok) return ok({ placeId, favourite })
      // Otherwise another phone of the same person was faster.
      if (saved.refusal.code === 'request.busy') return refuse('request.busy')
    }
    return refuse('request.busy')
  },
})
