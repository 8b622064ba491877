import fc from 'fast-check'
import gcoord from 'gcoord'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import type { CsvContents } from './csv'
import { read } from './fixtures/town'
import type { ImportOptions } from './read'

const header = '名称,类别,地址,经度,纬度,开放时间,收费,电话,无障碍'
const library =
  '柳溪图书馆,图书馆,柳溪路8号,121.0031,31.0001,每天 8:30–17:30，周三休，节假日照常,免费,021-5555 0102,是'
const table = (...rows: readonly string[]) => `${[header, ...rows].join('\n')}\n`

const contentsOf = async (
  text: string | Uint8Array,
  options: Partial<ImportOptions> = {},
): Promise<CsvContents> => {
  const found = await read(Buffer.from(text as string), options)
  if (!found.ok || found.value.from !== 'csv') throw new Error(`not read: ${JSON.stringify(found)}`)
  return found.value
}
const refusalOf = async (text: string | Uint8Array) => {
  const found = await read(Buffer.from(text as string))
  return found.ok ? undefined : found.refusal
}
const faultsOf = async (...rows: readonly string[]) =>
  (await contentsOf(table(...rows))).faults.map(({ line, column, code, kept }) => ({
    line,
    column,
    code,
    kept,
  }))

const plain = await contentsOf(table(library))

describe('a table of places', () => {
  it('yields what its cells say', () => {
    const usual = [[510, 1050]]
    expect(plain).toEqual({
      from: 'csv',
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
        expect(await read(bytes, {}, size)).toEqual({ ok: true, value: { from: 'csv', ...expected } })
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

describe('positions of a table', () => {
  const metersApart = (place: { lng: number; lat: number } | undefined) =>
    Math.hypot(((place?.lng ?? 0) - 121.0031) * 95_300, ((place?.lat ?? 0) - 31.0001) * 111_200)
  const gcj = gcoord.transform([121.0031, 31.0001], gcoord.WGS84, gcoord.GCJ02)
  const row = library.replace('121.0031,31.0001', gcj.map(value => value.toFixed(7)).join(','))

  it('in GCJ-02 end within 1 m of the true place, said by option or by column', async () => {
    const [byOption] = (await contentsOf(table(row), { coordinates: 'gcj02' })).places
    const [byColumn] = (await contentsOf(`坐标系,${header}\nGCJ-02,${row}\n`)).places
    expect(metersApart(byOption)).toBeLessThan(1)
    expect(byColumn).toEqual(byOption)
  })

  it('that are taken for WGS-84 would be 500 m wrong: the conversion does matter', async () => {
    const [untold] = (await contentsOf(table(row))).places
    expect(metersApart(untold)).toBeGreaterThan(400)
  })

  it('come back from GCJ-02 all over the country', async () => {
    const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true })
    await fc.assert(
      fc.asyncProperty(degrees(75, 134), degrees(19, 52), async (lng, lat) => {
        const shifted = gcoord.transform([lng, lat], gcoord.WGS84, gcoord.GCJ02)
        const cells = shifted.map(value => value.toFixed(9)).join(',')
        const { places } = await contentsOf(`名称,类别,经度,纬度\n甲,公园,${cells}\n`, {
          coordinates: 'gcj02',
        })
        expect(places[0]?.lng).toBeCloseTo(lng, 5)
        expect(places[0]?.lat).toBeCloseTo(lat, 5)
      }),
      { numRuns: 50 },
    )
  })
})

describe('a bad row', () => {
  it.each([
    ['row.name_missing', '名称', ',超市,,121,31,,,,'],
    ['row.name_missing', '名称', '"\u200b ",超市,,121,31,,,,'],
    ['row.kind_missing', '类别', '甲,,,121,31,,,,'],
    ['row.kind_unknown', '类别', '甲,酒吧,,121,31,,,,'],
    ['row.position_missing', '经度', '甲,超市,,,31,,,,'],
    ['row.position_missing', '纬度', '甲,超市,,121,,,,,'],
    ['row.position_unreadable', '纬度', '甲,超市,,121,31°00′05″,,,,'],
    ['row.position_swapped', '纬度', '甲,超市,,31.0001,121.0031,,,,'],
    ['row.position_outside', '纬度', '甲,超市,,0,0,,,,'],
    ['row.position_outside', '纬度', '甲,超市,,12.1,31,,,,'],
    ['row.cells_too_many', undefined, '甲,超市,柳溪路,8号,121,31,,,,是'],
    ['row.text_too_long', '名称', `${'长'.repeat(81)},超市,,121,31,,,,`],
  ])('is reported as %s in %s and left out, the good rows beside it go in', async (code, column, row) => {
    const found = await contentsOf(table(library, row, library.replace('8号', '9号')))
    expect(found.places).toHaveLength(2)
    expect(found.faults).toContainEqual(
      expect.objectContaining({ line: 3, code, kept: false, ...(column && { column }) }),
    )
  })

  it.each([
    ['row.hours_unclear', '开放时间', '甲,超市,,121,31,看门口通知,,,'],
    ['row.price_unknown', '收费', '甲,超市,,121,31,,看情况,,'],
    ['row.phone_unreadable', '电话', '甲,超市,,121,31,,,找老王,'],
    ['row.step_free_unknown', '无障碍', '甲,超市,,121,31,,,,大概'],
  ])('%s in %s costs only its cell', async (code, column, row) => {
    const { places, faults } = await contentsOf(table(row))
    expect(places).toHaveLength(1)
    expect(faults).toEqual([expect.objectContaining({ line: 2, column, code, kept: true })])
    expect(places[0]).not.toHaveProperty('hours')
  })

  it('is named by the line on which it begins, behind quoted newlines and empty lines', async () => {
    expect(await faultsOf('"甲\n乙",超市,"一\r\n二",121,31,,,,', '', '丙,酒吧,,121,31,,,,')).toEqual([
      { line: 6, column: '类别', code: 'row.kind_unknown', kept: false },
    ])
  })

  it('has all its faults reported at once', async () => {
    expect((await faultsOf(',酒吧,,31,121,,,,')).map(fault => fault.code)).toEqual([
      'row.name_missing',
      'row.kind_unknown',
      'row.position_swapped',
    ])
  })

  it('that says a place for the second time is reported, the first one counts', async () => {
    const { places, faults } = await contentsOf(table(library, library.replace('021-5555', '021-6666')))
    expect(places).toEqual(plain.places)
    expect(faults).toEqual([expect.objectContaining({ line: 3, code: 'row.repeated', kept: false })])
  })

  it('without address is told apart by where it stands', async () => {
    const { places } = await contentsOf(table('公厕,公厕,,121.01,31,,,,', '公厕,公厕,,121.02,31,,,,'))
    expect(places).toHaveLength(2)
  })

  it('comes with a sentence for the person who wrote it', async () => {
    const [fault] = (await contentsOf(table(',超市,,121,31,,,,'))).faults
    expect(fault?.text).toMatch(/\p{Script=Han}/u)
  })
})

describe('a table that cannot be read', () => {
  it('names the required columns that are missing', async () => {
    expect(await refusalOf('名称,地址\n甲,乙\n')).toMatchObject({
      code: 'import.columns_missing',
      fields: { where: '类别、经度、纬度' },
    })
  })

  it.each([
    [
      'a column that stands twice',
      'import.columns_repeated',
      '名称,类别,经度,纬度,名称\n甲,超市,121,31,乙\n',
    ],
    ['a quote that is never closed', 'import.file_broken', table(library, '"甲,超市,,121,31,,,,', library)],
    [
      'bytes of no encoding',
      'import.file_unknown',
      Buffer.concat([Buffer.from('名称,类别,经度,纬度\n'), Buffer.from([0xff, 0xff, 0xff])]),
    ],
    [
      'bytes that change their encoding',
      'import.file_broken',
      Buffer.concat([Buffer.from(table(...Array(2000).fill(library))), Buffer.from([0xc1, 0xf8])]),
    ],
    ['no known heading', 'import.file_unknown', 'a,b\n1,2\n'],
    ['nothing but blanks', 'import.file_unknown', '\n \n'],
  ])('is refused: %s', async (_, code, text) => {
    expect((await refusalOf(text))?.code).toBe(code)
  })
})

describe('a large table', () => {
  it('of 100,000 rows is read row by row without holding up other work', async () => {
    const count = 100_000
    const bytes = iconv.encode(
      table(...Array.from({ length: count }, (_, i) => library.replace('8号', `${i}号`))),
      'gb18030',
    )
    let longestPause = 0
    let last = performance.now()
    const ticking = setInterval(() => {
      longestPause = Math.max(longestPause, performance.now() - last)
      last = performance.now()
    }, 5)
    const found = await read(bytes, {}, 64 * 1024)
    clearInterval(ticking)
    if (!found.ok) throw new Error(found.refusal.code)
    expect(found.value.places).toHaveLength(count)
    expect(longestPause).toBeLessThan(1000)
  }, 60_000)

  it('holds the same places however its cells are quoted, delimited and ended', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('甲', 'a', '"', ',', ';', '\n', '\t', ' ', '=', '\u200b'),
    })
    const rows = fc.array(fc.tuple(cell, cell), { maxLength: 8 })
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    const written = (list: readonly (readonly [string, string])[], sign: string, end: string) =>
      [
        ['name', 'address', 'kind', 'lng', 'lat'],
        ...list.map(([name, address]) => [quoted(name), quoted(address), 'park', '121', '31']),
      ]
        .map(cells => cells.join(sign))
        .join(end)
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        async (list, sign, end) => {
          const named = list.map(([name, address], i) => [`${name}甲${i}`, address] as const)
          const { places } = await contentsOf(written(named, sign, end).replaceAll('park', '公园'))
          expect(places).toHaveLength(named.length)
          expect(await contentsOf(written(named, ',', '\n').replaceAll('park', '公园'))).toMatchObject({
            places,
          })
        },
      ),
      { numRuns: 100 },
    )
  })
})
