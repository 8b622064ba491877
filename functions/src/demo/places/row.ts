import type { PlaceKind, PriceClass } from '@yike/shared/circle/schema'
import type { CommunityKey } from '../street'

/** level: no step on the way in · steps: there are some · unstaffed: nobody answers a telephone. */
export type Mark = 'level' | 'steps' | 'unstaffed'

/**
 * One place as a line of a table. East and north are metres from the centre of its community; hours are in the words
 * of a door plate, null where nobody has written them down; price is null where there is nothing to pay for.
 */
export type PlaceRow = readonly [
  name: string,
  address: string,
  east: number,
  north: number,
  hours: string | null,
  price: PriceClass | null,
  ...marks: Mark[],
]

/** The places of one kind. */
export type PlaceTable = { readonly kind: PlaceKind } & Readonly<Record<CommunityKey, readonly PlaceRow[]>>
