import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { contentsOf, library, refusalOf, table } from '../fixtures/table'
import { read } from '../fixtures/town'

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
    ['a quote that is never closed', 'import.quote_open', table(library, '"甲,超市,,121,31,,,,', library)],
    [
      'bytes of no encoding',
      'import.file_unknown',
      Buffer.concat([Buffer.from('名称,类别,经度,纬度\n'), Buffer.from([0xff, 0xff, 0xff])]),
    ],
    ['no known heading', 'import.file_unknown', 'a,b\n1,2\n'],
    ['nothing but blanks', 'import.file_unknown', '\n \n'],
  ])('is refused: %s', async (_, code, text) => {
    expect((await refusalOf(text))?.code).toBe(code)
  })

  it.each([
    ['in the first lines', 1],
    ['far behind what decides on the encoding', 2000],
  ])('bytes of no encoding, %s, cost their own row and no other', async (_, line) => {
    const rows = Array.from({ length: line + 1 }, (_, i) => library.replace('8号', `${i}号`))
    const [head, ...tail] = [rows.slice(0, line), rows.slice(line)].map(some => table(...some))
    const after = tail.join('').split('\n').slice(1).join('\n')
    const wrong = Buffer.concat([
      Buffer.from('甲'),
      Buffer.from([0xff, 0xff]),
      Buffer.from(',超市,,121,31,,,,\n'),
    ])
    const { places, faults } = await contentsOf(
      Buffer.concat([Buffer.from(head ?? ''), wrong, Buffer.from(after)]),
    )
    expect(faults).toMatchObject([{ line: line + 2, code: 'row.unreadable' }])
    expect(places).toHaveLength(line + 1)
  })

  it('says on which line the quote was opened', async () => {
    expect((await refusalOf(table(library, '"甲,超市,,121,31,,,,', library)))?.fields?.where).toBe('line 3')
  })
})

describe('a large table', () => {
  it('of 100,000 rows is read row by row without holding up other work', async () => {
    const count = 100_000
    const bytes = iconv.encode(
      table(...Array.from({ length: count }, (_, i) => library.replace('8号', `${i}号`))),
      'gb18030',
    )
    let turns = 0
    const ticking = setInterval(() => {
      turns += 1
    }, 1)
    const found = await read(bytes, {}, 64 * 1024)
    clearInterval(ticking)
    if (!found.ok) throw new Error(found.refusal.code)
    expect(found.value.places).toHaveLength(count)
    expect(turns).toBeGreaterThan(20)
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
