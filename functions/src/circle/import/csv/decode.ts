import { type Bytes, utf16In } from '../bytes'
import { Unreadable } from '../types'

/** How much text behind the first Chinese character decides between UTF-8 and GB18030. */
const WINDOW_BYTES = 64 * 1024

/** What stands where bytes were no character. */
export const UNREADABLE = '\ufffd'
/** Of a table whose bytes fit no encoding this share may be wrong: more, and it is no table of ours. */
const MOST_UNREADABLE = 1 / 100

/**
 * Text of a table saved by whatever program: UTF-8 and UTF-16 by their marks, else UTF-8 if it is
 * valid UTF-8, else GB18030 (which Excel writes on a Chinese Windows), else whichever of both leaves less that cannot
 * be read: that is `UNREADABLE`, and for its row to tell. Nothing is held but one window.
 */
export async function* decoded(chunks: Bytes): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  let undecided: Uint8Array[] = []

  const text = (bytes?: Uint8Array): string => decoder?.decode(bytes, { stream: bytes !== undefined }) ?? ''
  const decide = (): string => {
    const window = Buffer.concat(undecided)
    undecided = []
    decoder = new TextDecoder(encodingOf(window))
    return text(window)
  }

  for await (const chunk of chunks) {
    if (decoder) {
      yield text(chunk)
      continue
    }
    undecided.push(chunk)
    const size = undecided.reduce((sum, part) => sum + part.length, 0)
    // Plain ASCII reads the same in both encodings and decides nothing.
    if (undecided.every(isAscii)) {
      yield Buffer.concat(undecided).toString('latin1')
      undecided = []
    } else if (size >= WINDOW_BYTES) yield decide()
  }
  if (undecided.length > 0) yield decide()
  yield text()
}

const isAscii = (bytes: Uint8Array): boolean => bytes.every(byte => byte < 0x80)

const encodingOf = (window: Uint8Array): string => {
  const wide = utf16In(window)
  if (wide) return wide
  const [best] = ['utf-8', 'gb18030']
    .map(encoding => ({ encoding, lost: lostIn(window, encoding) }))
    .sort((a, b) => a.lost - b.lost)
  if (!best || best.lost > window.length * MOST_UNREADABLE)
    throw new Unreadable('import.file_unknown', 'encoding')
  return best.encoding
}

/** How many characters of the window cannot be read; `stream` allows it to end within one. */
const lostIn = (window: Uint8Array, encoding: string): number =>
  new TextDecoder(encoding).decode(window, { stream: true }).split(UNREADABLE).length - 1
