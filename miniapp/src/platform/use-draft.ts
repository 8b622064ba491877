import { useRef, useState } from 'react'
import { isSame, rebased } from './rebased'
import { storage } from './storage'

const placeOf = (of: string) => `draft:${of}`

/**
 * What somebody is writing in one field, kept on this phone at every key until it is sent. Only the last of its sort, so
 * that words about people do not pile up here: a case that somebody else decides never asks for its draft again.
 */
export function useDraft(sort: string, of: string) {
  const place = placeOf(sort)
  const [draft, setDraft] = useState(() => {
    const kept = storage.read<{ of: string; written: string }>(place)
    return kept?.of === of ? kept.written : ''
  })
  const forget = () => {
    storage.forget(place)
    setDraft('')
  }
  return {
    draft,
    write(written: string) {
      if (written === '') return forget()
      storage.write(place, { of, written })
      setDraft(written)
    },
    forget,
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
