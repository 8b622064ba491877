import { pipeline, Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { createGunzip } from 'node:zlib'
import { type ReadOptions, Unreadable } from './types'

export type Bytes = AsyncIterable<Uint8Array>

/** Enough to tell every format by its first bytes, and what an XML says of its encoding. */
const HEAD_BYTES = 256

/**
 * Passes bytes through and reports how many have been read. After each piece everything else that waits
 * (a progress bar, Ctrl-C) gets its turn: a source that never waits would keep it from them.
 */
export async function* counted(chunks: Bytes, { bytesTotal, onProgress }: ReadOptions): Bytes {
  let bytesRead = 0
  for await (const chunk of chunks) {
    bytesRead += chunk.length
    onProgress?.({ bytesRead, bytesTotal })
    await setImmediate()
    yield chunk
  }
}

export interface Recognised {
  readonly kind: 'gzip' | 'packed' | 'pbf' | 'xml' | 'json' | 'text' | 'binary'
  readonly chunks: Bytes
}

/** How archives begin that are not unpacked here: bzip2, zip, xz, 7z, zstd, rar. */
const archives = ['425a68', '504b0304', 'fd377a585a00', '377abcaf271c', '28b52ffd', '526172211a07']

/** The kind of a file by its first bytes: names lie, and downloads lose their endings. */
const kindOf = (head: Buffer): Recognised['kind'] => {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip'
  if (archives.some(begins => head.toString('hex').startsWith(begins))) return 'packed'
  // A pbf begins with the length of its first header (4 bytes) and the field that says OSMHeader.
  if (head.length >= 15 && head.subarray(6, 15).toString('latin1') === 'OSMHeader') return 'pbf'
  const wide = utf16In(head)
  if (!wide && head.includes(0)) return 'binary'
  const [, first] = /^\ufeff?\s*([<{[])/.exec(new TextDecoder(wide ?? 'utf-8').decode(head)) ?? []
  return first === undefined ? 'text' : first === '<' ? 'xml' : 'json'
}

/** UTF-16 by its mark, or by the zero beside the sign that XML begins with. */
export const utf16In = (head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  const [first, second] = head
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  return (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c) ? 'utf-16be' : undefined
}

/** Looks at the first bytes and hands on the whole stream, unpacked where it was gzip. */
export const recognise = async (chunks: Bytes): Promise<Recognised> => {
  const packed = await peek(chunks)
  if (packed.kind !== 'gzip') return packed
  const unpacked = await peek(gunzipped(packed.chunks))
  // An archive in an archive is none of ours, and one that holds itself would never end.
  return unpacked.kind === 'gzip' ? { ...unpacked, kind: 'binary' } : unpacked
}

const peek = async (chunks: Bytes): Promise<Recognised> => {
  const source = chunks[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let size = 0
  let next = await source.next()
  while (!next.done) {
    first.push(next.value)
    size += next.value.length
    if (size >= HEAD_BYTES) break
    next = await source.next()
  }
  if (size === 0) throw new Unreadable('import.file_empty', 'byte 0')
  const head = Buffer.concat(first)
  const whole = async function* () {
    yield head
    if (!next.done) yield* { [Symbol.asyncIterator]: () => source }
  }
  return { kind: kindOf(head.subarray(0, HEAD_BYTES)), chunks: whole() }
}

/** Unpacks gzip; a cut or damaged archive is broken, an error of the disk stays what it is. */
async function* gunzipped(chunks: Bytes): Bytes {
  const gunzip = createGunzip()
  // The loop below meets every error: pipeline destroys `gunzip` with it.
  pipeline(Readable.from(chunks), gunzip, () => {})
  try {
    yield* gunzip
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))) throw error
    throw new Unreadable('import.file_broken', `byte ${gunzip.bytesWritten}`, { cause: error })
  }
}
