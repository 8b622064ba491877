/**
 * 清水街道, a street that exists only here, in a canal town that exists only here: two communities whose centres lie
 * 900 metres apart, so that a quarter of an hour on foot shows one of them and the near edge of the other.
 * Its code belongs to no region, its telephone numbers to nobody.
 */
import type { Position, RegionCode } from '@yike/shared/identity/schema'
import type { Id, IdKind } from '@yike/shared/kernel/id'
import type { Region } from '../identity/store'
import { derivedId } from '../platform/ids'

export const MIDDLE: Position = { lng: 119.95, lat: 31.78 }
const METERS_PER_DEGREE = 111_195

/** The position some metres east and north of another. */
export const offset = ({ lng, lat }: Position, east: number, north: number): Position => ({
  lng: degrees(lng + east / (METERS_PER_DEGREE * Math.cos((lat * Math.PI) / 180))),
  lat: degrees(lat + north / METERS_PER_DEGREE),
})
/** Six decimals are a tenth of a metre. */
const degrees = (value: number): number => Math.round(value * 1e6) / 1e6

const region = (code: string) => code as RegionCode

export const STREET = region('320499001')

export const communityKeys = ['osmanthus', 'stonebridge'] as const
export type CommunityKey = (typeof communityKeys)[number]

interface Community extends Region {
  readonly center: Position
  readonly street: string
  readonly phone: string
}

const community = (code: string, name: string, center: Position, phone: string): Community => ({
  code: region(code),
  name,
  level: 'community',
  street: '清水街道',
  center,
  phone,
})

export const communities: Readonly<Record<CommunityKey, Community>> = {
  osmanthus: community('320499001001', '桂花里社区', offset(MIDDLE, -430, 130), '0519-00000010'),
  stonebridge: community('320499001002', '石桥头社区', offset(MIDDLE, 430, -130), '0519-00000020'),
}

/** Each community has three grids, one of them at its far edge: 南塘巷 at the water, the new blocks over the canal. */
const grid = (key: CommunityKey, nth: number, name: string, east: number, north: number): Region => ({
  code: region(`${communities[key].code}00${nth}`),
  name,
  level: 'grid',
  center: offset(MIDDLE, east, north),
})

/** Everything from the city to the grids of the two communities. */
export const regions: readonly Region[] = [
  { code: region('3204'), name: '运河市', level: 'city' },
  { code: region('320499'), name: '运河区', level: 'district' },
  { code: STREET, name: '清水街道', level: 'street' },
  ...Object.values(communities),
  grid('osmanthus', 1, '桂花里第一网格', -500, 320),
  grid('osmanthus', 2, '桂花里第二网格', -520, 40),
  grid('osmanthus', 3, '南塘巷网格', -330, -200),
  grid('stonebridge', 1, '石桥头第一网格', 340, 0),
  grid('stonebridge', 2, '石桥头第二网格', 330, -220),
  grid('stonebridge', 3, '东岸网格', 670, -60),
]

/** All fixed ids carry one moment, so that they are the same on whatever day the demo is loaded. */
const FOUNDED_MS = Date.UTC(2026, 0, 1)

/** The same seed gives the same id in every table: tests name demo items by what they are called. */
export const demoId = <K extends IdKind>(kind: K, seed: string): Id<K> =>
  derivedId(kind, FOUNDED_MS, `demo#${seed}`)
