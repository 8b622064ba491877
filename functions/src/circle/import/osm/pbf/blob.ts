/** The file format of OSM pbf: BlobHeader and Blob (fileformat.proto). */
import { bytesOf, readMessage } from './message'

export interface BlobHeader {
  readonly type: string
  readonly datasize: number
}

export const readBlobHeader = (bytes: Uint8Array): BlobHeader => {
  let type = ''
  let datasize = -1
  readMessage(bytes, (field, reader) => {
    if (field === 1) type = reader.readString()
    if (field === 3) datasize = reader.readVarint()
  })
  if (type === '' || datasize < 0) throw new RangeError('blob header without type or size')
  return { type, datasize }
}

export interface Blob {
  readonly raw?: Uint8Array
  readonly zlib?: Uint8Array
  /** Size of `zlib` unpacked. */
  readonly rawSize: number
}

export const readBlob = (bytes: Uint8Array): Blob => {
  let raw: Uint8Array | undefined
  let zlib: Uint8Array | undefined
  let rawSize = 0
  readMessage(bytes, (field, reader) => {
    if (field === 1) raw = bytesOf(reader)
    if (field === 2) rawSize = reader.readVarint()
    if (field === 3) zlib = bytesOf(reader)
  })
  return { ...(raw && { raw }), ...(zlib && { zlib }), rawSize }
}
