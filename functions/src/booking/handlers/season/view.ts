/** A season as it is shown, and as its draw is published. */
import { seasonLifecycle } from '@yike/shared/booking/lifecycle/season'
import { DRAW_RULE } from '@yike/shared/booking/rules/draw'
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import { datesOfSlot } from '@yike/shared/booking/rules/season'
import type { DrawRecord, Season, SeasonCard, Wish } from '@yike/shared/booking/schema/season'
import { allowedVerbs } from '@yike/shared/kernel/lifecycle'
import type { Instant } from '@yike/shared/kernel/time'
import { dayKindOf } from '@yike/shared/kernel/workday'
import type { z } from '@yike/shared/kernel/zod'
import type { Waiting } from '@yike/shared/workbench/schema'
import type { Offering } from '../../../circle/handlers'
import type { Actor } from '../../../platform/actor'
import { listOf, missingOf } from '../../domain/season'
import type { SeasonRecord, WishRecord } from '../../store/season'

/** A season as its reader sees it, with their own request. */
export type Shown = (
  actor: Actor,
  season: SeasonRecord,
  now: Instant,
) => Promise<{ readonly ok: true; readonly value: z.input<typeof Season> }>

export const cardOf = (season: SeasonRecord): SeasonCard => {
  const { seasonId, state, community, placeId, placeName, offeringId, offeringName } = season
  const { from, to, closesAt, drawAt, asked } = season
  return {
    ...{ seasonId, state, community, placeId, placeName, offeringId, offeringName },
    ...{ from, to, closesAt, drawAt, asked },
  }
}

/** A season whose number staff have not entered yet, in the queue of its community. */
export const waitingSeason = (season: SeasonRecord): Omit<Waiting, 'kind'> => ({
  caseId: season.seasonId,
  title: spokenOffering(season),
  since: season.drawAt,
  deadlineAt: season.numberBy ?? season.drawAt,
})

const slotsOf = (
  { slots, from, to, allotted }: SeasonRecord,
  offering: Offering | undefined,
): Season['slots'] =>
  slots.map(({ slotId, weekday, fromMinute, toMinute, seats }) => {
    const slot = { weekday, fromMinute, toMinute }
    const got = allotted?.filter(({ slotIds }) => slotIds.includes(slotId)).length ?? 0
    return {
      ...{ slotId, ...slot, seats, weeks: datesOfSlot({ from, to }, slot).length },
      missing: offering ? missingOf(offering, { from, to }, slot, dayKindOf) : [],
      ...(allotted && { left: seats - got }),
    }
  })

const wishOf = ({ order, allotted }: SeasonRecord, wish: WishRecord): Wish => {
  const { wishId, choices, wants, personId, forName, first = false, filedAt, withdrawn } = wish
  const won = allotted?.find(one => one.wishId === wishId)?.slotIds ?? []
  const rank = (order?.indexOf(wishId) ?? -1) + 1
  return {
    ...{ wishId, choices: [...choices], wants, personId, forName, first, filedAt },
    ...(withdrawn && { withdrawn }),
    ...(rank > 0 && { rank }),
    ...(rank > 0 && {
      got: won.map(slotId => {
        const booked = wish[`got_${slotId}`]
        return { slotId, ...booked, missing: [...(booked?.missing ?? [])] }
      }),
    }),
  }
}

export const showSeason = (
  season: SeasonRecord,
  offering: Offering | undefined,
  wish: WishRecord | undefined,
  part: 'owner' | 'staff',
  now: Instant,
): z.input<typeof Season> => {
  const { most, priority, source, issue, commitment, listHash, publicNumber, reason, timeline } = season
  const can = allowedVerbs(seasonLifecycle, season.state, part).filter(
    verb => verb !== 'draw' || (listHash !== undefined && season.drawAt <= now),
  )
  return {
    ...cardOf(season),
    ...{ slots: slotsOf(season, offering), most, priority: [...priority], source, issue },
    ...{ commitment, listHash, publicNumber, reason, can, timeline: [...timeline] },
    ...(wish && { mine: wishOf(season, wish) }),
  }
}

/** Nothing of it says who anybody is. Requests are in it once nobody can change any more. */
export const publishDraw = (season: SeasonRecord, wishes: readonly WishRecord[]): DrawRecord => {
  const { seasonId, state, placeName, offeringName, from, to, closesAt, drawAt, source, issue } = season
  const { commitment, listHash, seed, publicNumber, order, allotted } = season
  return {
    rule: DRAW_RULE,
    ...{ seasonId, state, placeName, offeringName, from, to, closesAt, drawAt, source, issue },
    commitment,
    slots: season.slots.map(({ slotId, seats, weekday, fromMinute, toMinute }) => ({
      ...{ slotId, seats, weekday, fromMinute, toMinute },
    })),
    entries: (listHash ? listOf(season, wishes).entries : []).map(entry => ({
      ...entry,
      wishId: entry.wishId as DrawRecord['entries'][number]['wishId'],
      choices: [...entry.choices],
    })),
    ...{ listHash, seed, publicNumber },
    ...(order && { order: order as NonNullable<DrawRecord['order']> }),
    ...(allotted && {
      allotted: allotted.map(({ wishId, slotIds }) => ({
        wishId: wishId as NonNullable<DrawRecord['order']>[number],
        slotIds: [...slotIds],
      })),
    }),
  }
}
