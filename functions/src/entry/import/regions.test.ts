import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import type { Region } from '../../identity/handlers'
import { readRegions } from './regions'

const read = (text: string, known: Region[] = []) => readRegions(Readable.from([Buffer.from(text)]), known)

const good = `代码,名称,经度,纬度,坐标系,电话
3204,运河市,,,,
320499001,清水街道,,,,
320499001001,桂花里社区,119.9512,31.7803,GCJ-02,0519-00000010
`

it('a community has its street’s name, and its centre in WGS-84', async () => {
  const { regions, faults } = await read(good)
  expect(faults).toEqual([])
  expect(regions.map(({ level }) => level)).toEqual(['city', 'street', 'community'])
  const [, , community] = regions
  expect(community).toMatchObject({ street: '清水街道', phone: '0519-00000010' })
  expect(community?.center?.lng).toBeCloseTo(119.9466, 3)
})

it('the street may have been there before', async () => {
  const street = { code: '320499001', name: '清水街道', level: 'street' } as Region
  const { regions } = await read(
    'code,name,lng,lat,phone\n320499001002,石桥头社区,119.95,31.78,0519-1234\n',
    [street],
  )
  expect(regions).toMatchObject([{ street: '清水街道' }])
})

it.each([
  ['a code of ten digits', '3204990010,某社区,119.95,31.78,,1234'],
  ['no name', '320499001001,,119.95,31.78,,1234'],
  ['no street above it', '320499002001,某社区,119.95,31.78,,1234'],
  ['no centre', '320499001001,某社区,,,,1234'],
  ['a position in the sea of no country', '320499001001,某社区,10,10,,1234'],
  ['a grid without its community', '320499001007001,某网格,119.95,31.78,,'],
  ['a grid without its middle', '320499001001001,某网格,,,,'],
  ['no telephone', '320499001001,某社区,119.95,31.78,,'],
  ['a code that stands twice', '320499001,清水街道,,,,'],
])('%s is named with its line', async (_, row) => {
  const { faults } = await read(`代码,名称,经度,纬度,坐标系,电话\n320499001,清水街道,,,,\n${row}\n`)
  expect(faults).toMatchObject([{ line: 3 }])
})
