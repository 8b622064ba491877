/** Staff keep the directory of their community up. */
import type { circle } from '@yike/shared/circle/contract'
import type { PlaceVerb } from '@yike/shared/circle/lifecycle'
import type { Entry, PlaceFields } from '@yike/shared/circle/schema/upkeep'
import type { Id } from '@yike/shared/kernel/id'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import type { Instant } from '@yike/shared/kernel/time'
import { loadOwnPost, loadOwnRegion, loadRegions } from '../../identity/handlers'
import type { Actor } from '../../platform/actor'
import { moveCase } from '../../platform/case'
import type { Handlers } from '../../platform/handler'
import type { Table } from '../../platform/table'
import { uncover } from '../../platform/wechat/aside'
import { loadCoverage } from '../coverage/store'
import { add, type Doing, isRepeat, move } from '../domain/upkeep'
import { writtenOf } from '../domain/written'
import { coverPlace, loadPlace } from '../store'
import { movePlaceChanges, newPlaceChanges } from '../store/upkeep'
import { openDirectory } from './directory'
import { entryOf, mayRead, mayWrite } from './entry'

type Upkeep = Pick<
  Handlers<typeof circle.endpoints>,
  | 'coverage'
  | 'directory'
  | 'entry'
  | 'addPlace'
  | 'changePlace'
  | 'assurePlace'
  | 'closePlace'
  | 'reopenPlace'
>

export const upkeepHandlers = (table: Table): Upkeep => {
  const directoryOf = openDirectory(table)
  return {
    async directory({ actor, now }, asked) {
      if (!(await loadOwnPost(table, actor, asked.community))) return refuse('request.not_found')
      const page = await directoryOf(asked, now)
      return page ? ok(page) : refuse('circle.cursor_stale')
    },

    async coverage({ actor }, { region }) {
      if (!(await loadOwnRegion(table, actor, region))) return refuse('request.not_found')
      const coverage = await loadCoverage(table, region)
      return ok({ ...(coverage && { coverage }) })
    },

    async entry({ actor, now }, { placeId }) {
      const place = (await loadPlace(table, placeId, { consistent: true }))?.place
      return place && mayRead(place, actor) ? ok(entryOf(place, actor, now)) : refuse('request.not_found')
    },

    async addPlace({ actor, now, newId, once }, { community, ...typed }) {
      const post = await loadOwnPost(table, actor, community)
      if (!post) return refuse('request.not_found')
      const written = await writtenBy(table, typed, post.center, now)
      if (!written.ok) return written
      const { residentId: actorId } = actor
      const place = add({ placeId: newId('place'), community, written: written.value, actorId, now })
      const kept = coverPlace(place)
      const answer = entryOf(kept, actor, now)
      const saved = await table.write([...newPlaceChanges(kept), once.remember(answer)])
      return saved.ok ? ok(answer) : saved
    },

    async changePlace({ actor, now }, { placeId, version, ...typed }) {
      const before = (await loadPlace(table, placeId, { consistent: true }))?.place
      const post = before?.community && (await loadOwnPost(table, actor, before.community))
      if (!before || !post) return refuse('request.not_found')
      const written = await writtenBy(table, typed, post.center, now, before)
      if (!written.ok) return written
      return moved(table, actor, placeId, 'change', doingOf(actor, now, version, { written: written.value }))
    },

    assurePlace: ({ actor, now }, { placeId, version }) =>
      moved(table, actor, placeId, 'assure', doingOf(actor, now, version)),
    closePlace: ({ actor, now }, { placeId, version, reason }) =>
      moved(table, actor, placeId, 'close', doingOf(actor, now, version, { note: reason })),
    reopenPlace: ({ actor, now }, { placeId, version }) =>
      moved(table, actor, placeId, 'reopen', doingOf(actor, now, version)),
  }
}

const doingOf = (
  { residentId: actorId }: Actor,
  now: Instant,
  seen: number,
  more: Pick<Doing, 'written' | 'note'> = {},
): Doing => ({ actorId, now, seen, ...more })

/** What was typed, and that the communities which share the place are there. */
const writtenBy = async (table: Table, typed: PlaceFields, ...about: DropFirst<typeof writtenOf>) => {
  if (typed.sharedWith.length > 0) {
    const known = new Set(
      (await loadRegions(table)).filter(({ level }) => level === 'community').map(({ code }) => code),
    )
    if (!typed.sharedWith.every(code => known.has(code)))
      return refuse('circle.no_such_community', { fields: { sharedWith: '有还没开通的社区' } })
  }
  return writtenOf(typed, ...about)
}
type DropFirst<F> = F extends (first: never, ...rest: infer R) => unknown ? R : never

const moved = async (
  table: Table,
  actor: Actor,
  placeId: Id<'place'>,
  verb: PlaceVerb,
  doing: Doing,
): Promise<Result<Entry, 'circle.wrong_state' | 'request.not_found' | 'request.busy'>> => {
  const done = await moveCase(table, {
    async find() {
      const place = (await loadPlace(table, placeId, { consistent: true }))?.place
      return place && mayWrite(place, actor) ? place : undefined
    },
    isRepeat: place => isRepeat(uncover(place), verb, doing),
    decide: place => {
      const next = move(uncover(place), verb, doing)
      return next.ok ? ok(coverPlace(next.value, place)) : next
    },
    changes: movePlaceChanges,
    stale: 'circle.wrong_state',
  })
  return done.ok ? ok(entryOf(done.value, actor, doing.now)) : done
}
