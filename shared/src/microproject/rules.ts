/**
 * What a photo is allowed to carry besides its picture: how it is turned, and its colours. Cameras write the position, the
 * date and the owner's name beside it; the phone takes these away before it sends, and the server once more.
 *
 * JPEG: ITU-T T.81, annex B; Exif: CIPA DC-008, 4.6.8; PNG: W3C, third edition, 5 and 11.
 */
import type { PhotoType } from './schema'

export interface BarePhoto {
  readonly type: PhotoType
  readonly bytes: Uint8Array
}

/** A JPEG or PNG file without all that; undefined: it is neither, or not whole. */
export const barePhoto = (file: Uint8Array): BarePhoto | undefined => {
  const parts = jpegParts(file)
  if (parts) return { type: 'image/jpeg', bytes: joined(parts) }
  const chunks = pngParts(file)
  return chunks && { type: 'image/png', bytes: joined(chunks) }
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const begins = (file: Uint8Array, bytes: readonly number[], at = 0): boolean =>
  bytes.every((byte, i) => file[at + i] === byte)
const letters = (text: string): number[] => [...text].map(letter => letter.charCodeAt(0))

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
/** JFIF, colour profile, how Adobe mixes colours: without these it looks different. */
const isLook = (file: Uint8Array, marker: number, body: number): boolean =>
  marker === 0xe0 || marker === 0xee || (marker === 0xe2 && begins(file, letters('ICC_PROFILE'), body))
const isNote = (marker: number): boolean => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe

const jpegParts = (file: Uint8Array): Uint8Array[] | undefined => {
  if (!begins(file, [0xff, SOI])) return undefined
  const parts = [file.subarray(0, 2)]
  for (let at = 2; at + 4 <= file.length + 2; ) {
    if (file[at] !== 0xff) return undefined
    const marker = file[at + 1] ?? 0
    // Whatever stands behind the end is no part of the picture: phones hide films and second pictures there.
    if (marker === EOI) return [...parts, file.subarray(at, at + 2)]
    if (marker === 0xff) {
      at++
      continue
    }
    const length = ((file[at + 2] ?? 0) << 8) | (file[at + 3] ?? 0)
    let end = at + 2 + length
    if (length < 2 || end > file.length) return undefined
    if (marker === SOS) end = scanEnd(file, end)
    if (marker === 0xe1) {
      const turned = turnOf(file.subarray(at + 4, end))
      if (turned > 1) parts.push(turnSegment(turned))
    } else if (!isNote(marker) || isLook(file, marker, at + 4)) parts.push(file.subarray(at, end))
    at = end
  }
  return undefined
}

/** Where the coded picture ends: at the first marker that is neither a stuffed byte nor a restart. */
const scanEnd = (file: Uint8Array, from: number): number => {
  let at = from
  for (; at < file.length; at++) {
    const next = file[at + 1] ?? 0
    if (file[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) break
  }
  return at
}

const ORIENTATION = 0x0112

/** How a picture is to be turned, 1 to 8; 1: as it stands. */
const turnOf = (segment: Uint8Array): number => {
  if (!begins(segment, [...letters('Exif'), 0, 0]) || segment.length < 14) return 1
  const tiff = new DataView(segment.buffer, segment.byteOffset + 6, segment.length - 6)
  const little = tiff.getUint16(0) === 0x4949
  const first = tiff.getUint32(4, little)
  if (first + 2 > tiff.byteLength) return 1
  const count = tiff.getUint16(first, little)
  for (let i = 0, at = first + 2; i < count && at + 12 <= tiff.byteLength; i++, at += 12)
    if (tiff.getUint16(at, little) === ORIENTATION) {
      const turn = tiff.getUint16(at + 8, little)
      return turn >= 1 && turn <= 8 ? turn : 1
    }
  return 1
}

/** Exif that says this and nothing else. */
const turnSegment = (turn: number): Uint8Array =>
  Uint8Array.from([
    ...[0xff, 0xe1, 0, 34, ...letters('Exif'), 0, 0],
    ...[...letters('MM'), 0, 42, 0, 0, 0, 8],
    ...[0, 1, ORIENTATION >> 8, ORIENTATION & 0xff, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0],
    ...[0, 0, 0, 0],
  ])

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const pngKept = ['IHDR', 'PLTE', 'IDAT', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT']

const pngParts = (file: Uint8Array): Uint8Array[] | undefined => {
  if (!begins(file, PNG)) return undefined
  const view = new DataView(file.buffer, file.byteOffset, file.length)
  const parts = [file.subarray(0, PNG.length)]
  for (let at = PNG.length; at + 12 <= file.length; ) {
    const end = at + 12 + view.getUint32(at)
    if (end > file.length) return undefined
    const name = String.fromCharCode(...file.subarray(at + 4, at + 8))
    if (name === 'IEND') return [...parts, file.subarray(at, end)]
    if (pngKept.includes(name)) parts.push(file.subarray(at, end))
    at = end
  }
  return undefined
}
