import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { contentsOf, header, library, table } from './fixtures/table'
import { read } from './fixtures/town'

const plain = await contentsOf(table(library))

describe('a table of places', () => {
  it('yields what its cells say', () => {
    const usual = [[510, 1050]]
    expect(plain).toEqual({
      places: [
        {
          sourceId: plain.places[0]?.sourceId,
          name: '柳溪图书馆',
          kind: 'culture',
          address: '柳溪路8号',
          lng: 121.0031,
          lat: 31.0001,
          hoursText: '每天 8:30–17:30，周三休，节假日照常',
          hours: { days: [usual, usual, [], usual, usual, usual, usual], publicHoliday: 'asUsual' },
          priceClass: 'free',
          phone: '021-5555 0102',
          stepFree: true,
        },
      ],
      rows: 1,
      faults: [],
      ignoredColumns: [],
    })
  })

  it('is the same with English headings in another order, and names the columns it did not read', async () => {
    const english = await contentsOf(
      'Phone,Step Free,LAT,lng,opening_hours,Price Class,Kind,Name,Address,备注\n' +
        '021-5555 0102,yes,31.0001,121.0031,"每天 8:30–17:30，周三休，节假日照常",free,culture,柳溪图书馆,柳溪路8号,新\n',
    )
    expect(english).toEqual({ ...plain, ignoredColumns: ['备注'] })
  })

  it.each<[string, Uint8Array]>([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${table(library)}`)],
    ['GB18030', iconv.encode(table(library), 'gb18030')],
    ['UTF-16', iconv.encode(table(library), 'utf-16le', { addBOM: true })],
    ['lines of Windows', Buffer.from(table(library).replaceAll('\n', '\r\n'))],
    ['semicolons', Buffer.from(table(library).replaceAll(',', ';'))],
    ['tabs', Buffer.from(table(library).replaceAll(',', '\t'))],
    ['leading empty lines', Buffer.from(`\n\n${table(library).replaceAll(',', ';')}`)],
    ['no last newline', Buffer.from(table(library).trimEnd())],
    ['empty rows', Buffer.from(`${table(library)}\n,,,,,,,,\n\n`)],
    ['invisible characters', Buffer.from(table(library).replaceAll('柳溪', '\u200b柳\u200d溪\u00ad'))],
  ])('is the same in %s', async (_, bytes) => {
    expect(await contentsOf(bytes)).toEqual(plain)
  })

  it('is the same in GB18030 in pieces of any size', async () => {
    const rare = library.replace('柳溪路8号', '𠮷巷㐂8号')
    const expected = await contentsOf(table(rare))
    const bytes = iconv.encode(table(rare), 'gb18030')
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 100 }), async size => {
        expect(await read(bytes, {}, size)).toMatchObject({ ok: true, value: { from: 'csv', ...expected } })
      }),
      { numRuns: 20 },
    )
  })

  it('tells GB18030 from UTF-8 where Chinese comes late', async () => {
    const ascii = Array.from(
      { length: 3000 },
      (_, i) => `Shop ${i},commerce,Street ${i},121.0031,31.0001,,,,`,
    )
    const found = await contentsOf(
      iconv.encode(
        table(...ascii, library).replace(header, 'name,kind,address,lng,lat,hours,price,phone,accessible'),
        'gb18030',
      ),
    )
    expect(found.places.at(-1)?.name).toBe('柳溪图书馆')
    expect(found.places).toHaveLength(3001)
  })

  it('keeps quoted newlines and quotes, and formulas as the text that they are', async () => {
    const { places, faults } = await contentsOf(
      table(
        '"柳溪""大""药房",药店,"柳溪路9号\n二楼",121.0032,31.0001,,,,',
        '=HYPERLINK(1+1),超市,,121.0033,31.0001,,,,',
        '5" 面馆,餐饮,,121.0034,31.0001,,,,',
      ),
    )
    expect(faults).toEqual([])
    expect(places.map(place => place.name)).toEqual(['柳溪"大"药房', '=HYPERLINK(1+1)', '5" 面馆'])
  })

  it('names one source the same in every run, and when the position is corrected', async () => {
    const corrected = await contentsOf(table(library.replace('121.0031', '121.0039')))
    expect(corrected.places[0]?.sourceId).toBe(plain.places[0]?.sourceId)
    expect(plain.places[0]?.sourceId).toMatch(/^csv:[0-9a-f]{20}$/)
  })
})
