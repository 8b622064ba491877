import type { Instant } from '@yike/shared/kernel/time'
import { tellResident } from '../../../bulletin/handlers'
import { loadOpenGrant } from '../../../identity/handlers'
import type { Change, Table } from '../../../platform/table'
import { moveSeasonChange, type SeasonRecord } from '../../store/season'
import type { Listed } from '../../store/season/list'
import type { WishRecord } from '../../store/season/wish'

/** False: somebody else has moved it, and goes on. */
export const save = async (
  table: Table,
  changes: readonly Change<'booking.season_state'>[],
): Promise<boolean> => {
  const saved = await table.write(changes)
  if (!saved.ok && saved.refusal.code === 'request.busy') throw new Error('a season waits for a busy table')
  return saved.ok
}

/** After so many it is noted whom has been told: whoever is interrupted goes on from there. */
const MOST_TOLD = 100

/** Everybody who asked reads how it ended. Undefined: somebody else has moved the season, and goes on. */
export const tellAll = async (
  table: Table,
  listed: Listed,
  wishes: readonly WishRecord[],
  now: Instant,
): Promise<SeasonRecord | undefined> => {
  const { season } = listed
  let moved = season
  const left = wishes.filter(({ residentId }) => residentId > (season.toldUntil ?? ''))
  for (let from = 0; from < left.length; from += MOST_TOLD) {
    const some = left.slice(from, from + MOST_TOLD)
    await tellSome(table, listed, some, now)
    const toldUntil = some.at(-1)?.residentId
    // The last of them are noted with what comes next.
    if (!toldUntil || from + MOST_TOLD >= left.length) continue
    const noted = { ...moved, version: moved.version + 1, toldUntil }
    if (!(await save(table, [moveSeasonChange(moved, noted)]))) return undefined
    moved = noted
  }
  return moved
}

const tellSome = async (
  table: Table,
  { season, entries }: Listed,
  wishes: readonly WishRecord[],
  now: Instant,
): Promise<void> => {
  const { seasonId, offeringName, timeline } = season
  const ended = timeline.at(-1)
  if (!ended) throw new Error('a season without a beginning')
  const won = new Map<string, readonly string[]>(entries.map(({ wishId, got = [] }) => [wishId, got]))
  const verbOf = (wish: WishRecord) => {
    if (season.state === 'calledOff') return 'callOff'
    const got = won.get(wish.wishId)
    if (!got?.length) return 'lost'
    return got.some(slotId => wish[`got_${slotId}`]?.booked) ? 'won' : 'unbooked'
  }
  for (const wish of wishes) {
    if (wish.withdrawn) continue
    const news = {
      ...{ about: 'season' as const, caseId: seasonId, name: offeringName },
      entry: { at: ended.at, verb: verbOf(wish), by: ended.by },
    }
    await tellResident(table, wish.residentId, news)
    const { delegate, forName } = wish
    // Whoever asked for them reads it too, as long as they let them.
    if (delegate && (await loadOpenGrant(table, delegate.grantId, now)))
      await tellResident(table, delegate.delegateId, {
        ...news,
        name: `${offeringName}（${forName}）`,
        grantId: delegate.grantId,
      })
  }
}
