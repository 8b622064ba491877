type Unit = 'minutes' | 'hours' | 'days'

/** Most of a unit for which the next smaller one is told too. */
const FEW = 3

/** What is left, in the units in which it is said, rounded down: nobody has less time than they read. */
export function restOf(minutes: number): readonly (readonly [count: number, unit: Unit])[] {
  const whole = Math.floor(minutes)
  if (whole < 60) return [[whole, 'minutes']]
  const hours = Math.floor(whole / 60)
  return hours < 24 ? withFew([hours, 'hours'], [whole % 60, 'minutes']) : restOfDays(hours)
}

const restOfDays = (hours: number) => withFew([Math.floor(hours / 24), 'days'], [hours % 24, 'hours'])

const withFew = (large: readonly [number, Unit], small: readonly [number, Unit]) =>
  large[0] < FEW && small[0] > 0 ? [large, small] : [large]
