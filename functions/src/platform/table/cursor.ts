import { type IndexName, indexAttributes } from '../keys'
import type { Item } from './change'

interface Listing {
  readonly index?: IndexName
  readonly pk: string
}

/** A cursor names the last row, not its partition: a borrowed cursor cannot open another list. */
export const writeCursor = (ask: Listing, last: Item): string => {
  const row = ask.index ? [last.pk, last.sk, last[indexAttributes(ask.index)[1]]] : [last.sk]
  return Buffer.from(JSON.stringify(row)).toString('base64url')
}

/** The key to go on from, or undefined where the text is no cursor of this listing. */
export const readCursor = (ask: Listing, cursor: string): Item | undefined => {
  try {
    const row: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    const parts = Array.isArray(row) ? row.filter(part => typeof part === 'string' && part.length > 0) : []
    if (parts.length !== (ask.index ? 3 : 1)) return undefined
    if (!ask.index) return { pk: ask.pk, sk: parts[0] }
    const [pkName, skName] = indexAttributes(ask.index)
    return { pk: parts[0], sk: parts[1], [pkName]: ask.pk, [skName]: parts[2] }
  } catch {
    return undefined
  }
}
