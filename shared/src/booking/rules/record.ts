/** The record of a draw as it is published: in parts, for a list may be long. */
import { type DrawRecord, WISHES_IN_PART } from '../schema/season/draw'
import { type DrawCheck, recheck, resultIn } from './draw'

/** In which parts a list is kept and published. */
export const partsOf = <Entry>(entries: readonly Entry[]): Entry[][] =>
  Array.from({ length: Math.ceil(entries.length / WISHES_IN_PART) }, (_, part) =>
    entries.slice(part * WISHES_IN_PART, (part + 1) * WISHES_IN_PART),
  )

/** All of it out of its parts, in whichever order they come; undefined: some are missing, or not of one draw and moment. */
export const wholeRecord = (parts: readonly DrawRecord[]): DrawRecord | undefined => {
  const inOrder = [...parts].sort((one, other) => one.part - other.part)
  const [first] = inOrder
  if (!first || inOrder.length !== first.parts) return undefined
  const headOf = ({ part: _, entries: __, ...head }: DrawRecord) => JSON.stringify(head)
  const isOne = inOrder.every((one, i) => one.part === i && headOf(one) === headOf(first))
  return isOne ? { ...first, part: 0, parts: 1, entries: inOrder.flatMap(one => one.entries) } : undefined
}

/** A whole record drawn once more; undefined: it has not been drawn yet. */
export const recheckRecord = (record: DrawRecord): Readonly<Record<DrawCheck, boolean>> | undefined => {
  const { listHash, seed, publicNumber } = record
  const result = resultIn(record.entries)
  return listHash && seed && publicNumber && result
    ? recheck({ ...record, ...result, listHash, seed, publicNumber })
    : undefined
}
