/**
 * Where to put the next sites so that most households come within reach: maximal covering. The greedy choice is exact
 * for one site; for several it reaches at least 1 − 1/e (63 %) of the best possible (Nemhauser, Wolsey and Fisher 1978),
 * for each site is chosen for what it adds to those before.
 */
export interface Site<S> {
  readonly site: S
  /** What it adds to what is reached already. */
  readonly adds: number
  /** The dwellings of which that is the sum. */
  readonly homes: readonly number[]
}

/** `reached[s]`: the dwellings within reach of candidate s. Of equally good candidates the first is chosen. */
export const bestSites = <S>(
  candidates: readonly S[],
  reached: readonly (readonly number[])[],
  weights: readonly number[],
  covered: readonly boolean[],
  count: number,
): Site<S>[] => {
  const isCovered = [...covered]
  const chosen: Site<S>[] = []
  while (chosen.length < count) {
    let best = -1
    let adds = 0
    for (const [index, homes] of reached.entries()) {
      const gain = homes.reduce((sum, home) => (isCovered[home] ? sum : sum + (weights[home] ?? 0)), 0)
      if (gain > adds) {
        best = index
        adds = gain
      }
    }
    if (best < 0) break
    const homes = (reached[best] ?? []).filter(home => !isCovered[home])
    chosen.push({ site: candidates[best] as S, adds, homes })
    for (const home of homes) isCovered[home] = true
  }
  return chosen
}
