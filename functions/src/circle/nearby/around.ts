/** After one place changed: the cells around it, and only those. */
import { isDeepStrictEqual } from 'node:util'
import { type WalkProfile, walkProfiles } from '@yike/shared/circle/kinds'
import type { Position } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'
import { atOnce } from '../../platform/at-once'
import type { Table } from '../../platform/table'
import { tilesAround } from '../domain'
import { loadNetwork } from '../import/store'
import { groundOf, openWalks } from '../network/walks'
import { loadPlace, loadTiles, type Place } from '../store'
import { mayList } from './cards'
import { cellOf, cellsWithin, metersTo } from './cell'
import { type ListedPlace, listedOf } from './nearby'
import { isOutdated, type KeptCards, loadCards, loadWalks } from './store'
import { cardsChangeFrom, cellChangesFrom } from './store/changes'
import { type Reaching, reachingFrom, withCard, withPlace } from './update'

const CELLS_AT_ONCE = 16
const LOOKS = 5
const LOOKS_AFTER = 3
/** No city's largest band is longer. */
export const MOST_SECONDS = 30 * 60

export interface Rebuilt {
  /** Cells that were looked at. */
  readonly cells: number
  /** Of these, the ones that said something else before. */
  readonly changed: number
}

/**
 * Brings the prepared cells around a place up to what the directory says of it now. The place's own cell comes last:
 * where it is right, all the others are, so that a repeat costs a read or two. Harmless to repeat and to run beside
 * others: each cell is changed from what was seen of it. `anew`: the own cell is not taken at its word, for others
 * may have been written from an older directory.
 */
export const rebuildAround = async (
  table: Table,
  placeId: Id<'place'>,
  before: Position | undefined,
  { anew = false } = {},
): Promise<Rebuilt> => {
  const kept = (await loadPlace(table, placeId, { consistent: true }))?.place
  const place = kept?.state === 'closed' ? undefined : kept
  const now = place && listedOf(place)
  const isMoved = before && !isDeepStrictEqual(before, kept?.position)
  const spots: Spot[] = []
  for (const at of [...(isMoved ? [before] : []), ...(kept ? [kept.position] : [])]) {
    const own = await loadCards(table, cellOf(at))
    const cards = isOutdated(own) ? undefined : own?.cards
    const said = cards?.slots.find(one => one?.placeId === placeId)
    const isRight = !anew && now && said && isDeepStrictEqual(listedOf(said), now)
    if (own && !isRight) spots.push({ at, limitSeconds: cards?.limitSeconds ?? MOST_SECONDS, said })
  }
  const last = spots.at(-1)
  if (!last) return { cells: 0, changed: 0 }
  const { limitSeconds, said } = last
  const stays = !now || (said && now.kind === said.kind && isDeepStrictEqual(said.position, now.position))
  const visit =
    stays && !anew && !isMoved
      ? restating(table, placeId, now ?? null)
      : rewalking(table, placeId, place, limitSeconds)
  const ownCell = cellOf(last.at)
  // Nobody here walks faster than a metre a second.
  const around = new Set(spots.flatMap(({ at }) => cellsWithin(at, limitSeconds)))
  around.delete(ownCell)
  const outer = await atOnce([...around], CELLS_AT_ONCE, visit)
  const own = await visit(ownCell)
  return { cells: around.size + 1, changed: [...outer, own].filter(Boolean).length }
}

/** A position around which cells may be wrong, with what its own cell says. */
interface Spot {
  readonly at: Position
  readonly limitSeconds: number
  readonly said: ListedPlace | null | undefined
}

/** What a visit does to one cell; true: it said something else before. */
type Visit = (cell: string) => Promise<boolean>

/** The place stands where it stood, or nowhere: its cards say the new thing or are taken out, and nobody walks. */
const restating = (table: Table, placeId: Id<'place'>, now: ListedPlace | null): Visit => {
  const visit = async (cell: string, looks = LOOKS): Promise<boolean> => {
    const seen = await loadCards(table, cell)
    if (!seen || isOutdated(seen)) return false
    const slot = seen.cards.slots.findIndex(one => one?.placeId === placeId)
    const said = seen.cards.slots[slot]
    if (!said || isDeepStrictEqual(said, now)) return false
    const slots = seen.cards.slots.with(slot, now)
    const again = () => visit(cell, looks - 1)
    const changes = cardsChangeFrom(cell, seen, { ...seen.cards, slots })
    if (changes) return saved(table, changes, looks, again)
    // A longer name than there was room for: another place gives its card up.
    const walks = await loadWalks(table, cell, seen)
    if (!walks) return overtaken(looks, again)
    const nearbys = walks.map(({ nearby }) =>
      now ? withCard(nearby, now) : withPlace(nearby, placeId, undefined),
    )
    return saved(table, cellChangesFrom(cell, seen, nearbys, placeId), looks, again)
  }
  return cell => visit(cell)
}

/**
 * The place came, went, moved or became another kind: where its cards say that it matters, its ways are told too, at the
 * border of two maps over the one that tells the cell.
 */
const rewalking = (
  table: Table,
  placeId: Id<'place'>,
  place: Place | undefined,
  limitSeconds: number,
): Visit => {
  const walked = new Map<string, ReturnType<typeof reachingOfAll>>()
  const reachingOver = (network: string) => {
    const known = walked.get(network) ?? reachingOfAll(table, network, place, limitSeconds)
    walked.set(network, known)
    return known
  }
  const isFelt = (cell: string, { cards }: KeptCards): boolean =>
    cards.slots.some(one => one?.placeId === placeId) ||
    (place !== undefined && mayList(cards, place.kind, Math.floor(metersTo(cell, place.position))))
  const visit = async (cell: string, looks = LOOKS): Promise<boolean> => {
    const seen = await loadCards(table, cell)
    // What an older version prepared is prepared anew when somebody asks there.
    if (!seen || isOutdated(seen) || !isFelt(cell, seen)) return false
    const [walks, now] = await Promise.all([loadWalks(table, cell, seen), reachingOver(seen.network)])
    if (!walks) return overtaken(looks, () => visit(cell, looks - 1))
    const nearbys = walks.map(({ nearby }) => withPlace(nearby, placeId, now.get(nearby.profile)))
    if (nearbys.every((nearby, nth) => nearby === walks[nth]?.nearby)) return false
    return saved(table, cellChangesFrom(cell, seen, nearbys, placeId), looks, () => visit(cell, looks - 1))
  }
  return cell => visit(cell)
}

const reachingOfAll = async (
  table: Table,
  network: string,
  place: Place | undefined,
  limitSeconds: number,
): Promise<ReadonlyMap<WalkProfile, Reaching | undefined>> => {
  // A little more, for streets that swing out.
  const streets =
    place && (await loadNetwork(table, network, tilesAround(place.position, limitSeconds + 300)))
  if (!streets) return new Map()
  const ground = groundOf(streets)
  return new Map(
    walkProfiles.map(profile => [
      profile,
      reachingFrom(openWalks(ground, profile), listedOf(place), limitSeconds),
    ]),
  )
}

const saved = async (
  table: Table,
  changes: Parameters<typeof table.write<'circle.nearby_moved'>>[0],
  looks: number,
  again: () => Promise<boolean>,
): Promise<boolean> => {
  const done = await table.write(changes)
  if (done.ok) return true
  if (done.refusal.code === 'circle.nearby_moved') return overtaken(looks, again)
  throw new Error(`a prepared cell was not saved: ${done.refusal.code}`)
}

/** Somebody else changed the cell since it was read. */
const overtaken = (looks: number, again: () => Promise<boolean>): Promise<boolean> => {
  if (looks > 1) return again()
  throw new Error('a prepared cell kept changing')
}

/**
 * Places that changed while cells were written from what was read before: those that came, those that are other than
 * they were, and those that stand nowhere any more. Again until nothing is found, for lists of places lag a little.
 */
export const catchUp = async (
  table: Table,
  tiles: readonly string[],
  before: readonly Place[],
  looks = LOOKS_AFTER,
): Promise<void> => {
  const was = new Map(before.map(place => [place.placeId, place]))
  const places = await loadTiles(table, tiles)
  const is = new Map(places.map(place => [place.placeId, place]))
  const changed = [...new Set([...was.keys(), ...is.keys()])].filter(placeId => {
    const [one, other] = [was.get(placeId), is.get(placeId)]
    return !one || !other || !isDeepStrictEqual(listedOf(one), listedOf(other))
  })
  for (const placeId of changed)
    await rebuildAround(table, placeId, was.get(placeId)?.position, { anew: true })
  if (changed.length > 0 && looks > 1) await catchUp(table, tiles, places, looks - 1)
}
