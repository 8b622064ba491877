import type { MicroProject } from '@yike/shared/microproject/schema'
import { expect, test } from 'vitest'
import { promiseOf, storyOf, viewOf } from './case'

const at = '2026-11-22T04:00:00.000Z'
const project = (change: Partial<MicroProject>): MicroProject => ({
  microprojectId: 'mp_01KDVDNA00S8EKV3DZF9JYJVKC' as MicroProject['microprojectId'],
  number: 'JYJ-VKC',
  version: 1,
  state: 'filed',
  community: '320205001001' as MicroProject['community'],
  title: '装扶手',
  what: '台阶高',
  where: '三号楼',
  kind: 'works',
  filedAt: '2026-11-20T04:00:00.000Z',
  deadlineAt: '2026-11-27T04:00:00.000Z',
  mine: false,
  can: ['accept', 'sendBack'],
  timeline: [{ at: '2026-11-20T04:00:00.000Z', verb: 'file', by: 'owner' }],
  ...change,
})
const shown = (change: Partial<MicroProject> = {}) => ({ kind: 'microproject', of: project(change) }) as const

test('a case that waits can be decided and ends with the answer that is owed', () => {
  const view = viewOf(shown(), at)
  expect(view.closed).toBeUndefined()
  expect(storyOf('microproject', view, '2026-11-27T04:00:00.000Z', at).at(-1)).toMatchObject({ now: true })
})

test('nobody decides a case of their own, and the sheet says another sentence than for a settled one', () => {
  const own = viewOf(shown({ mine: true, can: ['withdraw'] }), at).closed
  const settled = viewOf(shown({ state: 'accepted', can: [] }), at).closed
  expect(own).toBeTruthy()
  expect(settled).toBeTruthy()
  expect(own).not.toBe(settled)
})

test('the promise runs from the last filing, not from the first', () => {
  const refiled = shown({
    timeline: [
      { at: '2026-11-18T04:00:00.000Z', verb: 'file', by: 'owner' },
      { at: '2026-11-21T04:00:00.000Z', verb: 'refile', by: 'owner' },
    ],
  })
  expect(promiseOf(refiled, undefined)?.since).toBe('2026-11-21T04:00:00.000Z')
})
