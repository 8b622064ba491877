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

const at = { startAt: '2026-12-04T01:00:00.000Z' }
it.each([
  ['booking.too_early', { opensOn: '2026-11-30' }, ['30 Nov']],
  [
    'booking.too_early',
    { opensOn: '2026-11-30', first: 'elder minor' },
    ['older people, children', '30 Nov'],
  ],
  ['booking.closed', { why: 'repairs' }, ['repairs']],
  ['booking.not_eligible', { rule: 'too_young', min: 720 }, ['from 60 years']],
  [
    'booking.not_eligible',
    { rule: 'too_old', min: 18, below: 36 },
    ['from 18 months', 'younger than 3 years'],
  ],
  ['booking.wish_not_for', { rule: 'elsewhere' }, ['residents']],
  ['booking.person_busy', { is: 'other', what: 'Badminton', ...at }, ['Badminton', 'Fri 4 Dec 09:00']],
  ['booking.slot_full', { is: 'this', what: 'Badminton', ...at }, ['already']],
  ['booking.equipment_unknown', { name: 'projector', count: 1 }, ['only 1 of projector']],
  ['booking.equipment_unknown', { name: 'projector', count: 0 }, ['no projector']],
  ['booking.grant_over', { endedBy: 'giver', on: '2026-11-20' }, ['20 Nov']],
  ['booking.series_long', { most: 9 }, ['9 dates']],
  ['booking.series_moved', { code: 'booking.slot_full', ...at }, ['Fri 4 Dec 09:00', 'filled up']],
])('%s with %o says so in English', (code, facts, parts) => {
  const said = say({ type: '', title: '', status: 409, code, requestId: '', facts }).detail ?? ''
  for (const part of parts) expect(said).toContain(part)
  expect(said).not.toMatch(/\p{Script=Han}|undefined|NaN/u)
})
