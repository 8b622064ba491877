/** Equipment of a room: things with a count that its booker may want beside it, such as 投影 or 音响. */
import { line, z } from '../../kernel/zod'

const MOST_OF_ONE = 500
export const MOST_SORTS = 10

/** So many of a thing: those that there are, or those that are wanted. */
export const Equipment = z.strictObject({
  name: line(20),
  count: z.number().check(z.int(), z.gte(1), z.lte(MOST_OF_ONE)),
})
export type Equipment = z.output<typeof Equipment>

/**
 * Of those that there are, also by which name they are counted: that which they had first. A sort may be called otherwise
 * later, and what is lent of it stays lent.
 */
export const Sort = z.strictObject({ ...Equipment.shape, id: z.optional(line(30)) })
export type Sort = z.output<typeof Sort>

const isDistinct = (list: readonly Equipment[]): boolean =>
  new Set(list.map(({ name }) => name)).size === list.length

/** Each thing is named once. */
export const EquipmentList = z.array(Equipment).check(z.maxLength(MOST_SORTS), z.refine(isDistinct))

export const SortList = z.array(Sort).check(z.maxLength(MOST_SORTS), z.refine(isDistinct))

/** What staff wrote, each sort under a name of its own by which it is counted: a known one stays, whatever it is called now. */
export const sortsOf = (typed: readonly Sort[], before: readonly Sort[] = []): Sort[] => {
  const known = new Set(before.map(({ id, name }) => id ?? name))
  const used = new Set<string>()
  const keeps = typed.map(({ id }) => {
    const kept = id !== undefined && known.has(id) && !used.has(id) ? id : undefined
    if (kept !== undefined) used.add(kept)
    return kept
  })
  return typed.map(({ name, count }, i) => {
    let id = keeps[i] ?? name
    for (let nth = 2; keeps[i] === undefined && used.has(id); nth++) id = `${name} ${nth}`
    used.add(id)
    return { name, count, id }
  })
}

/** What of a wish there never is, and as many as there are of it; undefined: all of it may be free. */
export const neverThere = (
  there: readonly Equipment[] = [],
  wanted: readonly Equipment[] = [],
): Equipment | undefined => {
  for (const { name, count } of wanted) {
    const most = there.find(one => one.name === name)?.count ?? 0
    if (count > most) return { name, count: most }
  }
  return undefined
}

/** The same in words. */
export const whyNeverThere = ({ name, count }: Equipment): string =>
  count === 0 ? `这里没有${name}可借。` : `${name}一共 ${count} 个。`

/** What of a wish is not among what was given, or not so many of it. */
export const lackingOf = (wanted: readonly Equipment[] = [], given: readonly Equipment[] = []): Equipment[] =>
  wanted.flatMap(({ name, count }) => {
    const lacks = count - (given.find(one => one.name === name)?.count ?? 0)
    return lacks > 0 ? [{ name, count: lacks }] : []
  })
