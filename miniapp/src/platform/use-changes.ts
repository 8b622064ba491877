import { useRef, useState } from 'react'
import { isSame, rebased } from './rebased'
import { storage } from './storage'

/**
 * Changes to a thing of the server's: kept on this phone at every key until they are saved or taken off. When it has become
 * another one meanwhile, what was typed stays and all else is as it is now.
 */
export function useChanges<D extends object>(of: string, version: number, now: D) {
  const place = `draft:${of}`
  const [typed, setTyped] = useState(() => {
    const kept = storage.read<{ base: D; draft: D }>(place)
    const draft = kept ? rebased(kept.draft, kept.base, now) : now
    return { version, base: now, draft, wasKept: !isSame(draft, now) }
  })
  if (typed.version !== version)
    setTyped({ ...typed, version, base: now, draft: rebased(typed.draft, typed.base, now) })
  const { base, draft, wasKept } = typed
  const latest = useRef(draft)
  latest.current = draft
  const keep = (from: D, next: D) => {
    if (isSame(next, from)) storage.forget(place)
    else storage.write(place, { base: from, draft: next })
  }
  const settle = (from: D, next: D) => {
    keep(from, next)
    setTyped(known => ({ ...known, base: from, draft: next, wasKept: false }))
  }
  return {
    draft,
    /** They come from an earlier visit. */
    wasKept,
    isChanged: !isSame(draft, now),
    change(part: Partial<D>) {
      const next = { ...draft, ...part }
      keep(base, next)
      setTyped({ ...typed, draft: next })
    },
    /** The server has them now, but for what was typed while they were on their way. */
    saved: () => settle(draft, latest.current),
    startAgain: () => settle(now, now),
  }
}
