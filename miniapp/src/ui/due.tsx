import { daysBetween, type Instant, localDate, minutesBetween } from '@yike/shared/kernel/time'
import { QuarterRing, RingNumber } from './quarter-ring'
import './due.css'
import { View } from '@tarojs/components'
import type { Tone } from './types'
import { controlWords as words } from './words'

interface DueProps {
  /** When the promise was given. */
  since: Instant
  until: Instant
  at: Instant
  /** px across. */
  size?: number
}

/** The rest as a number and, below it in the ring, its unit. */
function rest(until: Instant, at: Instant): [count: number, unit: string] {
  const minutes = Math.ceil(minutesBetween(at, until))
  if (minutes < 60) return [minutes, words.minutes]
  const hours = Math.round(minutes / 60)
  return hours < 24
    ? [hours, words.hours]
    : [Math.max(1, daysBetween(localDate(at), localDate(until))), words.days]
}

function toneOf(left: number, whole: number): Tone {
  if (left <= 0) return 'danger'
  if (left < 120) return 'persimmon'
  return left < whole / 3 ? 'waiting' : 'green'
}

/** A promise as the quarter ring: what is left of it. The words stand beside (`spokenDeadline`). */
export function Due({ since, until, at, size = 48 }: DueProps) {
  const whole = Math.max(1, minutesBetween(since, until))
  const left = minutesBetween(at, until)
  const [count, unit] = rest(until, at)
  return (
    <QuarterRing minutes={left <= 0 ? whole : left} of={whole} size={size} tone={toneOf(left, whole)}>
      {left <= 0 ? <View className="yk-due">{words.overdue}</View> : <RingNumber count={count} unit={unit} />}
    </QuarterRing>
  )
}
