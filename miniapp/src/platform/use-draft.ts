import { useEffect, useRef, useState } from 'react'
import { isSame } from './rebased'
import { personalSignal } from './session'
import type { Signal } from './signal'
import { files, storage } from './storage'

/** What somebody has written, where it lies on this phone, and how it leaves there. */
export interface Draft {
  readonly place: string
  readonly forget: () => void
  /** Paths of its pictures on this phone. */
  readonly files?: readonly string[]
}

interface Watcher {
  readonly place: string
  readonly tell: (value: unknown) => void
}
const watchers = new Set<Watcher>()

/** Told when a draft lies at this place again that had left it; stops by calling the answer. */
export function onPutBack(place: string, tell: (value: unknown) => void): () => void {
  const watcher = { place, tell }
  watchers.add(watcher)
  return () => {
    watchers.delete(watcher)
  }
}

/** Of the person who is signed in, and it outlives the app: drafts are worth more than the network that is there. */
export function keptSignal<T>(place: string, blank: T): Signal<T> & Draft {
  const one = personalSignal(blank)
  const kept = storage.read<T>(place)
  if (kept !== null) one.set(kept)
  onPutBack(place, value => one.set(value as T))
  return {
    ...one,
    set(value) {
      storage.write(place, value)
      one.set(value)
    },
    place,
    forget() {
      storage.forget(place)
      one.set(blank)
    },
  }
}

/** A draft is its writer's again, unless they have begun another there meanwhile: then this one is gone. */
export function putBack({
  place,
  value,
  files: paths = [],
}: Omit<Draft, 'forget'> & { value: unknown }): void {
  // Sent without a word of its writer's.
  if (value === null) return
  if (storage.read(place) === null) {
    storage.write(place, value)
    for (const watcher of watchers) if (watcher.place === place) watcher.tell(value)
  } else files.forget(paths)
}

/** Of each sort. Words about people do not pile up here: a case that somebody else decides never asks for its draft again. */
const MOST = 12

/**
 * What somebody is writing about one thing, in one field or in several: kept on this phone at every key until it is sent,
 * and there again when its page is. Of a sort the newest stay.
 */
export function useDraft<D extends object>(sort: string, of: string, blank: D) {
  const placeOf = (one: string) => `draft:${sort}:${one}`
  const place = placeOf(of)
  const list = `drafts:${sort}`
  const others = () => (storage.read<string[]>(list) ?? []).filter(one => one !== of)
  const read = () => ({ place, draft: { ...blank, ...storage.read<D>(place) } })
  const [typed, setTyped] = useState(read)
  const { draft } = typed.place === place ? typed : read()
  if (typed.place !== place) setTyped({ place, draft })
  const latest = useRef(draft)
  latest.current = draft
  const show = (next: D) => {
    latest.current = next
    setTyped({ place, draft: next })
  }
  // What waited was refused, or taken back, while this form stands open.
  useEffect(() => onPutBack(place, value => show(value as D)))
  const forget = () => {
    const rest = others()
    if (rest.length > 0) storage.write(list, rest)
    else storage.forget(list)
    storage.forget(place)
    show(blank)
  }
  const kept: Draft = { place, forget }
  return {
    draft,
    kept,
    forget,
    change(part: Partial<D> | ((now: D) => Partial<D>)) {
      const { current: now } = latest
      const next = { ...now, ...(typeof part === 'function' ? part(now) : part) }
      if (isSame(next, blank)) return forget()
      const all = [...others(), of]
      for (const old of all.splice(0, all.length - MOST)) storage.forget(placeOf(old))
      storage.write(list, all)
      storage.write(place, next)
      show(next)
    },
  }
}
