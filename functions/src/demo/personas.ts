/** The people whom the enter page of the local product offers to be. */
import { UNNAMED } from '@yike/shared/identity/rules'
import type { Home, RegionCode, Relation } from '@yike/shared/identity/schema'
import type { Role } from '@yike/shared/kernel/contract'
import { type CommunityKey, communities, offset, STREET } from './street'

export interface Relative {
  readonly name: string
  readonly relation: Relation
  readonly age: number
}

export interface Persona {
  readonly id: string
  readonly openId: string
  readonly name: string
  /** In years; absent: has not told. */
  readonly age?: number
  /** What the enter page shows. */
  readonly label: string
  /** Name of the community where they live; null: they have not said. */
  readonly community: string | null
  readonly roles: readonly Role[]
  readonly scope: RegionCode | null
  readonly home: Home | null
  readonly people: readonly Relative[]
  /** Names of places that they want to find again, the last one first. */
  readonly favourites: readonly string[]
}

type Office = 'volunteer' | 'worker'
const offices: Readonly<Record<Office, string>> = { volunteer: '志愿者', worker: '社区工作者' }

/** Somebody who lives in a community, some metres east and north of its centre. */
const living = (
  key: CommunityKey,
  id: string,
  is: {
    readonly name: string
    readonly age: number
    readonly label: string
    readonly door: readonly [label: string, east: number, north: number]
    readonly office?: Office
    readonly people?: readonly Relative[]
    readonly favourites?: readonly string[]
  },
): Persona => {
  const { code, name: community, center } = communities[key]
  const [door, east, north] = is.door
  return {
    id: `${key}-${id}`,
    openId: `demo-openid-${key}-${id}`,
    name: is.name,
    age: is.age,
    label: `${is.office ? offices[is.office] : '居民'} · ${is.label}`,
    community,
    roles: is.office ? ['resident', is.office] : ['resident'],
    scope: code,
    home: { label: door, ...offset(center, east, north) },
    people: is.people ?? [],
    favourites: is.favourites ?? [],
  }
}

const supervisor: Persona = {
  ...living('osmanthus', 'supervisor', {
    name: '沈明远',
    age: 51,
    label: '',
    door: ['清水河路 88 号', 150, 380],
  }),
  id: 'supervisor',
  openId: 'demo-openid-supervisor',
  label: '街道督导 · 沈明远，清水街道',
  roles: ['resident', 'supervisor'],
  scope: STREET,
}

/** Signs in for the first time: nothing is known of them. */
const newcomer: Persona = {
  id: 'newcomer',
  openId: 'demo-openid-newcomer',
  name: UNNAMED,
  label: '新居民 · 第一次来，还没选社区',
  community: null,
  roles: ['resident'],
  scope: null,
  home: null,
  people: [],
  favourites: [],
}

export const personas: readonly Persona[] = [
  living('osmanthus', 'resident', {
    name: '王桂芳',
    age: 72,
    label: '王桂芳，72 岁，和老伴同住',
    door: ['桂花里 6 幢 102', -36, 46],
    people: [
      { name: '张松年', relation: 'spouse', age: 75 },
      { name: '张小满', relation: 'grandchild', age: 5 },
    ],
    favourites: ['桂花里老年食堂', '桂花里社区卫生服务站', '桂花里长者活动角', '南塘书场'],
  }),
  living('osmanthus', 'volunteer', {
    name: '周晓岚',
    age: 38,
    label: '周晓岚，38 岁，周末有空',
    door: ['桂花里 11 幢 403', 64, 118],
    office: 'volunteer',
  }),
  living('osmanthus', 'worker', {
    name: '钱文静',
    age: 34,
    label: '钱文静，桂花里社区',
    door: ['桂花里 2 幢 201', -120, 60],
    office: 'worker',
  }),
  living('stonebridge', 'resident', {
    name: '陆一鸣',
    age: 31,
    label: '陆一鸣，31 岁，孩子 2 岁，母亲同住',
    door: ['石桥新村 9 幢 301', -40, 84],
    people: [
      { name: '陆豆豆', relation: 'child', age: 2 },
      { name: '何秀英', relation: 'parent', age: 66 },
    ],
    favourites: ['石桥头向阳托育园', '石桥头儿童之家', '石桥头菜场'],
  }),
  living('stonebridge', 'volunteer', {
    name: '许志宁',
    age: 64,
    label: '许志宁，64 岁，退休教师',
    door: ['石桥新村 3 幢 202', -96, -60],
    office: 'volunteer',
  }),
  living('stonebridge', 'worker', {
    name: '顾建平',
    age: 45,
    label: '顾建平，石桥头社区',
    door: ['石桥新村 14 幢 101', 80, 90],
    office: 'worker',
  }),
  supervisor,
  newcomer,
]
