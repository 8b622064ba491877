import type { UsedFacts } from '@yike/shared/booking/rules/quota'
import { expect, it } from 'vitest'
import { say } from './index'

const refused = (facts?: UsedFacts) =>
  say({
    ...{ type: '', title: '能约的用完了', status: 409, code: 'booking.quota_used', requestId: '' },
    ...{ detail: '每个团队每周最多 8 小时，那一周用完了；11月30日起重新算。', ...(facts && { facts }) },
  }).detail

const team = { per: 'team', count: 'minutes', within: 'week', most: 480 } as const

it('a used ration is told in English with how much is left and the day from which it starts anew', () => {
  const said = refused({ ...team, left: 60, againOn: '2026-11-30' })
  for (const part of ['8 h', '1 h', 'week', '30 Nov']) expect(said).toContain(part)
  expect(said).not.toMatch(/\p{Script=Han}/u)
})

it('what is longer than all of it has no such day, and without facts nothing Chinese is said', () => {
  expect(refused({ ...team, left: 480 })).toMatch(/8 h/)
  expect(refused({ ...team, left: 480 })).not.toMatch(/Nov|undefined|NaN/)
  expect(refused()).toBeUndefined()
})
