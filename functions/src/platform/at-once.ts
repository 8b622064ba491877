/** Does a task for each, so many at a time, and begins none after one has failed; the answers stand in the order of the questions. */
export const atOnce = async <T, R>(
  all: readonly T[],
  count: number,
  task: (one: T) => Promise<R>,
): Promise<R[]> => {
  const results: R[] = []
  // A loop that is left by a failure ends its generator, for all who read of it.
  const queue = (function* () {
    yield* all.entries()
  })()
  const worker = async () => {
    for (const [index, one] of queue) results[index] = await task(one)
  }
  await Promise.all(Array.from({ length: count }, worker))
  return results
}

export const slices = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size))
