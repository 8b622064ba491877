import { session } from './session'
import { storage } from './storage'

/** Answers kept for the next visit. More than this and the oldest go. */
const KEPT = 40

const listed = () => storage.read<string[]>('answers') ?? []
/** An answer of another form would break a page before it can ask anew: it is not read, and goes as the oldest do. */
const place = (key: string) => `answer:${CONTRACT}:${session.owner()}:${key}`
const entry = <T>(key: string) => storage.read<{ value: T; atMs: number }>(place(key))

/** How often something of a slice was changed from here since the app started, and how often it had been when an answer came. */
const changes = new Map<string, number>()
const knownAt = new Map<string, number>()
/** When that was last, as this phone remembers it: an answer of before is of before also for an app that starts again. */
const changedAtMs = () => storage.read<Record<string, number>>('changed') ?? {}
export const sliceOf = (key: string) => key.split('.')[0] ?? ''

/** Last answers, per person: nobody sees what another person of this phone was shown. */
export const cache = {
  read: <T>(key: string): T | null => entry<T>(key)?.value ?? null,
  /** The answers to all questions whose key begins so. */
  readAll: <T>(prefix: string): T[] => {
    const start = place(prefix)
    return listed().flatMap(name => {
      const found = name.startsWith(start) ? storage.read<{ value: T }>(name) : null
      return found ? [found.value] : []
    })
  },
  /** When that was; null: there is none. */
  atMs: (key: string): number | null => entry(key)?.atMs ?? null,
  /** Something of a slice was changed from here: what was answered before is of before. */
  changed(slice: string): void {
    changes.set(slice, (changes.get(slice) ?? 0) + 1)
    storage.write('changed', { ...changedAtMs(), [slice]: Date.now() })
  },
  /** How often that was so for the slice of a question. */
  changesOf: (key: string): number => changes.get(sliceOf(key)) ?? 0,
  /** The last answer, to be shown until the next one is there; null where it is certainly not so any more. */
  readCurrent<T>(key: string): T | null {
    const since = knownAt.get(place(key))
    const isBefore =
      since === undefined
        ? (cache.atMs(key) ?? 0) <= (changedAtMs()[sliceOf(key)] ?? -1)
        : since < cache.changesOf(key)
    return isBefore ? null : cache.read<T>(key)
  },
  /** Nothing of it is for this person any more. */
  forget(key: string): void {
    const name = place(key)
    storage.write(
      'answers',
      listed().filter(other => other !== name),
    )
    storage.forget(name)
  },
  write(key: string, value: unknown): void {
    knownAt.set(place(key), cache.changesOf(key))
    const name = place(key)
    const names = [...listed().filter(other => other !== name), name]
    for (const old of names.splice(0, Math.max(0, names.length - KEPT))) storage.forget(old)
    storage.write('answers', names)
    storage.write(name, { value, atMs: Date.now() })
  },
}
