import type { CounterMode } from '@yike/shared/booking/kinds'
import type { Days, Slot } from '@yike/shared/booking/schema'
import { addMinutes } from '@yike/shared/kernel/time'

/** What a booking may leave open: longer than one slot, how it is settled, the papers that are there. */
export interface Details {
  minutes?: number
  mode?: CounterMode
  papers?: readonly string[]
}

/** The slot as long as it was wished, as far as that is free. */
export const spanOf = (slot: Slot, { minutes }: Details): Slot => {
  const endAt = minutes === undefined ? slot.endAt : addMinutes(slot.startAt, minutes)
  return endAt <= (slot.longestEndAt ?? slot.endAt) ? { ...slot, endAt } : slot
}

/** What is sent of the details that an offering asks for. */
export const detailsOf = (
  { modes, papers: wanted }: Pick<Days['offering'], 'modes' | 'papers'>,
  { mode, papers = [] }: Details,
) => ({
  ...(modes && { mode: mode && modes.includes(mode) ? mode : modes[0] }),
  ...(wanted && { papers: papers.filter(name => wanted.some(paper => paper.name === name)) }),
})
