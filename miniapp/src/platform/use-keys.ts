import { useEffect, useRef } from 'react'
import { useShown } from './use-shown'

const inBrowser = process.env.TARO_ENV === 'h5'

/** A dialog over the page, or a question in it: whoever is asked answers before anything else happens. */
const isAsking = (): boolean =>
  [...document.querySelectorAll('dialog[open], [role="alertdialog"]')].some(
    // Taro keeps the pages below; what is asked there is not asked now.
    element => element.getClientRects().length > 0,
  )

/** Somebody is writing, or is asked something: their keys are not ours. */
const isTaken = (target: EventTarget | null): boolean =>
  isAsking() || (target instanceof HTMLElement && target.matches('input, textarea, select'))

/**
 * Single keys as shortcuts while the page is shown: `useKeys({ j: next, k: previous })`. Only in a browser.
 * A key that is held down counts once.
 */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys)
  latest.current = keys
  const shown = useShown()
  useEffect(() => {
    if (!inBrowser) return undefined
    const press = (event: KeyboardEvent) => {
      const { key } = event
      // The lock of capitals changes what a key writes, not what it is. What a browser fills in by itself has no key.
      const act = latest.current[key] ?? latest.current[key?.toLowerCase()]
      if (!act || !shown.current || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return
      // Escape leaves a field as well.
      if (key !== 'Escape' && isTaken(event.target)) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [shown])
}

/** j and k move through the list beside an open entry; `index` of it is open, -1: none is. */
export function useListKeys<T>(list: readonly T[], index: number, pick: (next: T) => void): void {
  const go = (step: number) => {
    const next = list[index + step]
    if (next !== undefined) pick(next)
  }
  useKeys({ j: () => go(1), k: () => go(-1) })
}
