import type { Bytes } from '../bytes'
import { Unreadable } from '../types'

/** How much text behind the first Chinese character decides between UTF-8 and GB18030. */
const WINDOW_BYTES = 64 * 1024

/**
 * Text of a table saved by whatever program: UTF-8 and UTF-16 by their marks, else UTF-8 if it is
 * valid UTF-8, else GB18030 (which Excel writes on a Chinese Windows). Nothing is held but one window.
 */
export async function* decoded(chunks: Bytes): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  let undecided: Uint8Array[] = []
  let bytesRead = 0

  const text = (bytes?: Uint8Array): string => {
    try {
      return decoder?.decode(bytes, { stream: bytes !== undefined }) ?? ''
    } catch (error) {
      throw new Unreadable('import.file_broken', `byte ${bytesRead}`, { cause: error })
    }
  }
  const decide = (): string => {
    const window = Buffer.concat(undecided)
    undecided = []
    decoder = new TextDecoder(encodingOf(window), { fatal: true })
    return text(window)
  }

  for await (const chunk of chunks) {
    bytesRead += chunk.length
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
  if (window[0] === 0xff && window[1] === 0xfe) return 'utf-16le'
  if (window[0] === 0xfe && window[1] === 0xff) return 'utf-16be'
  const encoding = ['utf-8', 'gb18030'].find(candidate => isValid(window, candidate))
  if (!encoding) throw new Unreadable('import.file_unknown', 'encoding')
  return encoding
}

/** `stream` allows the window to end within a character. */
const isValid = (window: Uint8Array, encoding: string): boolean => {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(window, { stream: true })
    return true
  } catch {
    return false
  }
}
