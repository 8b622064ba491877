/** The slots of days that came as tables. */
import { instantsOn } from '../../kernel/time'
import type { Days, DaysReply } from '../schema'
import type { Day, DayTable, Slot } from '../schema/day'

/** One by one, in order; `slotMinutes`: as long as the offering's last. */
export const dayOf = (
  { from, left, shut, longestTo, ...day }: DayTable,
  { slotMinutes }: Pick<Days['offering'], 'slotMinutes'>,
): Day => {
  const at = instantsOn(day.on)
  const slotAt = (begins: number, i: number): Slot => {
    const [why, longest] = [shut?.[i], longestTo?.[i]]
    return {
      startAt: at(begins),
      endAt: at(begins + slotMinutes),
      left: left[i] ?? 0,
      ...(why && { shut: why }),
      ...(typeof longest === 'number' && { longestEndAt: at(longest) }),
    }
  }
  return { ...day, slots: from.map(slotAt) }
}

export const daysOf = ({ offering, days }: DaysReply): Days => ({
  offering,
  days: days.map(day => dayOf(day, offering)),
})
