import { type Instant, minutesBetween } from '@yike/shared/kernel/time'
import { QuarterRing, RingNumber } from './quarter-ring'
import './due.css'
import { View } from '@tarojs/components'
import { restOf } from './rest'
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

function toneOf(left: number, whole: number): Tone {
  if (left <= 0) return 'danger'
  if (left < 120) return 'persimmon'
  return left < whole / 3 ? 'waiting' : 'green'
}

/** A promise as the quarter ring: what is left of it. The words stand beside (`spokenDeadline`). */
export function Due({ since, until, at, size = 48 }: DueProps) {
  const whole = Math.max(1, minutesBetween(since, until))
  const left = minutesBetween(at, until)
  return (
    <QuarterRing minutes={left <= 0 ? whole : left} of={whole} size={size} tone={toneOf(left, whole)}>
      {left <= 0 ? <View className="yk-due">{words.overdue}</View> : <Rest minutes={left} />}
    </QuarterRing>
  )
}

/** A number with its unit below; of two units each has a line. */
function Rest({ minutes }: { minutes: number }) {
  const parts = restOf(minutes)
  const [[count, unit] = [0, 'minutes'] as const] = parts
  if (parts.length === 1) return <RingNumber count={count} unit={words[unit]} />
  return (
    <>
      {parts.map(([count, unit]) => (
        <View key={unit} className="yk-due yk-due--part">
          {words.left[unit](count)}
        </View>
      ))}
    </>
  )
}
