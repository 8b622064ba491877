import { useEffect, useRef } from 'react'
import { useShown } from './use-shown'

/** Does something every so often while the page is shown: for lists that others change too. Null: not now. */
export function useRepeat(everyMs: number | null, task: () => void): void {
  const latest = useRef(task)
  latest.current = task
  const shown = useShown()
  useEffect(() => {
    if (everyMs === null) return undefined
    const timer = setInterval(() => shown.current && latest.current(), everyMs)
    return () => clearInterval(timer)
  }, [everyMs, shown])
}
