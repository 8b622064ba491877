/** What else can be booked a short walk from a place. */
import type { BookingKind } from '@yike/shared/booking/kinds'
import type { Id } from '@yike/shared/kernel/id'
import type { Table } from '../../platform/table'
import { tilesWithin, withinReach } from '../domain'
import { loadPlace, loadTiles, type Offering, type Place } from '../store'

/** Places asked for what else they offer; each is one query. */
const MOST_NEIGHBOURS = 5
/** The same of those that offer something of one kind: a kitchen is not the next place round the corner. */
const MOST_OF_KIND = 12
const NEAR_MINUTES = 15

/** The next places within a quarter of an hour at which something can be booked, of one kind where one is named. */
const neighboursOf = async (
  table: Table,
  { placeId, position }: Pick<Place, 'placeId' | 'position'>,
  kind?: BookingKind,
) =>
  withinReach(await loadTiles(table, tilesWithin(position, NEAR_MINUTES)), position, NEAR_MINUTES)
    .filter(({ place }) => place.bookable.length > 0 && place.placeId !== placeId)
    .filter(({ place }) => !kind || place.bookable.includes(kind))
    .slice(0, kind ? MOST_OF_KIND : MOST_NEIGHBOURS)

/** What can be booked at a place, then at the next places within a quarter of an hour of it. */
export const loadOfferingsNear = async (table: Table, placeId: Id<'place'>): Promise<Offering[]> => {
  const here = await loadPlace(table, placeId)
  if (!here) return []
  const neighbours = await neighboursOf(table, here.place)
  const found = await Promise.all(neighbours.map(({ place }) => loadPlace(table, place.placeId)))
  return [here, ...found].flatMap(one => one?.offerings ?? []).filter(({ paused }) => !paused)
}

/** What of a kind can be booked at other places near by, with the minutes on foot from here, nearest first. */
export const loadNearOfKind = async (
  table: Table,
  place: Pick<Place, 'placeId' | 'position'>,
  kind: BookingKind,
): Promise<{ offering: Offering; walkMinutes: number }[]> => {
  const neighbours = await neighboursOf(table, place, kind)
  const found = await Promise.all(
    neighbours.map(one => loadPlace(table, one.place.placeId, { consistent: true })),
  )
  return neighbours.flatMap(({ seconds }, i) =>
    (found[i]?.offerings ?? []).map(offering => ({ offering, walkMinutes: Math.ceil(seconds / 60) })),
  )
}
