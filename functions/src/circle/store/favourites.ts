import type { Id } from '@yike/shared/kernel/id'
import { absent, equal } from '../../platform/condition'
import { keys } from '../../platform/keys'
import { type Change, recordOf, type Table } from '../../platform/table'
import type { Place } from '../store'

/** Whoever writes says which version they saw. */
export interface Favourites {
  readonly placeIds: readonly Id<'place'>[]
  readonly version: number
}

export const loadFavourites = async (
  table: Table,
  residentId: Id<'resident'>,
  { consistent = false } = {},
): Promise<Favourites> => {
  const item = await table.get(keys.favourites(residentId), { consistent })
  return item ? recordOf<Favourites>(item) : { placeIds: [], version: 0 }
}

export const favouritesChange = (
  residentId: Id<'resident'>,
  placeIds: readonly Id<'place'>[],
  { version }: Favourites,
): Change<'circle.favourites_moved'> => ({
  put: { ...keys.favourites(residentId), type: 'Favourites', placeIds, version: version + 1 },
  if: version === 0 ? absent() : equal('version', version),
  else: 'circle.favourites_moved',
})

/** The places themselves in one call, in the order asked; what is there no more is left out. */
export const loadPlaces = async (table: Table, placeIds: readonly Id<'place'>[]): Promise<Place[]> => {
  const items = await table.getAll(placeIds.map(keys.place))
  return items.flatMap(item => (item ? [recordOf<Place>(item)] : []))
}
