// So many calls, so many at once: how long it took, and the slowest of them.

export interface Pace {
  readonly perSecond: number
  /** Milliseconds that 50 and 99 of 100 calls did not exceed. */
  readonly p50: number
  readonly p99: number
}

/** How long each call took in milliseconds, and all of them together. */
export interface Round {
  readonly calls: readonly number[]
  readonly seconds: number
}

export const crowd = async (
  calls: number,
  atOnce: number,
  call: (n: number) => Promise<unknown>,
): Promise<Round> => {
  const took: number[] = []
  const startedMs = performance.now()
  let next = 0
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let n = next++; n < calls; n = next++) {
        const sentMs = performance.now()
        await call(n)
        took.push(performance.now() - sentMs)
      }
    }),
  )
  return { calls: took, seconds: (performance.now() - startedMs) / 1000 }
}

export const paceOf = (rounds: readonly Round[]): Pace => {
  const took = rounds.flatMap(({ calls }) => calls).sort((one, other) => one - other)
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0
  const seconds = rounds.reduce((sum, round) => sum + round.seconds, 0)
  return { perSecond: took.length / seconds, p50: at(0.5), p99: at(0.99) }
}
