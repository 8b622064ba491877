import type { Me, Session } from '@yike/shared/identity/schema'
import { signal } from './signal'
import { storage } from './storage'

/** What this phone remembers of a sign-in. The token is a key: it is never logged, shown or put in an address. */
type Kept = Pick<Session, 'token' | 'me'>

const current = signal<Kept | null>(storage.read<Kept>('session'))

export const session = {
  token: (): string | null => current.get()?.token ?? null,
  /** Whose cached answers may be shown; empty while nobody is signed in. */
  owner: (): string => current.get()?.me.residentId ?? '',
  keep({ token, me }: Session): void {
    storage.write('session', { token, me })
    current.set({ token, me })
  },
  /** My name, household or home changed; the token did not. */
  refreshMe(me: Me): void {
    const kept = current.get()
    if (!kept) return
    storage.write('session', { token: kept.token, me })
    current.set({ token: kept.token, me })
  },
  end(): void {
    storage.forget('session')
    current.set(null)
  },
}

/** The person who is signed in on this phone, or null. */
export const useMe = (): Me | null => current.use()?.me ?? null
