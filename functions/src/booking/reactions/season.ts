/** After a commit in a season: it is gone on with, and whoever somebody asked for reads that they did. */
import type { Id } from '@yike/shared/kernel/id'
import { instantOf } from '@yike/shared/kernel/time'
import { tellCommunity, tellResident } from '../../bulletin/handlers'
import type { Reaction } from '../../platform/outbox'
import { advanceSeason } from '../handlers'
import { asSeason, loadSeason } from '../store/season'
import { asWish } from '../store/season/wish'

export const seasonReactions = (clock: () => number): readonly Reaction[] => [
  {
    // At once; where it is interrupted the clock goes on.
    name: 'booking.advanceSeason',
    on: 'Season',
    async react(table, { before, after }) {
      if (!after || before?.state === after.state) return
      const { seasonId, community, offeringName, state, timeline } = asSeason(after)
      if (state === 'drawn' || state === 'calledOff') await advanceSeason(table, seasonId, instantOf(clock()))
      const [entry] = timeline
      if (!before && entry)
        await tellCommunity(table, community, {
          about: 'season',
          caseId: seasonId,
          name: offeringName,
          entry,
        })
    },
  },
  {
    // What one has done oneself is no news.
    name: 'booking.tellWish',
    on: 'Wish',
    async react(table, { before, after }) {
      if (!after || before?.version === after.version) return
      const { residentId, version, delegate, filedAt, withdrawn } = asWish(after)
      const season = delegate && (await loadSeason(table, after.seasonId as Id<'season'>))
      if (!season) return
      await tellResident(table, residentId, {
        ...{ about: 'season', caseId: season.seasonId, name: season.offeringName, nth: version },
        entry: {
          ...{ at: filedAt, verb: withdrawn ? 'withdraw' : 'file', by: 'delegate', who: delegate.who },
        },
      })
    },
  },
]
