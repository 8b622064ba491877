/** The slots of days that came as tables. */
import { instantsOn } from '../../kernel/time'
import type { Days, DaysReply } from '../schema'
import type { Day, DayTable, Slot } from '../schema/day'
import type { Terms } from './terms'

/** One slot after the other, in order; each lasts the `slotMinutes` of its offering. */
export const readDay = (
  { fromMinute, left, shut, longestToMinute, ...day }: DayTable,
  { slotMinutes }: Pick<Terms, 'slotMinutes'>,
): Day => {
  const at = instantsOn(day.on)
  const slotAt = (from: number, i: number): Slot => {
    const [why, longest] = [shut?.[i], longestToMinute?.[i]]
    return {
      startAt: at(from),
      endAt: at(from + slotMinutes),
      left: left[i] ?? 0,
      ...(why && { shut: why }),
      ...(typeof longest === 'number' && { longestEndAt: at(longest) }),
    }
  }
  return { ...day, slots: fromMinute.map(slotAt) }
}

/** Days as they came, each read by the terms that came with them. */
export const readDays = ({ offering, days }: DaysReply): Days => ({
  offering,
  days: days.map(day => readDay(day, offering)),
})
