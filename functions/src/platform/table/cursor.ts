import { type IndexName, indexAttributes } from '../keys'
import type { Item } from './change'

/** Sort keys that begin so, or lie between two (both included). */
export type Range = { readonly begins: string } | { readonly from: string; readonly to: string }

interface Listing {
  readonly index?: IndexName
  readonly pk: string
  readonly sk?: Range
}

/** A cursor names the last row, not its partition: a borrowed cursor cannot open another list. */
export const writeCursor = (ask: Listing, last: Item): string => {
  const row = ask.index ? [last.pk, last.sk, last[indexAttributes(ask.index)[1]]] : [last.sk]
  return Buffer.from(JSON.stringify(row)).toString('base64url')
}

/**
 * Where to go on, or undefined where the text is no cursor of this listing. Without a key the listing starts again:
 * its last row has left the range meanwhile. DynamoDB itself fails on a key that lies outside the range.
 */
export const readCursor = (ask: Listing, cursor: string): { readonly key?: Item } | undefined => {
  const parts = partsOf(cursor)
  if (parts.length !== (ask.index ? 3 : 1)) return undefined
  const [first = '', second = '', third = ''] = parts
  const sk = ask.index ? third : first
  if (!isWithin(sk, ask.sk)) return ask.sk && 'from' in ask.sk && sk < ask.sk.from ? {} : undefined
  if (!ask.index) return { key: { pk: ask.pk, sk } }
  const [pkName, skName] = indexAttributes(ask.index)
  return { key: { pk: first, sk: second, [pkName]: ask.pk, [skName]: sk } }
}

/** Our keys are printable ASCII; whatever else stands there was not written by us. */
const partsOf = (cursor: string): string[] => {
  try {
    const row: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(row) && row.every(part => typeof part === 'string' && /^[ -~]+$/.test(part))
      ? row
      : []
  } catch {
    return []
  }
}

const isWithin = (sk: string, range: Range | undefined): boolean => {
  if (!range) return true
  return 'begins' in range ? sk.startsWith(range.begins) : range.from <= sk && sk <= range.to
}
