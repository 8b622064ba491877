/** A season as it is shown, and as its draw is published. */
import { seasonLifecycle } from '@yike/shared/booking/lifecycle/season'
import { DRAW_RULE, type DrawnEntry } from '@yike/shared/booking/rules/draw'
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import { datesOfSlot, type WeeklySlot } from '@yike/shared/booking/rules/season'
import type { Season, SeasonCard, Wish } from '@yike/shared/booking/schema/season'
import type { DrawRecord } from '@yike/shared/booking/schema/season/draw'
import { allowedVerbs } from '@yike/shared/kernel/lifecycle'
import type { Instant, LocalDate } from '@yike/shared/kernel/time'
import { dayKindOf } from '@yike/shared/kernel/workday'
import type { z } from '@yike/shared/kernel/zod'
import type { Waiting } from '@yike/shared/workbench/schema'
import type { Offering } from '../../../circle/handlers'
import type { GrantRecord } from '../../../identity/handlers'
import type { Actor } from '../../../platform/actor'
import { missingOf } from '../../domain/season'
import type { SeasonRecord } from '../../store/season'
import type { WishRecord } from '../../store/season/wish'

/** A season as its reader sees it, with their own request, or by a grant its giver's. */
export type Shown = (
  actor: Actor,
  season: SeasonRecord,
  now: Instant,
  grant?: GrantRecord,
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
  { slots, from, to }: SeasonRecord,
  offering: Offering | undefined,
  isFull: IsFull,
): Season['slots'] =>
  slots.map(({ slotId, weekday, fromMinute, toMinute, seats, full = [], wanted, given }) => {
    const slot = { weekday, fromMinute, toMinute }
    const shut = offering ? missingOf(offering, { from, to }, slot, dayKindOf) : []
    const taken = full.filter(on => !shut.some(one => one.on === on) && isFull(slot, on))
    return {
      ...{ slotId, ...slot, seats, weeks: datesOfSlot({ from, to }, slot).length },
      missing: [...shut, ...taken.map(on => ({ on, code: 'booking.slot_full' as const }))].sort(
        (one, other) => (one.on < other.on ? -1 : 1),
      ),
      wanted,
      ...(given !== undefined && { left: seats - given }),
    }
  })

/** Whether all of a date that was full once is still booked. */
type IsFull = (slot: WeeklySlot, on: LocalDate) => boolean

/** A request, and what the draw has made of it. */
type Drawn = WishRecord & Pick<DrawnEntry, 'rank' | 'got'>

const wishOf = (wish: Drawn): Wish => {
  const { wishId, choices, wants, personId, forName, first = false, filedAt, withdrawn, rank, got } = wish
  const who = wish.delegate?.who
  return {
    ...{ wishId, choices: [...choices], wants, personId, forName, first, filedAt, who, rank },
    ...(withdrawn && { withdrawn }),
    ...(got && {
      got: got.map(slotId => {
        const booked = wish[`got_${slotId}`]
        return { slotId, ...booked, missing: [...(booked?.missing ?? [])] }
      }),
    }),
  }
}

export const showSeason = (
  season: SeasonRecord,
  offering: Offering | undefined,
  wish: Drawn | undefined,
  part: 'owner' | 'staff',
  now: Instant,
  isFull: IsFull = () => true,
): z.input<typeof Season> => {
  const { most, priority, source, issue, commitment, listHash, publicNumber, reason, timeline } = season
  const can = allowedVerbs(seasonLifecycle, season.state, part).filter(
    verb => verb !== 'draw' || (listHash !== undefined && season.drawAt <= now),
  )
  return {
    ...cardOf(season),
    ...{ slots: slotsOf(season, offering, isFull), most, priority: [...priority], source, issue },
    ...{ commitment, listHash, publicNumber, reason, can, timeline: [...timeline] },
    ...(wish && { mine: wishOf(wish) }),
  }
}

/** Nothing of it says who anybody is. Requests are in it once nobody can change any more. */
export const publishDraw = (
  season: SeasonRecord,
  part: number,
  entries: readonly DrawnEntry[],
): DrawRecord => {
  const { seasonId, state, placeName, offeringName, from, to, closesAt, drawAt, source, issue } = season
  const { commitment, listHash, seed, publicNumber, parts = [] } = season
  return {
    rule: DRAW_RULE,
    ...{ seasonId, state, placeName, offeringName, from, to, closesAt, drawAt, source, issue },
    ...{ commitment, listHash, seed, publicNumber },
    slots: season.slots.map(({ slotId, seats, weekday, fromMinute, toMinute }) => ({
      ...{ slotId, seats, weekday, fromMinute, toMinute },
    })),
    ...{ part, parts: Math.max(1, parts.length) },
    entries: entries.map(({ wishId, choices, got, ...entry }) => ({
      ...entry,
      wishId: wishId as DrawRecord['entries'][number]['wishId'],
      choices: [...choices],
      ...(got && { got: [...got] }),
    })),
  }
}
