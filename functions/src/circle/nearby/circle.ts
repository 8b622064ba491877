/** The circle of a doorstep, from the cheapest source that knows it: the prepared cell, the network, the straight line. */
import type { WalkProfile } from '@yike/shared/circle/kinds'
import type { PlaceKind } from '@yike/shared/circle/schema'
import type { Position } from '@yike/shared/identity/schema'
import type { Table } from '../../platform/table'
import { tilesWithin, type Walked, withinReach } from '../domain'
import type { Searchable } from '../domain/search'
import { loadTiles } from '../store'
import { prepareAnew } from './anew'
import { answerFor, listedWithin } from './answer'
import { cellOf } from './cell'
import { walkFar } from './far'
import type { ListedPlace } from './nearby'
import { isOutdated, type KeptNearby, loadNearby } from './store'

export interface Circle {
  readonly measured: 'network' | 'straight'
  /** Places within the minutes, nearest first; all of them where the list is whole. */
  readonly listed: readonly Walked<ListedPlace>[]
  /** Up to how many seconds the list is whole for these kinds; never more than the minutes. */
  readonly wholeWithin: (kinds: readonly PlaceKind[]) => number
  /** The whole list, with what a search asks for; reads the tiles around where the cell does not hold it. */
  readonly whole: () => Promise<readonly Walked<ListedPlace & Searchable>[]>
}

export const openCircle = async (
  table: Table,
  from: Position,
  minutes: number,
  profile: WalkProfile,
): Promise<Circle> => {
  const kept = await nearbyOf(table, cellOf(from), profile)
  const answer = kept && answerFor(kept.nearby, from)
  if (!answer) {
    const tiles = await loadTiles(table, tilesWithin(from, minutes))
    const walked = withinReach(tiles, from, minutes, profile)
    return {
      measured: 'straight',
      listed: walked,
      wholeWithin: () => minutes * 60,
      whole: async () => walked,
    }
  }
  const listed = answer.filter(({ seconds }) => seconds <= minutes * 60)
  return {
    measured: 'network',
    listed,
    wholeWithin: kinds => Math.min(minutes * 60, listedWithin(kept.nearby, kinds)),
    // While a network is being replaced it may not serve this door: what is prepared still does.
    whole: async () => (await walkFar(table, kept.network, from, minutes, profile)) ?? listed,
  }
}

const nearbyOf = async (
  table: Table,
  cell: string,
  profile: WalkProfile,
): Promise<KeptNearby | undefined> => {
  const found = await loadNearby(table, cell, profile)
  if (!isOutdated(found)) return found
  await prepareAnew(table, cell, found)
  const now = await loadNearby(table, cell, profile)
  return isOutdated(now) ? undefined : now
}
