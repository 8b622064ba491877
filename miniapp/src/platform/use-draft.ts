import { useState } from 'react'
import { isSame, rebased } from './rebased'
import { storage } from './storage'

const placeOf = (of: string) => `draft:${of}`

/** What somebody is writing in one field, kept on this phone at every key until it is sent. */
export function useDraft(of: string) {
  const place = placeOf(of)
  const [draft, setDraft] = useState(() => storage.read<string>(place) ?? '')
  return {
    draft,
    write(next: string) {
      if (next === '') storage.forget(place)
      else storage.write(place, next)
      setDraft(next)
    },
    forget() {
      storage.forget(place)
      setDraft('')
    },
  }
}

/**
 * Changes to a thing of the server's: kept on this phone at every key until they are saved or taken off. When it has become
 * another one meanwhile, what was typed stays and all else is as it is now.
 */
export function useChanges<D extends object>(of: string, version: number, now: D) {
  const place = placeOf(of)
  const [typed, setTyped] = useState(() => {
    const kept = storage.read<{ base: D; draft: D }>(place)
    const draft = kept ? rebased(kept.draft, kept.base, now) : now
    return { version, base: now, draft, wasKept: !isSame(draft, now) }
  })
  if (typed.version !== version)
    setTyped({ ...typed, version, base: now, draft: rebased(typed.draft, typed.base, now) })
  const { base, draft, wasKept } = typed
  const settle = (at: D) => {
    storage.forget(place)
    setTyped(known => ({ ...known, base: at, draft: at, wasKept: false }))
  }
  return {
    draft,
    /** They come from an earlier visit. */
    wasKept,
    isChanged: !isSame(draft, now),
    change(part: Partial<D>) {
      const next = { ...draft, ...part }
      if (isSame(next, base)) storage.forget(place)
      else storage.write(place, { base, draft: next })
      setTyped({ ...typed, draft: next })
    },
    /** The server has them now. */
    saved: () => settle(draft),
    startAgain: () => settle(now),
  }
}
