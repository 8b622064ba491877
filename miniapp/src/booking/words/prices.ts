import type { PriceClass } from '@yike/shared/circle/schema'
import { table } from '../../platform/language'

/** Why it costs what it costs (无偿 · 低偿 · 有偿, S0:L48). */
export const priceReasons: Record<PriceClass, string> = table('booking.priceReasons', {
  free: '无偿服务，您不用付钱',
  low: '低偿服务，只收成本',
  paid: '有偿服务，按公示的价',
})
