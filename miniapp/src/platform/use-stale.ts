import type { Problem } from '@yike/shared/kernel/problem'
import { useState } from 'react'

/** The case was moved by somebody else, or by the clock: what the page shows is not what there is. */
export const isStale = ({ code }: Problem): boolean => /\.(wrong_state|lapsed|words_read)$/.test(code)

export interface Stale {
  /** The refusal that told it; null once the reader has taken note. */
  readonly problem: Problem | null
  /** The page shows the case as it is now. */
  readonly fresh: boolean
  /** For `useSend`: asks for the case anew at once, so that the next tap decides on words that are fresh. */
  readonly tell: (problem: Problem) => void
  /** Takes the refusal off the page. */
  readonly clear: () => void
}

/** Kept by the page, not beside the button: with the fresh case that button may be another, or gone. */
export function useStale(refresh: () => Promise<unknown>): Stale {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [fresh, setFresh] = useState(false)
  return {
    problem,
    fresh,
    async tell(refused) {
      setFresh(false)
      setProblem(refused)
      await refresh()
      setFresh(true)
    },
    clear: () => setProblem(null),
  }
}
