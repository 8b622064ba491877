/** Day-sheets: what is taken of a thing in each quarter-hour, and the conditions under which more of it may be taken. */
import {
  type DaySheet,
  dayParts,
  isWholeQuarters,
  QUARTERS,
  quartersOf,
  type Span,
  type Taken,
  takenSpan,
} from '@yike/shared/booking/calendar'
import { type Instant, instantOf, type LocalDate } from '@yike/shared/kernel/time'
import { all, equal, noneAbove } from '../../platform/condition'
import { keys } from '../../platform/keys'
import { type Change, type Item, queryAll, type Table } from '../../platform/table'

/**
 * One quarter-hour of a day-sheet is one attribute: '36' is 09:00–09:15. A number and nothing else: V8 keeps what has
 * such a name as an element of an array, and so reads two weeks of days in a third of the time that 'q36' took it.
 */
const quarterName = (quarter: number): string => String(quarter)

/** On the day-sheet of a class whose seats follow its carers: by which room and ratio the roster of that day is counted in. */
const SEATING = 'seating'

/**
 * What has just opened again is theirs first whose it was: until this moment nobody else books on that day. The stream
 * takes it away once it has given back what it can; where that fails, the moment passes by itself.
 */
const KEPT_UNTIL = 'keptUntil'

/** No more than so long. */
const LONGEST_KEPT_MS = 2 * 60_000

/** What is kept now begins later than this, by whatever clock it was opened: clocks differ by less. */
export const keptSince = (now: Instant): Instant => instantOf(Date.parse(now) - LONGEST_KEPT_MS)

/** Goes into the write that opens something, and into that which ends it. */
export const keptFrom = (now: Instant) => ({ [KEPT_UNTIL]: Date.parse(now) + LONGEST_KEPT_MS })

/** Of whoever books at a moment: nothing is kept for others then. */
export const keptLimit = (at: Instant) => ({ [KEPT_UNTIL]: Date.parse(at) })

export const keepChange = (thingId: string, on: LocalDate, now: Instant): Change<never> => ({
  update: keys.daySheet(thingId, on),
  set: keptFrom(now),
})

/** If it is still kept as it was read: what was opened meanwhile is kept on. */
export const endKeptChange = (thingId: string, on: LocalDate, until: number): Change<'booking.kept_on'> => ({
  update: keys.daySheet(thingId, on),
  remove: [KEPT_UNTIL],
  if: equal(KEPT_UNTIL, until),
  else: 'booking.kept_on',
})

/** A span to be taken out of a thing's day-sheets, if every quarter of it has room. */
export interface Wanted<Code extends string> {
  readonly taken: Taken
  readonly span: Span
  readonly capacity: number
  readonly full: Code
  /** What else must not be above. */
  readonly limits?: Readonly<Record<string, number>>
  /** By what the rosters of these days must be counted in. */
  readonly seating?: string | undefined
}

/** Takes spans out of day-sheets. A write touches a sheet once: what several take of one is one change. */
export const takeSpans = <Code extends string>(wanted: readonly Wanted<Code>[]): Change<Code>[] => {
  const sheets = new Map<string, { on: LocalDate; of: Wanted<Code>; units: Map<string, number> }>()
  for (const of of wanted) {
    const { taken, span } = of
    // Half a quarter would count on a quarter of its own and so be sold twice; an absent count is below no limit.
    if (!isWholeQuarters(span)) throw new Error(`${span.startAt} to ${span.endAt} is not in whole quarters`)
    for (const part of dayParts(span)) {
      const name = `${taken.thingId} ${part.on}`
      const { units } = sheets.get(name) ?? { units: new Map<string, number>() }
      for (const quarter of quartersOf(part).map(quarterName))
        units.set(quarter, (units.get(quarter) ?? 0) + (taken.units ?? 1))
      sheets.set(name, { on: part.on, of, units })
    }
  }
  return [...sheets.values()].map(({ on, of: { taken, capacity, full, limits, seating }, units }) => {
    const most = Math.max(...units.values())
    if (most > capacity) throw new Error(`${most} of ${capacity} can never be taken of ${taken.thingId}`)
    const left = [...units].map(([name, count]) => [name, capacity - count] as const)
    const room = noneAbove({ ...Object.fromEntries(left), ...limits })
    return {
      update: keys.daySheet(taken.thingId, on),
      add: Object.fromEntries(units),
      if: seating === undefined ? room : all(equal(SEATING, seating), room),
      else: full,
    }
  })
}

/** The whole of a thing of which there is one, such as a person's time. */
export const takeChanges = <Code extends string>(thingId: string, span: Span, full: Code): Change<Code>[] =>
  takeSpans([{ taken: { thingId }, span, capacity: 1, full }])

/** Gives spans back, a change for each sheet. The write that it is part of proves that they were taken. */
export const giveBackChanges = (
  ...given: readonly { readonly taken: Taken; readonly span: Span }[]
): Change<never>[] => {
  const sheets = new Map<string, { key: ReturnType<typeof keys.daySheet>; units: Map<string, number> }>()
  for (const { taken, span } of given)
    for (const part of dayParts(takenSpan(span, taken))) {
      const key = keys.daySheet(taken.thingId, part.on)
      const { units } = sheets.get(key.pk + key.sk) ?? { units: new Map<string, number>() }
      for (const quarter of quartersOf(part).map(quarterName))
        units.set(quarter, (units.get(quarter) ?? 0) - (taken.units ?? 1))
      sheets.set(key.pk + key.sk, { key, units })
    }
  return [...sheets.values()].map(({ key, units }) => ({ update: key, add: Object.fromEntries(units) }))
}

/** From now on no booking of these offerings by an older version. */
export const sheetTermsChange = (
  thingId: string,
  on: LocalDate,
  versions: Readonly<Record<string, number>>,
  kept: Readonly<Record<string, number>> = {},
): Change<never> => ({ update: keys.daySheet(thingId, on), set: { ...versions, ...kept } })

/** Counts units of each quarter-hour as taken by nobody, or gives them back, and says by what the roster is counted in now. */
export const blockChange = (
  thingId: string,
  on: LocalDate,
  units: readonly number[],
  seating: string,
  kept: Readonly<Record<string, number>> = {},
): Change<never> => ({
  update: keys.daySheet(thingId, on),
  set: { [SEATING]: seating, ...kept },
  add: Object.fromEntries(units.flatMap((by, quarter) => (by === 0 ? [] : [[quarterName(quarter), by]]))),
})

/** A day of a thing: what is taken, and of a class by what its roster is counted in, if it is. */
export interface LoadedSheet {
  readonly taken: DaySheet
  readonly seating?: string
  /** In milliseconds, until when it is kept for those who had it. */
  readonly keptUntil?: number
}

/** Day-sheets of a thing from one date to another, both included; an untouched day has none. */
export const loadSheets = async (
  table: Table,
  thingId: string,
  from: LocalDate,
  to: LocalDate,
  { consistent = false } = {},
): Promise<ReadonlyMap<LocalDate, LoadedSheet>> => {
  const { pk, sk } = keys.daySheet(thingId, from)
  const items = await queryAll(table, { pk, sk: { from: sk, to: keys.daySheet(thingId, to).sk }, consistent })
  return new Map(items.map(item => [String(item.sk).slice('DAY#'.length), sheetOf(item)]))
}

const sheetOf = (item: Item): LoadedSheet => {
  const taken: Record<number, number> = {}
  for (let quarter = 0; quarter < QUARTERS; quarter++) {
    const units: number | undefined = item[quarter]
    if (units !== undefined) taken[quarter] = units
  }
  return {
    taken,
    ...(SEATING in item && { seating: item[SEATING] }),
    ...(KEPT_UNTIL in item && { keptUntil: item[KEPT_UNTIL] }),
  }
}
