/** Does a task for each, so many at a time; the answers stand in the order of the questions. */
export const atOnce = async <T, R>(
  all: readonly T[],
  count: number,
  task: (one: T) => Promise<R>,
): Promise<R[]> => {
  const results: R[] = []
  const queue = all.entries()
  const worker = async () => {
    for (const [index, one] of queue) results[index] = await task(one)
  }
  await Promise.all(Array.from({ length: count }, worker))
  return results
}

export const slices = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size))
