import type { PlaceCard } from '@yike/shared/circle/schema'
import type { Wish } from '../use-circle'

/** Of places that this phone was shown before, each once, the ones that answer a wish, nearest first. */
export function seenFor(wish: Wish, seen: readonly PlaceCard[]): PlaceCard[] {
  const typed = wish.search?.toLowerCase() ?? ''
  const places = [...new Map(seen.map(place => [place.placeId, place])).values()]
  return places
    .filter(
      ({ name, kind, walkMinutes, bookable, stepFree, priceClass }) =>
        name.toLowerCase().includes(typed) &&
        walkMinutes <= wish.minutes &&
        (!wish.kind || kind === wish.kind) &&
        (!wish.bookable || bookable.length > 0) &&
        (!wish.stepFree || stepFree === true) &&
        (!wish.price || priceClass === wish.price),
    )
    .sort((one, other) => one.walkMinutes - other.walkMinutes)
}
