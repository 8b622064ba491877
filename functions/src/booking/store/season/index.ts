/** Seasons and their secret seeds. */
import type { SeasonState } from '@yike/shared/booking/lifecycle/season'
import type { DrawSlot } from '@yike/shared/booking/rules/draw'
import type { Source, WeeklySlot } from '@yike/shared/booking/rules/season'
import type { PriorityGroup } from '@yike/shared/booking/rules/terms'
import type { CallOffReason } from '@yike/shared/booking/schema/season'
import type { RegionCode } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'
import type { TimelineEntry } from '@yike/shared/kernel/shapes'
import type { Instant, LocalDate } from '@yike/shared/kernel/time'
import { absent, equal } from '../../../platform/condition'
import { indexAttributes, indexes, inIndex, keys } from '../../../platform/keys'
import { type Change, type Item, recordOf, type Table } from '../../../platform/table'

interface SlotRecord extends WeeklySlot, DrawSlot {
  /** On which dates all of it was booked when it was opened. */
  readonly full?: readonly LocalDate[]
  /** Once the list is frozen: how many want it most. Once it is drawn: how many got it. */
  readonly wanted?: number
  readonly given?: number
}

export interface SeasonRecord {
  readonly seasonId: Id<'season'>
  readonly version: number
  readonly state: SeasonState
  readonly community: RegionCode
  readonly placeId: Id<'place'>
  readonly placeName: string
  readonly offeringId: Id<'offering'>
  readonly offeringName: string
  readonly from: LocalDate
  readonly to: LocalDate
  readonly slots: readonly SlotRecord[]
  readonly most: number
  readonly priority: readonly PriorityGroup[]
  readonly closesAt: Instant
  readonly drawAt: Instant
  readonly source: Source
  readonly issue?: string | undefined
  readonly commitment: string
  /** Requests that stand. */
  readonly asked: number
  /** When the clock next has something to do for it. */
  readonly dueAt?: Instant
  /** The public number is known and not entered: until when staff are to do it. It waits in their queue. */
  readonly numberBy?: Instant
  readonly listHash?: string
  /** Of a frozen list the first pseudonym of each part: which part tells of somebody. */
  readonly parts?: readonly string[]
  readonly publicNumber?: string
  /** Only once it is drawn; before it stands apart. */
  readonly seed?: string
  readonly reason?: CallOffReason
  /** How it ended has been told to all up to here, in the order of their keys. */
  readonly toldUntil?: Id<'resident'>
  /** Who of staff made the last entry of the timeline, which itself names only the office. */
  readonly lastActorId: Id<'resident'>
  readonly timeline: readonly TimelineEntry[]
}

const dueIndex = ({ community, dueAt, numberBy, offeringId, seasonId }: SeasonRecord) => {
  if (dueAt)
    return inIndex('by-deadline', indexes.byDeadline.queue(community, dueAt, offeringId, '', seasonId))
  return numberBy && inIndex('by-deadline', indexes.byDeadline.waiting(community, numberBy, seasonId))
}

/** A new season and its seed. */
export const newSeasonChanges = (season: SeasonRecord, seed: string): Change<'request.busy'>[] => [
  {
    put: {
      ...keys.season(season.seasonId),
      type: 'Season',
      ...inIndex('by-owner', indexes.byOwner.seasons(season.community, season.seasonId)),
      ...dueIndex(season),
      ...season,
    },
    if: absent(),
    else: 'request.busy',
  },
  { put: { ...keys.seasonSeed(season.seasonId), seed }, if: absent(), else: 'request.busy' },
]

/** The next record, if nobody else has moved the season. While it is open requests are counted beside. */
export const moveSeasonChange = (
  before: SeasonRecord,
  { seasonId, ...after }: SeasonRecord,
): Change<'booking.season_state'> => {
  const { asked, ...rest } = after
  const index = dueIndex({ seasonId, ...after })
  const set = { ...rest, ...(after.listHash && { asked }), ...index }
  const gone = [
    ...(['dueAt', 'numberBy'] as const).filter(name => !after[name]),
    ...(index ? [] : indexAttributes('by-deadline')),
  ]
  return {
    update: keys.season(seasonId),
    set: Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined)),
    ...(gone.length > 0 && { remove: gone }),
    if: equal('version', before.version),
    else: 'booking.season_state',
  }
}

export const loadSeason = async (table: Table, seasonId: Id<'season'>): Promise<SeasonRecord | undefined> => {
  const item = await table.get(keys.season(seasonId), { consistent: true })
  return item && recordOf<SeasonRecord>(item)
}

export const asSeason = (item: Item): SeasonRecord => recordOf<SeasonRecord>(item)

export const loadSeed = async (table: Table, seasonId: Id<'season'>): Promise<string> => {
  const item = await table.get(keys.seasonSeed(seasonId), { consistent: true })
  if (!item) throw new Error('a season has lost its seed')
  return item.seed
}

export const querySeasons = (
  table: Table,
  community: RegionCode,
  page: { limit: number; cursor?: string | undefined },
) => {
  const [pk] = indexes.byOwner.seasons(community, '')
  return table.query({ index: 'by-owner', pk, newestFirst: true, ...page })
}
