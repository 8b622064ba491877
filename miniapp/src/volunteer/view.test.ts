import type { Claim, Task } from '@yike/shared/volunteer/schema'
import { describe, expect, test } from 'vitest'
import { byDay, fitting, inOrder, reportable, sentBackBecause, stateWord, stepOf, storyOf } from './view'

const at = '2026-11-22T04:00:00.000Z'
const here = '320205001001' as Task['community']
const elsewhere = '320205001002'

const task = (change: Partial<Task> = {}): Task => ({
  version: 0,
  taskId: 'tk_01KDVDNA00S8EKV3DZF9JYJVKC' as Task['taskId'],
  community: here,
  title: '送餐',
  what: '送十二户',
  where: '食堂',
  kind: 'errand',
  startAt: '2026-11-23T01:00:00.000Z',
  endAt: '2026-11-23T03:00:00.000Z',
  places: 3,
  left: 2,
  can: [],
  ...change,
})
const volunteer = { registered: true, community: here }

describe('what can be done with a task', () => {
  test('what the server allows stands before everything else', () => {
    expect(stepOf(task({ can: ['claim'] }), volunteer, at)).toEqual({ step: 'claim' })
    expect(stepOf(task({ claim: 'claimed', can: ['release'] }), volunteer, at)).toEqual({ step: 'release' })
    expect(stepOf(task({ claim: 'claimed', can: ['complete'] }), volunteer, at)).toEqual({ step: 'complete' })
  })

  test('who is no volunteer yet is offered to become one, but only where a place is left', () => {
    const resident = { registered: false, community: here }
    expect(stepOf(task(), resident, at)).toEqual({ step: 'join' })
    expect(stepOf(task({ left: 0 }), resident, at)).toEqual({ wait: 'full' })
  })

  test('where nothing can be done, the page says why', () => {
    expect(stepOf(task({ claim: 'claimed' }), volunteer, at)).toEqual({ wait: 'running' })
    expect(stepOf(task({ claim: 'reported' }), volunteer, at)).toEqual({ wait: 'reported' })
    expect(stepOf(task({ claim: 'confirmed' }), volunteer, at)).toEqual({ wait: 'confirmed' })
    expect(stepOf(task({ left: 0, claim: 'released' }), volunteer, at)).toEqual({ wait: 'full' })
    expect(stepOf(task({ startAt: '2026-11-22T03:00:00.000Z' }), volunteer, at)).toEqual({ wait: 'started' })
    const neighbour = { registered: true, community: elsewhere }
    expect(stepOf(task(), neighbour, at)).toEqual({ wait: 'elsewhere' })
  })
})

test('half an hour of time shows no task of two hours', () => {
  expect(fitting([task()], 'half')).toEqual([])
  expect(fitting([task()], 'long')).toHaveLength(1)
})

test('the menu breaks at local midnight, not at that of UTC', () => {
  const days = byDay(
    [task({ startAt: '2026-11-22T15:45:00.000Z' }), task({ startAt: '2026-11-22T16:00:00.000Z' })],
    at,
  )
  expect(days.map(({ on }) => on)).toEqual(['2026-11-22', '2026-11-23'])
})

const claim = (state: Claim['state'], verbs: [string, string?][] = []): Claim => ({
  task: task(),
  state,
  timeline: verbs.map(([verb, note], i) => ({
    at: `2026-11-2${i}T04:00:00.000Z`,
    verb,
    by: 'owner',
    ...(note ? { note } : {}),
  })),
})

test('reported hours end with the answer that the community still owes', () => {
  const steps = storyOf(claim('reported', [['claim'], ['complete', '120 分钟']]), at)
  expect(steps.map(({ now }) => now ?? false)).toEqual([false, false, true])
  expect(storyOf(claim('confirmed', [['claim']]), at)).toHaveLength(1)
})

test('the reason of a returned report stands until it is reported anew', () => {
  const returned: [string, string?][] = [['claim'], ['complete'], ['dispute', '没有签到']]
  expect(sentBackBecause(claim('claimed', returned))).toBe('没有签到')
  expect(sentBackBecause(claim('reported', [...returned, ['complete']]))).toBeUndefined()
})

test('every claim stands in exactly one of my lists', () => {
  const claims = (['claimed', 'reported', 'confirmed', 'released'] as const).map(state => claim(state))
  const { next, waiting, past } = inOrder(claims)
  expect([...next, ...waiting, ...past]).toEqual(claims)
})

test('a claim whose task is over asks for its hours; before that it is just claimed', () => {
  const { task, state } = claim('claimed')
  expect(stateWord({ task, state }, task.endAt)).not.toEqual(stateWord({ task, state }, task.startAt))
})

test('of 2 hours 4 lengths can be told, all of it first; of 45 minutes 2, and of a quarter only that', () => {
  expect(reportable(120)).toEqual([120, 90, 60, 30])
  expect(reportable(45)).toEqual([45, 30])
  expect(reportable(15)).toEqual([15])
})
