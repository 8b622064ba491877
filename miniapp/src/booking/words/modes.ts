import type { CounterMode } from '@yike/shared/booking/kinds'
import { table } from '../../platform/language'

/** How a matter at a counter is settled. */
export const modeNames: Record<CounterMode, string> = table('booking.modeNames', {
  window: '到窗口',
  visit: '上门',
  agent: '代办',
})
