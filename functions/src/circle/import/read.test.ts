import { createReadStream } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { read, townGzip, townPbf, townXml } from './fixtures/town'
import { readImport } from './read'
import { importErrors } from './types'

const refusalOf = async (bytes: Uint8Array) => {
  const found = await read(bytes)
  return found.ok ? 'accepted' : found.refusal.code
}
const edit = (from: string, to: string) => Buffer.from(townXml.toString().replace(from, to))

describe('a damaged file', () => {
  it('is refused wherever XML or gzip is cut', async () => {
    const xmlEnd = townXml.lastIndexOf('>')
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0, max: 0.9999, noNaN: true }), async share => {
        const beginning = Math.max(1, Math.floor(share * xmlEnd))
        expect(await refusalOf(townXml.subarray(0, beginning))).toBe('import.file_broken')
        const cut = await refusalOf(townGzip.subarray(0, Math.max(1, Math.floor(share * townGzip.length))))
        // One byte is not enough to tell that it was gzip.
        expect(['import.file_broken', 'import.file_unknown']).toContain(cut)
      }),
      { numRuns: 100 },
    )
  })

  it('is refused wherever a blob of pbf is cut', async () => {
    const pbf = await townPbf()
    const whole = await read(pbf)
    for (let length = 0; length < pbf.length; length += 1) {
      const cut = await read(pbf.subarray(0, length))
      // Between two blobs nothing shows that more was to come; there are three such places.
      if (cut.ok) expect(pbf.subarray(length + 5, length + 15).toString()).toMatch(/OSMData/)
      expect(cut).not.toEqual(whole)
    }
  })

  it('is refused or reads as before when a byte of a compressed file changes', async () => {
    const pbf = await townPbf()
    const whole = await read(townXml)
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(townGzip, pbf),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (bytes, at, flip) => {
          const damaged = Buffer.from(bytes)
          damaged[at % bytes.length] = (damaged[at % bytes.length] ?? 0) ^ flip
          const found = await read(damaged)
          if (found.ok && found.value.from === 'osm' && found.value.places.length > 0)
            expect(found).toEqual(whole)
        },
      ),
      { numRuns: 500 },
    )
  })

  it.each([
    ['a tag without a value', edit('v="柳溪药房"', '')],
    ['a position off the globe', edit('lon="121.0005000"', 'lon="221"')],
    ['a position that is no number', edit('lon="121.0005000"', 'lon="east"')],
    ['an id that is no number', edit('node id="20"', 'node id="x"')],
    ['a query that ran out of time', edit('</osm>', '<remark>runtime error: Query timed out</remark></osm>')],
    ['an entity of its own', edit('v="柳溪药房"', 'v="&bomb;"')],
  ])('is refused as broken: %s', async (_, bytes) => {
    expect(await refusalOf(bytes)).toBe('import.file_broken')
  })

  it.each([
    ['another XML', Buffer.from('<gpx version="1.1"></gpx>')],
    ['a web page', Buffer.from('<!DOCTYPE html><html><body>404</body></html>')],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['prose', Buffer.from('Dear reader,\nthis is no map.\n')],
  ])('is refused as unknown: %s', async (_, bytes) => {
    expect(await refusalOf(bytes)).toBe('import.file_unknown')
  })

  it('is refused as empty where there is nothing in it', async () => {
    expect(await refusalOf(Buffer.alloc(0))).toBe('import.file_empty')
  })

  it('is refused as unknown when it demands what we cannot do', async () => {
    expect(await refusalOf(await townPbf({ feature: 'HistoricalInformation' }))).toBe('import.file_unknown')
  })

  it('says where it is damaged', async () => {
    const found = await read(townXml.subarray(0, 2000))
    expect(found.ok ? '' : found.refusal.fields?.where).toMatch(/^line \d+:\d+$/)
  })

  it('never crashes the reader, whatever the bytes', async () => {
    const heads = [
      Buffer.alloc(0),
      Buffer.from([0x1f, 0x8b]),
      Buffer.from('<osm>'),
      (await townPbf()).subarray(0, 40),
    ]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 300 }), async (head, tail) => {
        expect(Object.keys(importErrors)).toContain(await refusalOf(Buffer.concat([head, tail])))
      }),
      { numRuns: 300 },
    )
  })
})

it('an error of the disk is no fault of the file and is thrown', async () => {
  await expect(readImport(createReadStream('/no/such/file'), { bytesTotal: 1 })).rejects.toThrow('ENOENT')
})
