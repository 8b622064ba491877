/** How figures are taken and told. */

export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((one, other) => one - other)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ] ?? 0

export const p50p99 = (values: readonly number[], digits = 2): string =>
  `p50 ${quantile(values, 0.5).toFixed(digits)}, p99 ${quantile(values, 0.99).toFixed(digits)}`

/** Seconds of one core that this process has worked: on a shared machine the wall clock tells of others. */
export const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

export const say = (what: string, ...figures: readonly string[]): void =>
  console.log(`  ${what.padEnd(46)} ${figures.join(' · ')}`)

const limits = { passed: 0, missed: [] as string[] }

/** What was held so far in this process, and what another one held. */
export const took = () => limits
export const take = ({ passed, missed }: typeof limits): void => {
  limits.passed += passed
  limits.missed.push(...missed)
}

/** A figure with the limit that it must keep. */
export const hold = (what: string, value: number, limit: number, unit: string): void => {
  const kept = value <= limit
  if (kept) limits.passed++
  else limits.missed.push(what)
  say(
    what,
    `${value.toFixed(value < 10 ? 2 : 0)} ${unit}`,
    `at most ${limit} ${unit}`,
    kept ? 'kept' : 'MISSED',
  )
}

export const verdict = (): number => {
  console.log(
    `\n${limits.passed} limits kept, ${limits.missed.length} missed${limits.missed.map(one => `\n  missed: ${one}`).join('')}`,
  )
  return limits.missed.length > 0 ? 1 : 0
}
