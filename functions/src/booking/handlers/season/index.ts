/** Seasons: opening them, asking for their hours, and the public draw. */
import type { booking } from '@yike/shared/booking/contract'
import { sha256Hex } from '@yike/shared/booking/rules/draw'
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import { answersFor } from '@yike/shared/identity/rules'
import type { Id } from '@yike/shared/kernel/id'
import { ok, refuse } from '@yike/shared/kernel/result'
import type { LocalDate } from '@yike/shared/kernel/time'
import { dayKindOf } from '@yike/shared/kernel/workday'
import { loadOffering, loadPlace } from '../../../circle/handlers'
import { noteDelegateLook, openGrant } from '../../../identity/handlers'
import type { Actor } from '../../../platform/actor'
import { moveCase } from '../../../platform/case'
import type { Handlers } from '../../../platform/handler'
import { newSecret } from '../../../platform/ids'
import { MOST_CHANGES, type Table } from '../../../platform/table'
import { isWishUnder } from '../../domain/delegate'
import { callOffSeason, drawSeason, openSeason } from '../../domain/season'
import {
  asSeason,
  loadSeason,
  loadSeed,
  moveSeasonChange,
  newSeasonChanges,
  querySeasons,
  type SeasonRecord,
} from '../../store/season'
import { loadEntry, loadList, loadPart, moveListChanges } from '../../store/season/list'
import { loadWish } from '../../store/season/wish'
import { fullIn, keepChanges, stillFull, tooWide } from './open'
import { cardOf, publishDraw, type Shown, showSeason } from './view'
import { wishHandlers } from './wish'

export { advanceSeason } from './settle'
export { waitingSeason } from './view'

type SeasonHandlers = Pick<
  Handlers<typeof booking.endpoints>,
  | 'openSeason'
  | 'seasons'
  | 'season'
  | 'fileWish'
  | 'withdrawWish'
  | 'drawSeason'
  | 'callOffSeason'
  | 'drawRecord'
>

export const seasonHandlers = (table: Table): SeasonHandlers => {
  const shown: Shown = async (actor, season, now, grant) => {
    const [offering, found] = await Promise.all([
      loadOffering(table, season.placeId, season.offeringId),
      loadWish(table, season.seasonId, grant?.giverId ?? actor.residentId),
    ])
    const wish = found && (!grant || isWishUnder(grant, found)) ? found : undefined
    const drawn = wish && season.publicNumber ? await loadEntry(table, season, wish.wishId) : undefined
    const mine = wish && { ...wish, ...(drawn && { rank: drawn.rank, got: drawn.got }) }
    // Once it is drawn the sheets are full of what was won.
    const isFull = offering && !season.publicNumber ? await stillFull(table, offering, season) : undefined
    return ok(showSeason(season, offering, mine, partOf(actor, season), now, isFull))
  }
  const ofStaff = async (actor: Actor, seasonId: Id<'season'>) => {
    const season = await loadSeason(table, seasonId)
    return season && answersFor(actor, season.community) ? season : undefined
  }

  return {
    async openSeason({ actor, now, newId, once }, typed) {
      const found = await loadPlace(table, typed.placeId, { consistent: true })
      const offering = found?.offerings.find(one => one.offeringId === typed.offeringId)
      if (!found || !offering || !answersFor(actor, offering.community)) return refuse('request.not_found')
      const seed = sha256Hex(newSecret())
      const opening = {
        ...{ seasonId: newId('season'), commitment: sha256Hex(seed) },
        ...{ actorId: actor.residentId, now, dayKindOf },
        isFull: await fullIn(table, offering, typed),
      }
      const openedUntil = (to: LocalDate) => openSeason({ ...typed, to }, offering, found.offerings, opening)
      const opened = openedUntil(typed.to)
      if (!opened.ok) return opened
      const changesOf = ({ season, changed }: typeof opened.value) => {
        const answer = showSeason(season, offering, undefined, 'staff', now)
        const changes = keepChanges(season, changed, now)
        return { answer, changes: [...newSeasonChanges(season, seed), ...changes, once.remember(answer)] }
      }
      const { answer, changes } = changesOf(opened.value)
      if (changes.length > MOST_CHANGES) {
        const fits = (to: LocalDate) => {
          const shorter = openedUntil(to)
          return shorter.ok && changesOf(shorter.value).changes.length <= MOST_CHANGES
        }
        return refuse('booking.season_wide', tooWide(typed, fits, now))
      }
      const saved = await table.write(changes)
      return saved.ok ? ok(answer) : saved
    },

    async seasons(_, { community, ...page }) {
      const found = await querySeasons(table, community, page)
      if (!found.ok) return found
      const { items, cursor } = found.value
      return ok({ seasons: items.map(item => cardOf(asSeason(item))), ...(cursor && { cursor }) })
    },

    async season({ actor, now }, { seasonId, grantId }) {
      const opened = grantId && (await openGrant(table, actor, grantId, undefined, now))
      if (opened && !opened.ok) return opened
      const season = await loadSeason(table, seasonId)
      if (!season) return refuse('request.not_found')
      const answer = await shown(actor, season, now, opened?.value)
      const { mine } = answer.value
      // Whose request it is reads that it was looked at.
      const look = { about: 'season' as const, caseId: seasonId, name: spokenOffering(season) }
      const noted = opened && mine && (await noteDelegateLook(table, opened.value, look, now))
      return noted && !noted.ok ? noted : answer
    },

    ...wishHandlers(table, shown),

    async drawSeason({ actor, now }, { seasonId, publicNumber }) {
      if (!(await ofStaff(actor, seasonId))) return refuse('request.not_found')
      const seed = await loadSeed(table, seasonId)
      const doing = { publicNumber, actorId: actor.residentId, now }
      const drawn = await moveCase(table, {
        async find() {
          const season = await ofStaff(actor, seasonId)
          return season && { season, entries: season.seed ? [] : await loadList(table, season) }
        },
        isRepeat: found => found.season.publicNumber === publicNumber,
        decide: found => drawSeason(found, seed, doing),
        changes: (before, after) => moveListChanges(before.season, after),
        stale: 'booking.season_state',
      })
      return drawn.ok ? shown(actor, drawn.value.season, now) : drawn
    },

    async callOffSeason({ actor, now }, { seasonId, reason }) {
      const off = await moveCase(table, {
        find: () => ofStaff(actor, seasonId),
        isRepeat: found => found.state === 'calledOff' && found.reason === reason,
        decide: found => callOffSeason(found, { reason, actorId: actor.residentId, now }),
        changes: (before, after) => [moveSeasonChange(before, after)],
        stale: 'booking.season_state',
      })
      return off.ok ? shown(actor, off.value, now) : off
    },

    async drawRecord(_, { seasonId, part }) {
      const season = await loadSeason(table, seasonId)
      const { length: parts } = season?.parts ?? []
      if (!season || (part > 0 && part >= parts)) return refuse('request.not_found')
      return ok(publishDraw(season, part, parts > 0 ? await loadPart(table, season, part) : []))
    },
  }
}

const partOf = (actor: Actor, { community }: SeasonRecord) =>
  answersFor(actor, community) ? 'staff' : 'owner'
