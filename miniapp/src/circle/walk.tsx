import { QuarterRing, RingNumber } from '../ui'
import { words } from './words'

interface WalkProps {
  /** Absent: nobody has said where to walk from. */
  minutes: number | undefined
  size?: number
}

/** Farther than so many minutes nobody walks. */
export const AN_HOUR = 60

/** Minutes on foot in the quarter ring; past a quarter of an hour it turns persimmon, and past an hour nobody walks. */
export function Walk({ minutes, size = 52 }: WalkProps) {
  if (minutes === undefined || minutes > AN_HOUR) return null
  return (
    <QuarterRing
      minutes={minutes}
      size={size}
      tone={minutes > 15 ? 'persimmon' : 'green'}
      label={`${words.walk} ${minutes} ${words.minute}`}
    >
      <RingNumber count={minutes} unit={words.minute} />
    </QuarterRing>
  )
}
