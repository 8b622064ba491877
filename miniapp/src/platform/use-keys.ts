import { useEffect, useRef } from 'react'
import { useShown } from './use-shown'

const inBrowser = process.env.TARO_ENV === 'h5'

/** Somebody is writing, or a dialog lies over the page: its keys are not ours. */
const isTaken = (target: EventTarget | null): boolean =>
  document.querySelector('dialog[open]') !== null ||
  (target instanceof HTMLElement && target.matches('input, textarea, select'))

/** Single keys as shortcuts while the page is shown: `useKeys({ j: next, k: previous })`. Only in a browser. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys)
  latest.current = keys
  const shown = useShown()
  useEffect(() => {
    if (!inBrowser) return undefined
    const press = (event: KeyboardEvent) => {
      const act = latest.current[event.key]
      if (!act || !shown.current || event.ctrlKey || event.metaKey || event.altKey) return
      // Escape leaves a field as well.
      if (event.key !== 'Escape' && isTaken(event.target)) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [shown])
}
