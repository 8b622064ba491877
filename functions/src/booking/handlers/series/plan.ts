/** The books that a repeat booking is planned over, as they are now. */
import type { Span } from '@yike/shared/booking/calendar'
import { MOST_DAYS_AHEAD } from '@yike/shared/booking/rules/terms'
import type { Id } from '@yike/shared/kernel/id'
import { addDays, type Instant, type LocalDate, localDate } from '@yike/shared/kernel/time'
import { dayKindOf } from '@yike/shared/kernel/workday'
import type { Offering } from '../../../circle/handlers'
import { hashedId } from '../../../platform/ids'
import type { Table } from '../../../platform/table'
import { bodyOf, equipmentOf, openPlan, type Planning, usesOf } from '../../domain'
import { loadCounts, loadSheets } from '../../store'
import { loadTaken } from '../days'
import type { Whom } from '../delegate'

/** An alternative lies at most so many days from the date that it stands for. */
export const NEAR_DAYS = 3

/** What a series is wished for: all but the times. */
export interface Wish extends Whom {
  readonly input: Planning['input']
  readonly seriesId: Id<'series'>
  readonly asked: string
  readonly now: Instant
  /** Got in the draw of a season. */
  readonly allotted?: true
}

/** The books as they are now, from the day before the first of these times to some days after the last. */
export const loadPlan = async (
  table: Table,
  offering: Offering,
  wish: Wish,
  spans: readonly Span[],
  options: { consistent?: boolean } = {},
) => {
  const dates = spans.map(({ startAt }) => localDate(startAt)).sort()
  const today = localDate(wish.now)
  // What lies before or beyond is refused whatever is taken there.
  const within = (on: LocalDate): LocalDate => {
    const [, middle = on] = [
      addDays(today, -NEAR_DAYS),
      on,
      addDays(today, Math.max(MOST_DAYS_AHEAD, offering.daysAhead) + NEAR_DAYS),
    ].sort()
    return middle
  }
  const from = within(addDays(dates[0] ?? today, -NEAR_DAYS))
  const to = within(addDays(dates.at(-1) ?? today, NEAR_DAYS))
  return { ...(await loadBooks(table, offering, wish, { from, to, spans }, options)), from, to }
}

interface AskBooks {
  /** Both included. */
  readonly from: LocalDate
  readonly to: LocalDate
  /** Of these times the quotas are counted. */
  readonly spans: readonly Span[]
}

/** The books as they are now, from one date to another. */
export const loadBooks = async (
  table: Table,
  offering: Offering,
  { seriesId, ...wish }: Wish,
  { from, to, spans }: AskBooks,
  options: { consistent?: boolean } = {},
) => {
  const { residentId, person, team } = wish
  const idOf = ({ startAt }: Span) => hashedId('booking', `${seriesId} ${startAt}`)
  const planning = { ...wish, offering, dayKindOf, idOf }
  // A team has no body, and takes none.
  const own = bodyOf(offering, person.personId)
  const wanted = (wish.input.equipment ?? []).map(({ name }) => equipmentOf(offering, name))
  const [takenOn, ownSheets, wantedSheets, counted] = await Promise.all([
    loadTaken(table, offering, from, to, {
      ...options,
      // What a draw cannot book it notes for good: the write tells it to come again.
      ...(!wish.allotted && { keptAt: wish.now }),
    }),
    loadSheets(table, own, from, to, options),
    Promise.all(wanted.map(thing => loadSheets(table, thing, from, to, options))),
    loadCounts(
      table,
      spans.flatMap(span => usesOf(offering, { ...person, residentId, teamId: team?.teamId }, span)),
      options,
    ),
  ])
  return {
    plan: openPlan(planning, {
      takenOn: (thingId, on) =>
        (thingId === own
          ? ownSheets
          : wanted.includes(thingId)
            ? wantedSheets[wanted.indexOf(thingId)]
            : undefined
        )?.get(on)?.taken ??
        takenOn(on).get(thingId) ??
        {},
      counted,
    }),
    takenOn,
  }
}
