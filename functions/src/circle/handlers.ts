import type { circle } from '@yike/shared/circle/contract'
import type { WalkProfile } from '@yike/shared/circle/kinds'
import { PACE_METERS_PER_MINUTE, straightMeters } from '@yike/shared/circle/rules'
import { type Need, placeKinds } from '@yike/shared/circle/schema'
import type { Position } from '@yike/shared/identity/schema'
import { ok, refuse } from '@yike/shared/kernel/result'
import type { Instant } from '@yike/shared/kernel/time'
import { loadRegion } from '../identity/handlers'
import type { Handlers } from '../platform/handler'
import type { Table } from '../platform/table'
import { countByKind, pageFrom, straightSeconds, type Walked } from './domain'
import { answersTo } from './domain/search'
import { factsOf, offeringCard, openingsAt, plateOf, wayOf } from './handlers/card'
import { favouriteHandlers } from './handlers/favourites'
import { holidayHandlers } from './handlers/holidays'
import { openPaging } from './handlers/paging'
import { upkeepHandlers } from './handlers/upkeep'
import { loadBands } from './nearby/bands'
import { type Circle, openCircle } from './nearby/circle'
import type { ListedPlace } from './nearby/nearby'
import { loadPlace, type Place } from './store'
import { loadFavourites } from './store/favourites'

export { offeringCard } from './handlers/card'
export { asPlaceCheck, waitingCheck } from './handlers/entry'
export { loadNearOfKind, loadOfferingsNear } from './handlers/near'
export type { Offering, Place, Server } from './store'
export {
  coverOffering,
  loadOffering,
  loadPlace,
  lookedAtChange,
  newOfferingChanges,
  offeringChange,
  unchanged,
} from './store'
export { openLearning } from './store/holidays'

export const circleHandlers = (table: Table): Handlers<typeof circle.endpoints> => {
  const wholeOf = openPaging<Awaited<ReturnType<Circle['whole']>>>()
  return {
    ...upkeepHandlers(table),
    ...favouriteHandlers(table),
    ...holidayHandlers(table),

    async around({ now }, { lng, lat, minutes, profile }) {
      const circle = await openCircle(table, { lng, lat }, minutes, profile)
      return ok({
        needs: needsOf(circle, minutes, now, profile),
        measured: circle.measured,
        asOf: now,
      })
    },

    async bands(_, { lng, lat, minutes, profile }) {
      const streets = await loadBands(table, { lng, lat }, minutes, profile)
      return ok({ streets: streets ?? [], measured: streets ? 'network' : 'straight' })
    },

    async near({ now }, asked) {
      const { lng, lat, minutes, profile, kind, search, limit, cursor } = asked
      const circle = await openCircle(table, { lng, lat }, minutes, profile)
      const openingOf = openingsAt(now)
      const wanted = ({ place }: Walked<ListedPlace>): boolean =>
        (!kind || place.kind === kind) &&
        (!asked.bookable || place.bookable.length > 0) &&
        (!asked.stepFree || place.stepFree === true) &&
        (!asked.price || place.priceClass === asked.price) &&
        (!asked.openNow || openingOf(place).state === 'open') &&
        (!asked.openLate || openingOf(place).late === true)
      const within = circle.wholeWithin(kind ? [kind] : placeKinds)
      const isWhole = within >= minutes * 60
      const known = circle.listed.filter(one => (isWhole || one.seconds < within) && wanted(one))
      let page = pageFrom(known, cursor, limit)
      let nearly: true | undefined
      if (!page) return refuse('circle.cursor_stale')
      // A cell lists the nearest of each kind without what only a search asks for; what is beyond, the network tells.
      if (search || (!isWhole && !page.cursor)) {
        const door = [lng, lat, minutes, profile].join(' ')
        const whole = await wholeOf(door, { cursor, now }, circle.whole)
        const answers = search ? answersTo(whole, search, ({ place }) => place) : { places: whole }
        page = pageFrom(answers.places.filter(wanted), cursor, limit)
        nearly = answers.nearly
      }
      if (!page) return refuse('circle.cursor_stale')
      return ok({
        places: page.rows.map(({ place, seconds }) => ({
          ...factsOf(place, openingOf(place)),
          ...wayOf(seconds, profile),
        })),
        counts: countByKind(circle.listed),
        more: placeKinds.filter(one => circle.wholeWithin([one]) < minutes * 60),
        measured: circle.measured,
        asOf: now,
        ...(nearly && { nearly }),
        ...(page.cursor && { cursor: page.cursor }),
      })
    },

    async place({ actor, now }, { placeId, lng, lat, profile }) {
      const [found, favourites] = await Promise.all([
        loadPlace(table, placeId),
        loadFavourites(table, actor.residentId),
      ])
      if (!found) return refuse('request.not_found')
      const { place, offerings } = found
      const from = lng !== undefined && lat !== undefined ? { lng, lat } : undefined
      const keeper = place.community && (await loadRegion(table, place.community))
      return ok({
        ...factsOf(place, openingsAt(now)(place)),
        // A link of before leads here; in no list does it stand any more.
        ...(place.state === 'closed' && { open: { state: 'closed' as const } }),
        ...(from && (await wayTo(table, from, place, profile))),
        community: place.community,
        ...(keeper && { keeper: { name: keeper.name, phone: keeper.phone ?? '' } }),
        assuredOn: place.assuredOn,
        address: place.address,
        phone: place.phone,
        hours: plateOf(place, now),
        offerings: offerings.filter(({ paused }) => !paused).map(offeringCard),
        told: place.told,
        favourite: favourites.placeIds.includes(placeId),
      })
    },
  }
}

/** So many of each need stand on the home page, those that are open first. */
const OF_EACH_NEED = 3

const needsOf = (circle: Circle, minutes: number, now: Instant, profile: WalkProfile): Need[] => {
  const openingOf = openingsAt(now)
  return placeKinds.flatMap(kind => {
    const listed = circle.listed.filter(({ place }) => place.kind === kind)
    if (listed.length === 0) return []
    const isOpen = ({ place }: Walked<ListedPlace>) => openingOf(place).state === 'open'
    const first = listed.filter(isOpen).slice(0, OF_EACH_NEED)
    for (const one of listed) {
      if (first.length === OF_EACH_NEED) break
      if (!isOpen(one)) first.push(one)
    }
    return [
      {
        kind,
        count: listed.length,
        more: circle.wholeWithin([kind]) < minutes * 60,
        places: first.map(({ place, seconds }) => ({
          ...factsOf(place, openingOf(place)),
          ...wayOf(seconds, profile),
        })),
      },
    ]
  })
}

const FARTHEST_MINUTES = 30

/** The way to one place; nothing is said of one that the network does not reach. */
const wayTo = async (table: Table, from: Position, place: Place, profile: WalkProfile) => {
  const isThis = (one: Walked<ListedPlace>) => one.place.placeId === place.placeId
  const straight = straightSeconds(from, place.position, profile)
  const byLine = { ...wayOf(straight, profile), measured: 'straight' as const }
  if (straightMeters(from, place.position) > FARTHEST_MINUTES * PACE_METERS_PER_MINUTE) return byLine
  const circle = await openCircle(table, from, FARTHEST_MINUTES, profile)
  if (circle.measured === 'straight') return byLine
  const walked = circle.listed.find(isThis) ?? (await circle.whole()).find(isThis)
  return walked && { ...wayOf(walked.seconds, profile), measured: circle.measured }
}
