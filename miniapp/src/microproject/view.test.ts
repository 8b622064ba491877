import type { MicroProject } from '@yike/shared/microproject/schema'
import { expect, test } from 'vitest'
import { blank, checked, isBlank, sentBackBecause, storyOf } from './view'

const at = '2026-11-22T04:00:00.000Z'
const project = (change: Partial<MicroProject> = {}): MicroProject => ({
  microprojectId: 'mp_01KDVDNA00S8EKV3DZF9JYJVKC' as MicroProject['microprojectId'],
  number: 'JYJ-VKC',
  version: 1,
  state: 'filed',
  community: '320205001001' as MicroProject['community'],
  title: '装扶手',
  what: '台阶高，下雨滑',
  where: '三号楼',
  kind: 'works',
  filedAt: '2026-11-20T04:00:00.000Z',
  deadlineAt: '2026-11-27T04:00:00.000Z',
  mine: true,
  can: ['withdraw'],
  timeline: [{ at: '2026-11-20T04:00:00.000Z', verb: 'file', by: 'owner' }],
  ...change,
})

test('an empty form names all four fields, a full one none', () => {
  const read = checked(blank)
  expect(Object.keys('wrong' in read ? read.wrong : {}).sort()).toEqual(['kind', 'title', 'what', 'where'])
  const { title, what, where, kind } = project()
  expect(checked({ title, what, where, kind })).toEqual({ wish: { title, what, where, kind } })
})

test('an untouched draft is nothing to go on from', () => {
  expect(isBlank(blank)).toBe(true)
  expect(isBlank({ ...blank, where: '三号楼' })).toBe(false)
})

test('the story ends with who is to act: the community, then its owner, then nobody', () => {
  const last = (change: Partial<MicroProject>) => storyOf(project(change), at).at(-1)
  const sentBack = [...project().timeline, { at, verb: 'sendBack', by: 'staff' as const, note: '写清地点' }]
  expect(last({})?.now).toBe(true)
  expect(last({ state: 'sentBack', deadlineAt: undefined, timeline: sentBack })?.now).toBe(true)
  expect(last({ state: 'accepted', deadlineAt: undefined })?.now).toBeUndefined()
})

test('the reason stands on top only while the request is with its owner', () => {
  const timeline = [...project().timeline, { at, verb: 'sendBack', by: 'staff' as const, note: '写清地点' }]
  expect(sentBackBecause(project({ state: 'sentBack', timeline }))).toBe('写清地点')
  expect(sentBackBecause(project({ state: 'withdrawn', timeline }))).toBeUndefined()
})

test('neighbours read the same story without being told that it is theirs', () => {
  const [own] = storyOf(project(), at)
  const [theirs] = storyOf(project({ mine: false }), at)
  expect(own?.what).not.toBe(theirs?.what)
})
