/** What is written of a cell: as it was prepared, or in place of what was seen of it. */
import { createHash } from 'node:crypto'
import { type WalkProfile, walkProfiles } from '@yike/shared/circle/kinds'
import type { Instant } from '@yike/shared/kernel/time'
import { absent, any, below, type Condition, equal } from '../../../platform/condition'
import { keys } from '../../../platform/keys'
import type { Change } from '../../../platform/table'
import { type Cards, packCards } from '../cards'
import { amendedWith, fittedCards, fittedCell } from '../fit'
import type { Nearby } from '../nearby'
import { LAYOUT, MOST_BYTES } from '../pack'
import type { Kept, KeptCards, Outdated } from '../store'

const digest = (...contents: readonly (Uint8Array | string)[]): string =>
  contents
    .reduce((hash, content) => hash.update(content), createHash('sha256'))
    .digest('hex')
    .slice(0, 16)

const cardsItem = (
  cell: string,
  content: Uint8Array,
  { network, prepared, streets }: Kept & Pick<KeptCards, 'streets'>,
) => ({
  ...keys.nearbyCards(cell),
  type: 'NearbyCards',
  layout: LAYOUT,
  network,
  prepared,
  ...(streets !== undefined && { streets }),
  revision: digest(content),
  content,
})

/** As it was prepared, whatever stood there. */
export const cellChanges = (cell: string, network: string, nearbys: readonly Nearby[]): Change<never>[] => {
  const { cards, packedCards, walks } = fittedCell(nearbys)
  const slots = cards.slots.map(place => place?.placeId ?? '').join(' ')
  const kept = { network, prepared: digest(slots, ...walks.map(({ content }) => content)) }
  return [
    { put: cardsItem(cell, packedCards, { ...kept, streets: streetsOf(nearbys) }) },
    ...walks.map(({ profile, content }) => ({
      put: { ...keys.nearby(cell, profile), type: 'Nearby', layout: LAYOUT, ...kept, content },
    })),
  ]
}

const streetsOf = (nearbys: readonly Nearby[]): number =>
  Math.max(0, ...nearbys.map(({ frame }) => frame.from.length))

/**
 * As it was prepared over a whole network, unless another network has more streets there: of two maps that overlap each
 * tells the doors that it knows better, and a scrap of a map takes none from a town.
 */
export const cellChangesAmong = (
  cell: string,
  network: string,
  nearbys: readonly Nearby[],
): Change<'circle.nearby_moved'>[] =>
  over(
    cellChanges(cell, network, nearbys),
    any(absent('streets'), equal('network', network), below('streets', streetsOf(nearbys) + 1)),
  )

/** In place of what another version had prepared, unless somebody was faster. */
export const cellChangesOver = (
  cell: string,
  { network, layout }: Outdated,
  nearbys: readonly Nearby[],
): Change<'circle.nearby_moved'>[] => over(cellChanges(cell, network, nearbys), equal('layout', layout))

/** The first change of a cell is that of its cards: whoever changes any of it changes them. */
const over = ([cards, ...walks]: Change<never>[], holds: Condition): Change<'circle.nearby_moved'>[] =>
  cards ? [{ ...cards, if: holds, else: 'circle.nearby_moved' } as const, ...walks] : []

/**
 * One place came, went or moved: the cards say so, in place of those that were seen. After some such changes the walks
 * are written anew with them.
 */
export const cellChangesFrom = (
  cell: string,
  seen: KeptCards,
  nearbys: readonly Nearby[],
  placeId: string,
): Change<'circle.nearby_moved'>[] => {
  const amended = amendedWith(nearbys, seen.cards, placeId)
  const content = amended && fittedCards(nearbys, seen.cards, amended)
  const changes = content
    ? [{ put: cardsItem(cell, content, seen) }]
    : cellChanges(cell, seen.network, nearbys)
  return over(changes, equal('revision', seen.revision))
}

/** Only what a place is, in place of what was seen; undefined where that is too much for the cards. */
export const cardsChangeFrom = (
  cell: string,
  seen: KeptCards,
  cards: Cards,
): Change<'circle.nearby_moved'>[] | undefined => {
  const content = packCards(cards)
  if (content.length > MOST_BYTES) return undefined
  return over([{ put: cardsItem(cell, content, seen) }], equal('revision', seen.revision))
}

/** Nothing is near a cell any more: no network reaches it. The table forgets the items when it likes. */
export const noCellChanges = (
  cell: string,
  profiles: readonly WalkProfile[],
  now: Instant,
): Change<never>[] => {
  const expiresAtSeconds = Math.floor(Date.parse(now) / 1000)
  return [
    ...profiles.map(profile => ({
      put: { ...keys.nearby(cell, profile), type: 'Nearby', expiresAtSeconds },
    })),
    ...(profiles.length === walkProfiles.length
      ? [{ put: { ...keys.nearbyCards(cell), type: 'NearbyCards', expiresAtSeconds } }]
      : []),
  ]
}
