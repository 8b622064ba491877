/** What a street costs a profile in seconds: the rules of shared/src/circle/kinds.ts over what the map says. */
import type { WeeklyHours } from '@yike/shared/circle/hours'
import type { Pace } from '@yike/shared/circle/kinds'
import type { StreetTraits } from './streets'

export interface Price {
  /** Infinity: not walked. */
  readonly perMeter: number
  /** Once for the whole street. */
  readonly fixed: number
}

const closed: Price = { perMeter: Number.POSITIVE_INFINITY, fixed: 0 }
const MINUTES_PER_DAY = 1440
/** Wednesday: the day least touched by weekends and Mondays off. */
const ORDINARY_DAY = 2

export const priceOf = (traits: StreetTraits, pace: Pace): Price => {
  if (!isOpen(traits, pace)) return closed
  if (traits.lift) return { perMeter: 0, fixed: traits.link ? pace.liftSeconds / 2 : pace.liftSeconds }
  const factors = [
    traits.steps && traits.wheelchair !== 'yes' ? pace.steps : 1,
    wheelFactor(traits, pace),
    slopeFactor(traits.gradePercent ?? 0, pace),
    traits.lit === false ? pace.unlit : 1,
  ]
  let perMeter = 60 / pace.metersPerMinute
  for (const factor of factors) {
    if (factor === null) return closed
    perMeter *= factor
  }
  return { perMeter, fixed: 0 }
}

const wheelFactor = ({ wheelchair, steps }: StreetTraits, pace: Pace): number | null => {
  // Steps without a ramp are told as wheelchair=no as well; they have their own factor.
  if (wheelchair === 'no') return steps ? 1 : pace.noWheels
  return wheelchair === 'limited' ? pace.limited : 1
}

const slopeFactor = (gradePercent: number, { slope }: Pace): number | null => {
  if (gradePercent <= 5) return slope.gentle
  return gradePercent <= 8.3 ? slope.steep : slope.steeper
}

const isOpen = ({ hours, hoursText }: StreetTraits, pace: Pace): boolean => {
  if (hours) return isOpenAtMinute(hours, pace.atMinute)
  return hoursText === undefined || pace.trustsUnreadHours
}

const isOpenAtMinute = ({ days, alwaysOpen }: WeeklyHours, minute: number): boolean => {
  if (alwaysOpen) return true
  const holds = (day: number, at: number) => (days[day] ?? []).some(([from, to]) => from <= at && at < to)
  return holds(ORDINARY_DAY, minute) || holds(ORDINARY_DAY - 1, minute + MINUTES_PER_DAY)
}
