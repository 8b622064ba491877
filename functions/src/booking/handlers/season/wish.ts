/** Asking for the hours of a season, changing it and taking it back, while the season takes requests. */
import type { booking } from '@yike/shared/booking/contract'
import { ineligibleFacts, whyIneligible } from '@yike/shared/booking/rules/eligibility'
import { comesFirst } from '@yike/shared/booking/rules/terms'
import { MOST_WISHES } from '@yike/shared/booking/schema/season'
import { refuse } from '@yike/shared/kernel/result'
import { instantAt } from '@yike/shared/kernel/time'
import { loadOffering } from '../../../circle/handlers'
import { callCommunity, openGrant, underGrant } from '../../../identity/handlers'
import type { Handlers } from '../../../platform/handler'
import { hashedId, newSecret } from '../../../platform/ids'
import type { Table } from '../../../platform/table'
import { isWishUnder } from '../../domain/delegate'
import { firstMoment, takesWishes, wishMisfits } from '../../domain/season'
import { loadSeason, type SeasonRecord } from '../../store/season'
import { loadWish, type WishRecord, wishChanges } from '../../store/season/wish'
import { certificateChecks } from '../certificate'
import { delegateOf, personFor } from '../delegate'
import type { Shown } from './view'

type WishHandlers = Pick<Handlers<typeof booking.endpoints>, 'fileWish' | 'withdrawWish'>

/** Two taps of one person, or the season that closes meanwhile: so often it is decided anew. */
const TRIES = 3

export const wishHandlers = (table: Table, shown: Shown): WishHandlers => ({
  async fileWish({ actor, now }, input) {
    for (let left = TRIES; left > 0; left--) {
      const [season, whom] = await Promise.all([
        loadSeason(table, input.seasonId),
        personFor(table, actor, input, now),
      ])
      if (!whom.ok) return whom
      const { residentId, person, grant, delegate, also = [] } = whom.value
      const [offering, before] = await Promise.all([
        season && loadOffering(table, season.placeId, season.offeringId),
        loadWish(table, input.seasonId, residentId),
      ])
      if (!season || !offering) return refuse('request.not_found')
      if (season.state === 'calledOff') return refuse('booking.season_off')
      if (!takesWishes(season, now)) return refuse('booking.season_closed')
      if (grant && before && !before.withdrawn && !isWishUnder(grant, before))
        return refuse('booking.wish_theirs')
      const wrong = wishMisfits(season, input)
      if (Object.keys(wrong).length > 0)
        return refuse('booking.wish_unclear', { fields: wrong, facts: { most: season.most } })
      const ineligible = whyIneligible(offering.eligible, person, firstMoment(season))
      if (ineligible)
        return refuse('booking.wish_not_for', {
          facts: ineligibleFacts(ineligible, offering.eligible),
          detail: ineligible.why,
        })
      if ((!before || before.withdrawn) && season.asked >= MOST_WISHES)
        return refuse('booking.season_crowded', { next: await callCommunity(table, season.community) })
      const priority = { groups: [...season.priority], days: 1 }
      const wish: WishRecord = {
        wishId: before?.wishId ?? hashedId('wish', newSecret()),
        residentId,
        version: (before?.version ?? 0) + 1,
        personId: person.personId,
        forName: person.name,
        ...(comesFirst({ priority }, person, season.from) && { first: true }),
        ...{ wants: input.wants, choices: input.choices, filedAt: now },
        ...(delegate && { delegate }),
      }
      if (before && isSame(before, wish)) return shown(actor, season, now, grant)
      const saved = await table.write([
        ...wishChanges(before, wish, season.seasonId, now),
        ...certificateChecks(
          { priority, eligible: offering.eligible },
          { residentId, person },
          { startAt: instantAt(season.from, 0) },
          firstMoment(season),
        ),
        ...also,
      ])
      if (saved.ok) return shown(actor, await latest(table, season), now, grant)
      const { code } = saved.refusal
      if (code === 'request.busy' || code === 'booking.grant_over') return refuse(code)
    }
    return refuse('request.busy')
  },

  async withdrawWish({ actor, now }, { seasonId, grantId }) {
    for (let left = TRIES; left > 0; left--) {
      const opened = grantId && (await openGrant(table, actor, grantId, 'cancel', now))
      if (opened && !opened.ok) return opened
      const grant = opened?.value
      const season = await loadSeason(table, seasonId)
      const before = await loadWish(table, seasonId, grant?.giverId ?? actor.residentId)
      if (!season) return refuse('request.not_found')
      if (!before || before.withdrawn) return shown(actor, season, now, grant)
      if (season.state === 'calledOff') return refuse('booking.season_off')
      if (!takesWishes(season, now)) return refuse('booking.season_closed')
      if (grant && !isWishUnder(grant, before)) return refuse('booking.wish_theirs')
      const { delegate: _, ...rest } = before
      const wish: WishRecord = {
        ...rest,
        ...{ version: before.version + 1, withdrawn: true, filedAt: now },
        ...(grant && { delegate: delegateOf(grant, actor) }),
      }
      const also = grant ? [underGrant(grant, actor, 'cancel', now)] : []
      const saved = await table.write([...wishChanges(before, wish, seasonId, now), ...also])
      if (saved.ok) return shown(actor, await latest(table, season), now, grant)
      const { code } = saved.refusal
      if (code === 'request.busy' || code === 'booking.grant_over') return refuse(code)
    }
    return refuse('request.busy')
  },
})

const latest = async (table: Table, season: SeasonRecord): Promise<SeasonRecord> =>
  (await loadSeason(table, season.seasonId)) ?? season

const isSame = (one: WishRecord, other: WishRecord): boolean => {
  const said = ({ withdrawn, personId, first, wants, choices }: WishRecord) =>
    JSON.stringify([withdrawn, personId, first, wants, choices])
  return said(one) === said(other)
}
