import { View } from '@tarojs/components'
import { aria } from './aria'
import { grown, square } from './grown'
import './ring.css'
import type { RingProps } from './types'

/** The number that stands in a ring, with its unit below. */
export function RingNumber({ count, unit }: { count: number; unit: string }) {
  return (
    <>
      <View className="yk-ring__count">{count}</View>
      <View className="yk-ring__unit">{unit}</View>
    </>
  )
}

/**
 * The product's sign: 一刻, a quarter of the clock, filled by `minutes` ÷ `of`.
 * It never stands alone: the number is inside it or right beside it.
 */
export function QuarterRing({ minutes, of = 15, size = 44, tone = 'green', children, label }: RingProps) {
  const turn = Math.min(1, Math.max(0, minutes / of))
  return (
    <View
      className={`yk-ring yk-ring--${tone}`}
      style={{ ...square(size), fontSize: grown(Math.round(size * 0.36)) }}
      {...aria(label ? { role: 'img', label } : { hidden: true })}
    >
      <View className="yk-ring__band" style={`--turn: ${turn.toFixed(3)}turn`} />
      <View className="yk-ring__words">{children}</View>
    </View>
  )
}
