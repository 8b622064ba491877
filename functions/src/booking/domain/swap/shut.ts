/** What a change of an offering takes away: hours, days, or some of what there is. */
import { isDeepStrictEqual } from 'node:util'
import type { Offering } from '../../../circle/handlers'
import { equipmentOf } from '../taking'
import type { SomeDates } from './index'

/** On which dates less may be had after a change of an offering than before it; undefined: on none. */
export const shutBy = (before: Offering, after: Offering): SomeDates | undefined => {
  if (!isDeepStrictEqual(before.hours, after.hours) || isLess(before, after)) return {}
  const special = (one: Offering) => [...(one.closures ?? []), ...(one.within ?? [])]
  // A special day that is gone shortens nothing but where another one lies below it: that one is looked at too.
  const moved = [
    ...special(after).filter(day => !special(before).some(one => isDeepStrictEqual(one, day))),
    ...special(before).filter(day => !special(after).some(one => isDeepStrictEqual(one, day))),
  ]
  const [from] = moved.map(day => day.from).sort()
  const to = moved
    .map(day => day.to)
    .sort()
    .at(-1)
  return from && to ? { from, to } : undefined
}

/** A smaller room, or less equipment in it. */
const isLess = (before: Offering, after: Offering): boolean => {
  const counts = new Map(after.equipment?.map(({ name, count }) => [equipmentOf(after, name), count]))
  return (
    after.capacity < before.capacity ||
    (before.equipment ?? []).some(({ name, count }) => (counts.get(equipmentOf(before, name)) ?? 0) < count)
  )
}
