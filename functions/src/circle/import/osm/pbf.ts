/**
 * OSM pbf, read blob by blob on the maintained low-level reader `pbf` (Mapbox, BSD). The ready-made
 * parsers were tried and left: osm-pbf-parser (2016) compiles code at run time, and osm-pbf-parser-node
 * refuses uncompressed blobs and throws where nobody can catch when a file is cut.
 */
import { inflateSync } from 'node:zlib'
import type { Bytes } from '../bytes'
import { Unreadable } from '../types'
import type { OsmSink } from './elements'
import { readBlob, readBlobHeader } from './pbf/blob'
import { readHeaderBlock, readPrimitiveBlock } from './pbf/block'

/** Limits of the format: a larger length is damage, and would have us wait for bytes without end. */
const MAX_HEADER_BYTES = 64 * 1024
const MAX_BLOB_BYTES = 32 * 1024 * 1024

/** Reads the blobs of a pbf file in order; broken where one is cut or its contents make no sense. */
export const readPbf = async (chunks: Bytes, sink: OsmSink): Promise<void> => {
  const source = new Taker(chunks)
  let isFirst = true
  for (
    let lengthBytes = await source.take(4, 'orEnd');
    lengthBytes;
    lengthBytes = await source.take(4, 'orEnd')
  ) {
    const at = `byte ${source.position - 4}`
    const length = lengthBytes.readUInt32BE()
    if (length > MAX_HEADER_BYTES) throw new Unreadable('import.file_broken', at)
    const header = attempt(at, readBlobHeader, await source.take(length))
    if (header.datasize > MAX_BLOB_BYTES) throw new Unreadable('import.file_broken', at)
    const blob = await source.take(header.datasize)
    // The format lets a reader skip blobs of other types, but nobody writes any: a type that is not known
    // is a damaged one, and to skip it would be to import half a town.
    if (header.type !== (isFirst ? 'OSMHeader' : 'OSMData')) throw new Unreadable('import.file_broken', at)
    if (isFirst) attempt(at, readHeaderBlock, unpacked(blob, at))
    else attempt(at, bytes => readPrimitiveBlock(bytes, sink), unpacked(blob, at))
    isFirst = false
  }
}

const unpacked = (bytes: Uint8Array, at: string): Uint8Array => {
  const { raw, zlib, rawSize } = attempt(at, readBlob, bytes)
  if (raw) return raw
  // lzma, lz4 and zstd are allowed by the format; no public extract uses them.
  if (!zlib) throw new Unreadable('import.file_unknown', at)
  const plain = attempt(at, packed => inflateSync(packed, { maxOutputLength: MAX_BLOB_BYTES }), zlib)
  if (plain.length !== rawSize) throw new Unreadable('import.file_broken', at)
  return plain
}

/** Whatever a parser throws over damaged bytes means: broken, and here. */
const attempt = <T>(at: string, parse: (bytes: Uint8Array) => T, bytes: Uint8Array): T => {
  try {
    return parse(bytes)
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('import.file_broken', at, { cause: error })
  }
}

/** Takes exact numbers of bytes from a stream of chunks. */
class Taker {
  position = 0
  private readonly source: AsyncIterator<Uint8Array>
  private rest: Buffer = Buffer.alloc(0)

  constructor(chunks: Bytes) {
    this.source = chunks[Symbol.asyncIterator]()
  }

  async take(size: number): Promise<Buffer>
  async take(size: number, atEnd: 'orEnd'): Promise<Buffer | undefined>
  async take(size: number, atEnd?: 'orEnd'): Promise<Buffer | undefined> {
    const parts = [this.rest]
    let have = this.rest.length
    while (have < size) {
      const next = await this.source.next()
      if (next.done && have === 0 && atEnd) return undefined
      if (next.done) throw new Unreadable('import.file_broken', `byte ${this.position + have}`)
      parts.push(Buffer.from(next.value.buffer, next.value.byteOffset, next.value.length))
      have += next.value.length
    }
    const all = parts.length > 1 ? Buffer.concat(parts) : this.rest
    this.rest = all.subarray(size)
    this.position += size
    return all.subarray(0, size)
  }
}
