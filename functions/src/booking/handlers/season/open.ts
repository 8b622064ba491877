/** What opening a season needs to know and to change, beside the season itself. */
import { isKeptOn, type WeeklySlot } from '@yike/shared/booking/rules/season'
import type { OpenSeason } from '@yike/shared/booking/schema/season'
import type { NextAction } from '@yike/shared/kernel/problem'
import { addDays, daysBetween, type Instant, type LocalDate } from '@yike/shared/kernel/time'
import type { Offering } from '../../../circle/handlers'
import type { Table } from '../../../platform/table'
import { leftIn } from '../../domain'
import { type Changed, spanOfSlot, wideUntil } from '../../domain/season'
import { changeOfferingChanges } from '../../store'
import type { SeasonRecord } from '../../store/season'
import { loadTaken } from '../days'

/** The offerings that keep its hours, on each of their rooms; a booking on another date is nothing to a season. */
export const keepChanges = (season: SeasonRecord, changed: readonly Changed[], now: Instant) =>
  [...new Set(changed.map(({ before }) => before.thingId))].flatMap(thingId =>
    changeOfferingChanges(
      changed.filter(({ before }) => before.thingId === thingId),
      now,
      on => isKeptOn(season, on),
    ),
  )

/** So much of it as fits goes first; the rest is a season of its own, after it. */
export const tooWide = (
  { from, to, placeId }: OpenSeason,
  fits: (to: LocalDate) => boolean,
  now: Instant,
) => {
  let end = to
  while (end >= from && !fits(end)) end = addDays(end, -1)
  const shorter: NextAction = {
    do: 'open',
    label: '改提前天数',
    page: `/workbench/pages/offerings?placeId=${placeId}`,
  }
  if (end < from) return { next: [shorter] }
  const { detail, next } = wideUntil(end, now)
  return { detail, next: [...next, shorter] }
}

/** On which dates all that an hour has room for is booked, as the sheets are now. */
export const fullIn = async (table: Table, offering: Offering, { from, to, slots }: OpenSeason) => {
  const kept = { from, to, slots }
  const days = daysBetween(from, to)
  // Dates that turn round or lie years apart are refused whatever is booked on them.
  const none =
    days < 0 || days > MOST_DAYS || !slots.some(({ fromMinute, toMinute }) => fromMinute < toMinute)
  const takenOn = none ? undefined : await loadTaken(table, offering, from, to, { consistent: true })
  return (slot: WeeklySlot, on: LocalDate): boolean =>
    takenOn !== undefined && isKeptOn(kept, on) && leftIn(offering, takenOn(on), spanOfSlot(slot, on)) === 0
}

/** Of the dates that were full when the season was opened, those that still are: what is given up since, the draw will book. */
export const stillFull = async (
  table: Table,
  offering: Offering,
  { slots }: Pick<SeasonRecord, 'slots'>,
): Promise<(slot: WeeklySlot, on: LocalDate) => boolean> => {
  const dates = slots.flatMap(({ full = [] }) => full).sort()
  const [first = '', last = first] = [dates[0], dates.at(-1)]
  if (first === '') return () => false
  const takenOn = await loadTaken(table, offering, first, last)
  return (slot, on) => leftIn(offering, takenOn(on), spanOfSlot(slot, on)) === 0
}

/** Longer than any season. */
const MOST_DAYS = 366
