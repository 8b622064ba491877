import type { Problem } from '@yike/shared/kernel/problem'
import { useState } from 'react'

/** The case was moved by somebody else, or by the clock: what the page shows is not what there is. */
export const isStale = ({ code }: Problem): boolean => /\.(wrong_state|lapsed)$/.test(code)

export interface Stale {
  /** The refusal that told it; null once the reader has looked again. */
  readonly problem: Problem | null
  /** For `useSend`: asks for the case anew at once, so that the next tap decides on words that are fresh. */
  readonly tell: (problem: Problem) => void
  /** Asks anew, and takes the refusal off the page. */
  readonly lookAgain: () => Promise<void>
}

/** Kept by the page, not beside the button: with the fresh case that button may be another, or gone. */
export function useStale(refresh: () => Promise<unknown>): Stale {
  const [problem, setProblem] = useState<Problem | null>(null)
  return {
    problem,
    tell(refused) {
      setProblem(refused)
      refresh()
    },
    async lookAgain() {
      await refresh()
      setProblem(null)
    },
  }
}
