/**
 * What `rules/draw` takes of @noble/hashes, by Node's own crypto: the phone has none and carries the package, a Lambda is
 * bundled with this in its place (infra/src/bundle.ts) and is 7 KB smaller.
 */
import { createHash, createHmac } from 'node:crypto'

export const sha256 = (message: Uint8Array): Uint8Array => createHash('sha256').update(message).digest()
export const hmac = (_: typeof sha256, key: Uint8Array, message: Uint8Array): Uint8Array =>
  createHmac('sha256', key).update(message).digest()
export const bytesToHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
