import fc from 'fast-check'
import gcoord from 'gcoord'
import { describe, expect, it } from 'vitest'
import { contentsOf, header, library, table } from '../fixtures/table'

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
