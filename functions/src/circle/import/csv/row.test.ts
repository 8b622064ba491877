import { describe, expect, it } from 'vitest'
import { contentsOf, library, table } from '../fixtures/table'

const faultsOf = async (...rows: readonly string[]) =>
  (await contentsOf(table(...rows))).faults.map(({ line, column, code, kept }) => ({
    line,
    column,
    code,
    kept,
  }))

describe('a bad row', () => {
  it.each([
    ['row.name_missing', '名称', ',超市,,121,31,,,,'],
    ['row.name_missing', '名称', '"\u200b ",超市,,121,31,,,,'],
    ['row.kind_missing', '类别', '甲,,,121,31,,,,'],
    ['row.kind_unknown', '类别', '甲,酒吧,,121,31,,,,'],
    ['row.position_missing', '经度', '甲,超市,,,31,,,,'],
    ['row.position_missing', '纬度', '甲,超市,,121,,,,,'],
    ['row.position_unreadable', '纬度', '甲,超市,,121,31°00′05″,,,,'],
    ['row.position_unreadable', '经度', '甲,超市,,abc,31,,,,'],
    ['row.position_swapped', '经度', '甲,超市,,31.0001,121.0031,,,,'],
    ['row.position_outside', '经度', '甲,超市,,0,0,,,,'],
    ['row.position_outside', '经度', '甲,超市,,12.1,31,,,,'],
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
    expect(places).toEqual((await contentsOf(table(library))).places)
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
