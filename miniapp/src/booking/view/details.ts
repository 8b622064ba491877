import type { CounterMode } from '@yike/shared/booking/kinds'
import type { Days } from '@yike/shared/booking/schema'
import type { Slot } from '@yike/shared/booking/schema/day'
import { addMinutes } from '@yike/shared/kernel/time'

/** What a booking may leave open: longer than one slot, how it is settled, the papers that are there. */
export interface Details {
  minutes?: number
  mode?: CounterMode
  papers?: readonly string[]
  /** How many of each sort of equipment, by its name. */
  equipment?: Readonly<Record<string, number>>
}

/** The slot as long as it was wished, as far as that is free. */
export const spanOf = (slot: Slot, { minutes }: Details): Slot => {
  const endAt = minutes === undefined ? slot.endAt : addMinutes(slot.startAt, minutes)
  return endAt <= (slot.longestEndAt ?? slot.endAt) ? { ...slot, endAt } : slot
}

/** What is wanted beside the room; nothing where nothing is. */
export const thingsOf = (
  offering: Pick<Days['offering'], 'equipment'> | undefined,
  { equipment = {} }: Details,
): { equipment?: { name: string; count: number }[] } => {
  const things = (offering?.equipment ?? []).flatMap(({ name, count }) => {
    const wish = Math.min(count, equipment[name] ?? 0)
    return wish > 0 ? [{ name, count: wish }] : []
  })
  return things.length > 0 ? { equipment: things } : {}
}

/** What is sent of the details that an offering asks for. */
export const detailsOf = (
  { modes, papers: wanted, equipment: there }: Pick<Days['offering'], 'modes' | 'papers' | 'equipment'>,
  { mode, papers = [], equipment }: Details,
) => ({
  ...thingsOf({ equipment: there }, { equipment }),
  ...(modes && { mode: mode && modes.includes(mode) ? mode : modes[0] }),
  ...(wanted && { papers: papers.filter(name => wanted.some(paper => paper.name === name)) }),
})

/** A wish for equipment as far as it is free at the time; undefined: all of it is. */
export const cutTo = (
  left: readonly { readonly name: string; readonly left: number }[],
  equipment: Details['equipment'] = {},
): Details['equipment'] => {
  const over = left.filter(one => (equipment[one.name] ?? 0) > one.left)
  return over.length > 0
    ? { ...equipment, ...Object.fromEntries(over.map(one => [one.name, one.left])) }
    : undefined
}

/** What somebody wrote to whoever serves, as it is sent: of spaces nothing is. */
export const noteOf = ({ note }: { readonly note: string }): { note?: string } =>
  note.trim() ? { note } : {}
