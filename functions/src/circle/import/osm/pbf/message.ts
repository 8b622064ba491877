import { PbfReader } from 'pbf'

/** Calls `field` for each field of the message; the reader itself does not notice bytes that are missing. */
const eachField = (
  reader: PbfReader,
  field: (number: number, reader: PbfReader) => void,
  end = reader.length,
): void => {
  if (end > reader.length) throw new RangeError('message runs past its end')
  for (let number = reader.nextField(end); number !== 0; number = reader.nextField(end)) field(number, reader)
  if (reader.pos !== end) throw new RangeError('message runs past its end')
}

/** The bytes of a message within a message. */
export const bytesOf = (reader: PbfReader): Uint8Array => {
  const bytes = reader.readBytes()
  if (reader.pos > reader.length) throw new RangeError('bytes run past the end')
  return bytes
}

export const readMessage = (bytes: Uint8Array, field: (number: number, reader: PbfReader) => void): void =>
  eachField(new PbfReader(bytes), field)
