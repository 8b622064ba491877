/** The sheet of a place, as staff look at it. */

import { isPresence } from '@yike/shared/booking/lifecycle'
import { type Mark, marks, type SheetLine } from '@yike/shared/booking/schema/presence'
import { addDays, type LocalDate, localDate, weekdayOf } from '@yike/shared/kernel/time'

export const mondayOf = (on: LocalDate): LocalDate => addDays(on, -weekdayOf(on))

export interface SheetDay {
  readonly on: LocalDate
  readonly lines: readonly SheetLine[]
}

/** The seven days from a Monday on, each with what is booked. */
export const daysOf = (monday: LocalDate, lines: readonly SheetLine[]): SheetDay[] =>
  Array.from({ length: 7 }, (_, i) => {
    const on = addDays(monday, i)
    return { on, lines: lines.filter(({ startAt }) => localDate(startAt) === on) }
  })

export interface Counts {
  readonly booked: number
  readonly came: number
  readonly absent: number
}

export const countsOf = (lines: readonly SheetLine[]): Counts => ({
  booked: lines.length,
  came: lines.filter(({ state }) => state === 'came').length,
  absent: lines.filter(({ state }) => state === 'absent' || state === 'appealed').length,
})

/** What is booked in a week, offering by offering, a count for each day. */
export const weekRows = (days: readonly SheetDay[]): { id: string; name: string; days: Counts[] }[] => {
  const offerings = new Map(
    days.flatMap(({ lines }) => lines).map(({ offeringId, offeringName }) => [offeringId, offeringName]),
  )
  return [...offerings].map(([id, name]) => ({
    id,
    name,
    days: days.map(({ lines }) => countsOf(lines.filter(({ offeringId }) => offeringId === id))),
  }))
}

/** Quarter-hours as hours, to one decimal. */
export const hoursOf = (quarters: number): number => Math.round(quarters / 0.4) / 10

/** What is marked of a booking; null: nothing yet. */
export const markOf = ({ state }: SheetLine): Mark | null => marks.find(mark => mark === state) ?? null

/** Can it be marked who came: it was booked for sure, and its owner has not said anything that is to be answered first. */
export const isMarkable = ({ state }: SheetLine): boolean =>
  state === 'confirmed' || (isPresence(state) && state !== 'appealed')
