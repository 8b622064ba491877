/** Keeps what is prepared: one item for each cell and profile. */
import { createHash } from 'node:crypto'
import type { WalkProfile } from '@yike/shared/circle/kinds'
import type { Instant } from '@yike/shared/kernel/time'
import { equal } from '../../platform/condition'
import { keys } from '../../platform/keys'
import { type Change, type Item, queryAll, type Table } from '../../platform/table'
import { fitted } from './fit'
import type { Nearby } from './nearby'
import { LAYOUT, unpack } from './pack'

export interface KeptNearby {
  readonly nearby: Nearby
  /** The network over which it was prepared. */
  readonly network: string
  /** A digest of its contents: who changes it says which they saw. */
  readonly revision: string
}

/** Undefined: nothing is prepared there, or in a layout of before. One item of 16 KB at most: two read units. */
export const loadNearby = async (
  table: Table,
  cell: string,
  profile: WalkProfile,
  { consistent = false } = {},
): Promise<KeptNearby | undefined> => {
  const item = await table.get(keys.nearby(cell, profile), { consistent })
  return item && keptOf(item)
}

/** Of every profile for which a cell is prepared: one query. */
export const loadNearbyOfAll = async (table: Table, cell: string): Promise<KeptNearby[]> =>
  (await queryAll(table, { pk: keys.nearby(cell, '').pk, consistent: true })).flatMap(
    item => keptOf(item) ?? [],
  )

const keptOf = ({ layout, content, network, revision }: Item): KeptNearby | undefined =>
  layout === LAYOUT && content ? { nearby: unpack(content), network, revision } : undefined

const contentChange = (
  cell: string,
  profile: WalkProfile,
  network: string,
  content: Uint8Array,
): { put: ReturnType<typeof keys.nearby> & Record<string, unknown>; revision: string } => {
  const revision = createHash('sha256').update(content).digest('hex').slice(0, 16)
  return {
    put: { ...keys.nearby(cell, profile), type: 'Nearby', network, layout: LAYOUT, revision, content },
    revision,
  }
}

/** As it was prepared, whatever stood there. */
export const nearbyChange = (cell: string, network: string, nearby: Nearby): Change => ({
  put: contentChange(cell, nearby.profile, network, fitted(nearby)).put,
})

/** In place of what was seen; undefined where that is the same. */
export const nearbyChangeFrom = (
  cell: string,
  seen: KeptNearby,
  nearby: Nearby,
): Change<'circle.nearby_moved'> | undefined => {
  if (nearby === seen.nearby) return undefined
  const { put, revision } = contentChange(cell, nearby.profile, seen.network, fitted(nearby))
  if (revision === seen.revision) return undefined
  return { put, if: equal('revision', seen.revision), else: 'circle.nearby_moved' }
}

/** Nothing is near a cell any more: no network reaches it. The table forgets the item when it likes. */
export const noNearbyChange = (cell: string, profile: WalkProfile, now: Instant): Change => ({
  put: {
    ...keys.nearby(cell, profile),
    type: 'Nearby',
    expiresAtSeconds: Math.floor(Date.parse(now) / 1000),
  },
})
