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
import type { LocalDate } from '@yike/shared/kernel/time'
import { all, equal, noneAbove } from '../../platform/condition'
import { keys } from '../../platform/keys'
import type { Change, Item, Table } from '../../platform/table'

/** One quarter-hour of a day-sheet is one attribute: 'q36' is 09:00–09:15. */
const quarterName = (quarter: number): string => `q${quarter}`
const QUARTER_NAMES = Array.from({ length: QUARTERS }, (_, quarter) => quarterName(quarter))

/** On the day-sheet of a class whose seats follow its carers: by which room and ratio the roster of that day is counted in. */
const SEATING = 'seating'

/**
 * Takes a span out of a thing's day-sheets, if every quarter of it has room. `limits`: what else must not be above;
 * `seating`: by what the rosters of these days must be counted in.
 */
export const takeSpan = <Code extends string>(
  { thingId, units = 1 }: Taken,
  span: Span,
  capacity: number,
  full: Code,
  guard: { limits?: Readonly<Record<string, number>>; seating?: string } = {},
): Change<Code>[] => {
  // Half a quarter would count on a quarter of its own and so be sold twice; an absent count is below no limit.
  if (!isWholeQuarters(span)) throw new Error(`${span.startAt} to ${span.endAt} is not in whole quarters`)
  if (units > capacity) throw new Error(`${units} of ${capacity} can never be taken of ${thingId}`)
  return dayParts(span).map(part => {
    const names = quartersOf(part).map(quarterName)
    const room = noneAbove({
      ...Object.fromEntries(names.map(name => [name, capacity - units])),
      ...guard.limits,
    })
    return {
      update: keys.daySheet(thingId, part.on),
      add: Object.fromEntries(names.map(name => [name, units])),
      if: guard.seating === undefined ? room : all(equal(SEATING, guard.seating), room),
      else: full,
    }
  })
}

/** The whole of a thing of which there is one, such as a person's time. */
export const takeChanges = <Code extends string>(thingId: string, span: Span, full: Code): Change<Code>[] =>
  takeSpan({ thingId }, span, 1, full)

/** Gives a span back. The write that it is part of proves that the span was taken. */
export const giveBackChanges = (taken: Taken, span: Span): Change<never>[] =>
  dayParts(takenSpan(span, taken)).map(part => ({
    update: keys.daySheet(taken.thingId, part.on),
    add: Object.fromEntries(quartersOf(part).map(quarter => [quarterName(quarter), -(taken.units ?? 1)])),
  }))

/** From now on no booking of these offerings by an older version. */
export const sheetTermsChange = (
  thingId: string,
  on: LocalDate,
  versions: Readonly<Record<string, number>>,
): Change<never> => ({ update: keys.daySheet(thingId, on), set: versions })

/** Counts units of each quarter-hour as taken by nobody, or gives them back, and says by what the roster is counted in now. */
export const blockChange = (
  thingId: string,
  on: LocalDate,
  units: readonly number[],
  seating: string,
): Change<never> => ({
  update: keys.daySheet(thingId, on),
  set: { [SEATING]: seating },
  add: Object.fromEntries(units.flatMap((by, quarter) => (by === 0 ? [] : [[quarterName(quarter), by]]))),
})

/** A day of a thing: what is taken, and of a class by what its roster is counted in, if it is. */
export interface LoadedSheet {
  readonly taken: DaySheet
  readonly seating?: string
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
  const page = await table.query({ pk, sk: { from: sk, to: keys.daySheet(thingId, to).sk }, consistent })
  if (!page.ok) throw new Error('no cursor was sent')
  return new Map(page.value.items.map(item => [String(item.sk).slice('DAY#'.length), sheetOf(item)]))
}

const sheetOf = (item: Item): LoadedSheet => {
  const taken: Record<number, number> = {}
  for (const [quarter, name] of QUARTER_NAMES.entries()) {
    const units: number | undefined = item[name]
    if (units !== undefined) taken[quarter] = units
  }
  return { taken, ...(SEATING in item && { seating: item[SEATING] }) }
}
