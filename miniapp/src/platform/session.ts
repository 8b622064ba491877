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
