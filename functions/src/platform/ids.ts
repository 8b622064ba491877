import { createHash, randomBytes } from 'node:crypto'
import { type Id, type IdKind, idPrefixes } from '@yike/shared/kernel/id'
import { decodeTime, encodeTime, ulid } from 'ulid'

export const newId = <K extends IdKind>(kind: K, ms: number): Id<K> =>
  `${idPrefixes[kind]}_${ulid(ms)}` as Id<K>

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The same id for the same seed. It does not sort by time. */
export const hashedId = <K extends IdKind>(kind: K, seed: string): Id<K> => {
  const [first = 0, ...rest] = createHash('sha256').update(seed).digest().subarray(0, 26)
  return `${idPrefixes[kind]}_${CROCKFORD[first % 8]}${rest.map(byte => CROCKFORD[byte % 32]).join('')}` as Id<K>
}

/**
 * The same id for the same seed and time: what a reaction makes twice is there once. `nth`: of several made in one
 * millisecond, in which order they happened; below 32,768.
 */
export const derivedId = <K extends IdKind>(kind: K, ms: number, seed: string, nth?: number): Id<K> => {
  const digest = createHash('sha256').update(seed).digest()
  const tail = [...digest.subarray(0, 16)].map(byte => CROCKFORD[byte % 32]).join('')
  const order = nth === undefined ? '' : encodeTime(nth, 3)
  return `${idPrefixes[kind]}_${encodeTime(ms, 10)}${order}${tail.slice(order.length)}` as Id<K>
}

/** The millisecond in which an id was made. */
export const timeOf = <K extends IdKind>(id: Id<K>): number => decodeTime(id.slice(3))

/** 256 random bits, as 43 characters. */
export const newSecret = (): string => randomBytes(32).toString('base64url')
