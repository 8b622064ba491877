import { useSyncExternalStore } from 'react'

/** A value outside React that pages can watch. */
export interface Signal<T> {
  get(): T
  set(value: T): void
  use(): T
  /** Calls at every change; for what is no page. */
  watch(watcher: () => void): () => void
}

export function signal<T>(first: T): Signal<T> {
  let value = first
  const watchers = new Set<() => void>()
  const watch = (watcher: () => void) => {
    watchers.add(watcher)
    return () => {
      watchers.delete(watcher)
    }
  }
  const get = () => value
  return {
    get,
    set(next) {
      value = next
      for (const watcher of watchers) watcher()
    },
    watch,
    use: () => useSyncExternalStore(watch, get, get),
  }
}
