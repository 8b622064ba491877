import type { Days } from '@yike/shared/booking/schema'
import { instantAt } from '@yike/shared/kernel/time'
import { expect, it } from 'vitest'
import { stepsOf } from './steps'

const at = (hour: number) => instantAt('2026-11-24', hour * 60)
const slot = { startAt: at(12), endAt: at(13), left: 1 }
const care = { cancelMinutes: 120, needsApproval: false, slotMinutes: 60 } as unknown as Days['offering']

it.each([
  ['three hours before, while it can be taken back by oneself, a name books', care, 9, []],
  ['one hour before, when only a call gives it back, all of it is said once more first', care, 11, ['check']],
  ['where somebody has to say yes first a name asks', { ...care, needsApproval: true }, 11, []],
])('长辈版: %s', (_, offering, hour, steps) => {
  expect(stepsOf(offering, slot, at(hour))).toEqual(steps)
})
