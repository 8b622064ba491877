/** Seasons of the demo, one in each state: asked for, frozen, drawn and booked, called off. */
import { type DrawnEntry, sha256Hex } from '@yike/shared/booking/rules/draw'
import type { Source, WeeklySlot } from '@yike/shared/booking/rules/season'
import { comesFirst, type PriorityGroup } from '@yike/shared/booking/rules/terms'
import { addDays, addMinutes, type Instant, instantAt, localDate, weekdayOf } from '@yike/shared/kernel/time'
import { dayKindOf } from '@yike/shared/kernel/workday'
import {
  callOffSeason,
  closeSeason,
  drawSeason,
  freezeSeason,
  openSeason,
  settleSeason,
} from '../../booking/domain/season'
import { newSeasonChanges, type SeasonRecord } from '../../booking/store/season'
import { type Listed, listItems } from '../../booking/store/season/list'
import { type WishRecord, wishItem } from '../../booking/store/season/wish'
import type { Offering } from '../../circle/store'
import type { Change } from '../../platform/table'
import { offeringNamed } from '../offerings'
import { type CommunityKey, communities, demoId } from '../street'
import { type Planning, sure } from './book'
import { asSelf, type Cast, type Party, personaOf, workerFor } from './cast'

interface Row {
  readonly seed: string
  readonly place: string
  readonly offering: string
  /** Days from today: opened, closed, first Monday from then on. */
  readonly opened: number
  readonly closes: number
  readonly begins: number
  readonly weeks: number
  readonly weekdays: readonly number[]
  readonly hour: number
  readonly source: Source
  readonly priority: readonly PriorityGroup[]
  /** The persona who asked too, and how many neighbours. */
  readonly persona?: string
  readonly neighbours: number
  readonly becomes: 'open' | 'closed' | 'drawn' | 'calledOff'
}

const elders = ['elder', 'minor', 'disabled'] as const
// biome-ignore format: a table is read in rows
const rows: readonly Row[] = [
  { seed: 'badminton', place: '桂花里羽毛球馆', offering: '羽毛球场', opened: -2, closes: 4, begins: 21, weeks: 12, weekdays: [0, 2, 4], hour: 19, source: 'ssq', priority: [], neighbours: 9, becomes: 'open' },
  { seed: 'basketball', place: '桂花里篮球场', offering: '篮球场（晚间）', opened: -9, closes: -2, begins: 10, weeks: 10, weekdays: [1, 3], hour: 19, source: 'hand', priority: [], persona: 'osmanthus-resident', neighbours: 6, becomes: 'closed' },
  { seed: 'council', place: '桂花里议事厅', offering: '议事室', opened: -20, closes: -10, begins: 8, weeks: 8, weekdays: [1, 3], hour: 19, source: 'hand', priority: elders, persona: 'osmanthus-resident', neighbours: 5, becomes: 'drawn' },
  { seed: 'painting', place: '桂花里书画室', offering: '书画室', opened: -6, closes: 1, begins: 28, weeks: 8, weekdays: [5], hour: 9, source: 'hand', priority: elders, neighbours: 2, becomes: 'calledOff' },
  { seed: 'tennis', place: '石桥头乒乓球馆', offering: '乒乓球台', opened: -1, closes: 5, begins: 21, weeks: 10, weekdays: [1, 5], hour: 19, source: 'hand', priority: elders, neighbours: 4, becomes: 'open' },
]

export interface PlannedSeason {
  readonly record: SeasonRecord
  readonly entries?: readonly DrawnEntry[]
  readonly seed: string
  readonly wishes: readonly WishRecord[]
  /** The offering as it is while its hours are kept. */
  readonly keeps?: Offering
}

const CLOSES_AT = 18 * 60
const DRAWN_AT = 21 * 60 + 15

const crowdOf = (cast: Cast, key: CommunityKey): Party[] => {
  const { volunteers, families } = cast.neighbours[key]
  return [...volunteers, ...families].map(asSelf)
}

const planSeason = ({ cast, now }: Planning, row: Row): PlannedSeason => {
  const today = localDate(now)
  const offering = offeringNamed(row.place, row.offering)
  const staff = workerFor(cast, offering.community).resident.residentId
  const openedAt = instantAt(addDays(today, row.opened), 10 * 60)
  const closesAt = instantAt(addDays(today, row.closes), CLOSES_AT)
  const drawAt = instantAt(addDays(today, row.closes), DRAWN_AT)
  const soonest = addDays(today, row.begins)
  const from = addDays(soonest, (7 - weekdayOf(soonest)) % 7)
  const slots = row.weekdays.map(
    (weekday): WeeklySlot => ({
      weekday,
      fromMinute: row.hour * 60,
      toMinute: row.hour * 60 + offering.slotMinutes,
    }),
  )
  const seed = sha256Hex(`demo ${row.seed}`)
  const { placeId, offeringId } = offering
  const typed = {
    ...{ placeId, offeringId, from, to: addDays(from, 7 * row.weeks - 1), slots, most: 1, closesAt, drawAt },
    ...{ priority: [...row.priority], source: row.source },
    ...(row.source !== 'hand' && { issue: `${today.slice(0, 4)}138` }),
  }
  const opening = {
    ...{ seasonId: demoId('season', row.seed), commitment: sha256Hex(seed) },
    ...{ actorId: staff, now: openedAt, dayKindOf, isFull: () => false },
  }
  const { season, changed } = sure(row.seed, openSeason(typed, offering, [offering], opening))
  const wishes = wishesFor(cast, row, season, openedAt)
  const opened = { ...season, asked: wishes.length }
  const keeps = changed[0] && { ...changed[0].after, version: offering.version }
  const doing = { actorId: staff, now: addMinutes(drawAt, 30) }
  const frozen = () => freezeSeason(sure(row.seed, closeSeason(opened, closesAt)), wishes)
  switch (row.becomes) {
    case 'open':
      return { record: opened, seed, wishes, ...(keeps && { keeps }) }
    case 'closed':
      return { ...planned(frozen()), seed, wishes, ...(keeps && { keeps }) }
    case 'drawn':
      // Booked when it is loaded, by what books it in the product.
      return {
        ...planned(sure(row.seed, drawSeason(frozen(), seed, { ...doing, publicNumber: '27 05 31 88' }))),
        seed,
        wishes,
      }
    default: {
      const off = sure(
        row.seed,
        callOffSeason(opened, { reason: 'repair', actorId: staff, now: addMinutes(now, -600) }),
      )
      return { record: settleSeason(off, now), seed, wishes }
    }
  }
}

const planned = ({ season, entries }: Listed) => ({ record: season, entries })

const wishesFor = (cast: Cast, row: Row, season: SeasonRecord, openedAt: Instant): WishRecord[] => {
  const key = season.community === communities.osmanthus.code ? 'osmanthus' : 'stonebridge'
  const asking = [
    ...(row.persona ? [asSelf(personaOf(cast, row.persona))] : []),
    ...crowdOf(cast, key).slice(0, row.neighbours),
  ]
  const names = season.slots.map(({ slotId }) => slotId)
  const priority = { groups: [...row.priority], days: 1 }
  return asking.map(({ residentId, person }, i): WishRecord => {
    // Not all want the same first.
    const turned = [...names.slice(i % names.length), ...names.slice(0, i % names.length)]
    return {
      wishId: demoId('wish', `${row.seed} ${residentId}`),
      ...{ residentId, version: 1, personId: person.personId, forName: person.name, wants: 1 },
      ...(comesFirst({ priority }, person, season.from) && { first: true }),
      ...{ choices: turned, filedAt: addMinutes(openedAt, 60 * (i + 1)) },
    }
  })
}

export const planSeasons = (planning: Planning): PlannedSeason[] => rows.map(row => planSeason(planning, row))

export const seasonChanges = ({ record, entries = [], seed, wishes }: PlannedSeason): Change[] => [
  ...newSeasonChanges(record, seed),
  ...listItems(record.seasonId, entries).map(item => ({ put: item })),
  ...wishes.map(wish => ({ put: wishItem(record.seasonId, wish) })),
]

/** An offering as it is while a season keeps its hours. */
export const keeping = (seasons: readonly PlannedSeason[], offering: Offering): Offering =>
  seasons.find(({ keeps }) => keeps?.offeringId === offering.offeringId)?.keeps ?? offering
