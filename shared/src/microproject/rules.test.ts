import { expect, test } from 'vitest'
import { barePhoto } from './rules'

const bytes = (text: string) => [...text].map(letter => letter.charCodeAt(0))
const segment = (marker: number, body: number[]) => [
  0xff,
  marker,
  ...[(body.length + 2) >> 8, (body.length + 2) & 0xff],
  ...body,
]
/** Exif with a position and, where asked, a way to turn; the order of its bytes is Intel's or Motorola's. */
const exif = (turn: number | undefined, little: boolean) => {
  const word = (value: number) => (little ? [value & 0xff, value >> 8] : [value >> 8, value & 0xff])
  const long = (value: number) => (little ? [...word(value), 0, 0] : [0, 0, ...word(value)])
  const entries = [
    ...(turn === undefined ? [] : [[...word(0x0112), ...word(3), ...long(1), ...word(turn), 0, 0]]),
    [...word(0x8825), ...word(4), ...long(1), ...long(26)],
  ]
  const order = bytes(little ? 'II' : 'MM')
  return [
    ...[...bytes('Exif'), 0, 0, ...order, ...word(42), ...long(8), ...word(entries.length)],
    ...entries.flat(),
    ...bytes('GPS 31.78 N'),
  ]
}
const scan = [...segment(0xda, [1, 1, 0]), 0x12, 0xff, 0x00, 0x34, 0xff, 0xd3, 0x56]
const picture = [...segment(0xdb, [0, 1, 0xff, 0xd9, 2]), ...segment(0xc0, [8, 0, 1, 0, 1, 1])]
const END = [0xff, 0xd9]
const jpeg = (...parts: number[][]) => Uint8Array.from([0xff, 0xd8, ...parts.flat()])
const has = (file: Uint8Array | undefined, text: string) => Buffer.from(file ?? []).includes(text)

test('a JPEG keeps its picture byte for byte and loses its position, its notes and what hides behind its end', () => {
  const bare = jpeg(picture, scan, picture, scan, END)
  const full = jpeg(
    segment(0xe1, exif(undefined, true)),
    segment(0xe1, bytes('http://ns.adobe.com/xap/1.0/ owner')),
    segment(0xed, bytes('Photoshop caption')),
    segment(0xfe, bytes('comment')),
    picture,
    scan,
    picture,
    scan,
    END,
    bytes('a film with a GPS track'),
  )
  expect(barePhoto(full)).toEqual({ type: 'image/jpeg', bytes: bare })
  expect(barePhoto(bare)?.bytes).toEqual(bare)
})

test.each([
  ['Intel', true],
  ['Motorola', false],
])('of Exif in the order of %s a JPEG keeps how it is turned, and nothing else', (_, little) => {
  const turned = barePhoto(jpeg(segment(0xe1, exif(6, little)), picture, scan, END))?.bytes
  expect(has(turned, 'GPS')).toBe(false)
  const again = barePhoto(turned ?? new Uint8Array())?.bytes
  expect(again).toEqual(turned)
  expect(has(turned, 'Exif')).toBe(true)
  const straight = barePhoto(jpeg(segment(0xe1, exif(1, little)), picture, scan, END))?.bytes
  expect(straight).toEqual(jpeg(picture, scan, END))
})

test('a JPEG keeps its colour profile', () => {
  const profile = segment(0xe2, [...bytes('ICC_PROFILE'), 0, 1, 1])
  expect(barePhoto(jpeg(profile, picture, scan, END))?.bytes).toEqual(jpeg(profile, picture, scan, END))
})

test('a PNG keeps its picture and loses Exif, texts, times and what hides behind its end', () => {
  const chunk = (name: string, body: number[]) => [0, 0, 0, body.length, ...bytes(name), ...body, 9, 9, 9, 9]
  const head = [0x89, ...bytes('PNG'), 0x0d, 0x0a, 0x1a, 0x0a]
  const bare = [...head, ...chunk('IHDR', [1]), ...chunk('IDAT', [2, 3]), ...chunk('IEND', [])]
  const full = [
    ...[...head, ...chunk('IHDR', [1]), ...chunk('eXIf', bytes('GPS')), ...chunk('tEXt', bytes('me'))],
    ...[...chunk('IDAT', [2, 3]), ...chunk('tIME', [4]), ...chunk('IEND', []), ...bytes('more')],
  ]
  expect(barePhoto(Uint8Array.from(full))).toEqual({ type: 'image/png', bytes: Uint8Array.from(bare) })
})

test.each([
  ['nothing', []],
  ['a page', bytes('<html><script>')],
  ['a GIF', bytes('GIF89a')],
  ['a JPEG cut short', [0xff, 0xd8, ...picture, ...scan]],
  ['a JPEG whose segment is longer than the file', [0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff, 1]],
  ['a PNG cut short', [0x89, ...bytes('PNG'), 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 9, ...bytes('IHDR')]],
])('%s is no photo', (_, file) => {
  expect(barePhoto(Uint8Array.from(file))).toBeUndefined()
})
