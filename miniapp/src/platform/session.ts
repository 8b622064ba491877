import type { Me, Session } from '@yike/shared/identity/schema'
import { type Signal, signal } from './signal'
import { files, storage } from './storage'

/** What this phone remembers of a sign-in. The token is a key: it is never logged, shown or put in an address. */
type Kept = Pick<Session, 'token' | 'me'>

const current = signal<Kept | null>(storage.read<Kept>('session'))

/** Whose answers and drafts lie on this phone: known also after a session has run out. */
const OWNER = 'owner'
let known = storage.read<string>(OWNER)

/** In a browser somebody has left in another tab meanwhile, or come in their place: this tab is nobody's any more. */
const gone = (): boolean => process.env.TARO_ENV === 'h5' && known !== null && storage.read(OWNER) !== known

const mine = (): Kept | null => (gone() ? null : current.get())

const forgetters: (() => void)[] = []

/** A signal that is about the person who is signed in: it forgets when they leave. */
export function personalSignal<T>(first: T): Signal<T> {
  const one = signal(first)
  forgetters.push(() => one.set(first))
  return one
}

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

/** The same, and it outlives the app: drafts, which are worth more than the network that is there. */
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

/** Nothing of a person stays behind: not what they were shown, not what they wrote. */
function forgetPerson(): void {
  storage.forgetAll()
  files.forgetAll()
  for (const forget of forgetters) forget()
}

export const session = {
  token: (): string | null => mine()?.token ?? null,
  /** Whose cached answers may be shown; empty while nobody is signed in. */
  owner: (): string => mine()?.me.residentId ?? '',
  keep({ token, me }: Session): void {
    if (gone()) return
    const before = storage.read<string>(OWNER)
    if (before !== null && before !== me.residentId) forgetPerson()
    known = storage.write(OWNER, me.residentId) ? me.residentId : null
    storage.write('session', { token, me })
    current.set({ token, me })
  },
  /** My name, household or home changed; the token did not. */
  refreshMe(me: Me): void {
    const kept = mine()
    if (!kept) return
    storage.write('session', { token: kept.token, me })
    current.set({ token: kept.token, me })
  },
  /** The token has run out. The person comes back: what they were writing stays. */
  end(): void {
    if (!gone()) storage.forget('session')
    current.set(null)
  },
  /** The person goes, and everything of theirs. */
  leave(): void {
    forgetPerson()
    known = null
    current.set(null)
  },
}

/** The person who is signed in on this phone, or null. */
export const useMe = (): Me | null => current.use()?.me ?? null

/** Called once by the app: a tab whose person has left in another begins anew, with nothing of theirs. */
export function watchTabs(): void {
  if (process.env.TARO_ENV !== 'h5') return
  const look = () => gone() && window.location.reload()
  // Told of no change: a page that the browser has put aside, until it is shown again.
  for (const sign of ['storage', 'pageshow']) window.addEventListener(sign, look)
}
