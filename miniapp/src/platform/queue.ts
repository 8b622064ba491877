/**
 * What was meant to be sent and met no network: kept on this phone with its idempotency key, sent when there is one, and
 * shown until the person has seen how it ended. The server may have had it already: under the same key it answers the
 * same, so nothing is done twice.
 */
import type { Problem } from '@yike/shared/kernel/problem'
import type { Answer } from './answer'
import { api, type Client } from './api'
import { onOnline } from './network'
import { personalSignal, session } from './session'
import { signal } from './signal'
import { files, storage } from './storage'
import { type Draft, putBack } from './use-draft'
import { words } from './words'

type Keyed<S extends keyof Client> = { [V in keyof Client[S] & string]: `${S}.${V}` }[keyof Client[S] &
  string]
/** An endpoint as it stands in logs and contracts: `booking.place`. */
export type CallName = { [S in keyof Client]: Keyed<S> }[keyof Client]

export interface Unsent {
  readonly key: string
  readonly owner: string
  readonly call: CallName
  readonly input: unknown
  /** What the person calls it: 预约书画室，明天 16:30. */
  readonly what: string
  /** Where its outcome can be seen. */
  readonly page: string
  readonly madeMs: number
  /** What it was written in: the writer's again if it is taken back or refused. */
  readonly draft?: (Omit<Draft, 'forget'> & { readonly value: unknown }) | undefined
  /** How it ended: absent while it waits. */
  readonly end?: 'sent' | Problem
}

const PLACE = 'unsent'
/** The server knows a key for 48 hours; after that, sending again could do it twice. */
const KEPT_MS = 47 * 3_600_000
const AGAIN_MS = 20_000

const list = personalSignal<readonly Unsent[]>([])
const sending = personalSignal<string | null>(null)

/** As it stands on this phone now: tabs of one browser share it. */
const stored = (): readonly Unsent[] => storage.read<Unsent[]>(PLACE) ?? []
const waits = ({ end: ended }: Unsent) => !ended
const stands = (key: string) => stored().some(one => one.key === key)

/** Changes what stands there, whatever this tab knew of it. False: this phone could not keep it. */
function keep(change: (now: readonly Unsent[]) => readonly Unsent[]): boolean {
  const isKept = storage.write(PLACE, change(stored()))
  list.set(stored())
  return isKept
}

const drop = (key: string) => keep(now => now.filter(one => one.key !== key))

const ends = signal<Readonly<Record<string, number>>>({})

function end(one: Unsent, how: 'sent' | Problem): void {
  // Its person has left meanwhile, or has seen elsewhere how it ended.
  if (!stands(one.key)) return
  keep(now => now.map(other => (other.key === one.key ? { ...one, end: how } : other)))
  if (how === 'sent') files.forget(one.draft?.files ?? [])
  else giveBack(one)
  const [slice = ''] = one.call.split('.')
  ends.set({ ...ends.get(), [slice]: (ends.get()[slice] ?? 0) + 1 })
}

const giveBack = ({ draft }: Unsent): void => draft && putBack(draft)

/** Did the server decide? If not, the intent is still open and a second try must carry the same key. */
export const undecided = ({ status }: Problem): boolean => status === 0 || status === 429 || status >= 500

/** Calls an endpoint by its name. */
export const callByName = (name: CallName, input: unknown, key: string): Promise<Answer<unknown>> => {
  const [slice = '', verb = ''] = name.split('.')
  const verbs = api[slice as keyof Client] as unknown as Record<
    string,
    (input: unknown, key: string) => Promise<Answer<unknown>>
  >
  const call = verbs[verb]
  if (!call) throw new Error(`${name} is no endpoint`)
  return call(input, key)
}

export const queue = {
  use: list.use,
  useSending: sending.use,
  /** How often something of a slice, which had waited, has ended: what was asked before is of before. */
  useEnds: (slice: string): number => ends.use()[slice] ?? 0,
  /** The key under which the same thing waits already: meant twice, it is done once. */
  waiting: (call: CallName, input: unknown): string | undefined =>
    stored().find(
      one => waits(one) && one.call === call && JSON.stringify(one.input) === JSON.stringify(input),
    )?.key,
  /** Null: it could not be kept, and must not be called kept. */
  put: (one: Omit<Unsent, 'owner' | 'madeMs'>): Unsent | null => {
    const before = stored().find(({ key }) => key === one.key)
    const madeMs = before?.madeMs ?? Date.now()
    const kept = { ...one, draft: before?.draft ?? one.draft, owner: session.owner(), madeMs }
    return keep(now => [...now.filter(({ key }) => key !== one.key), kept]) ? kept : null
  },
  /** The page has had its answer itself, or the person has seen how it ended. */
  drop: (key: string): void => {
    if (stands(key)) drop(key)
  },
  takeBack: (one: Unsent): void => {
    if (!stands(one.key)) return
    giveBack(one)
    drop(one.key)
  },
}

let running: Promise<void> | null = null

/** Sends what waits, in the order in which it was meant; stops where there is no network. */
export const flush = (): Promise<void> => {
  running ??= sendAll().finally(() => {
    running = null
    sending.set(null)
  })
  return running
}

async function sendAll(): Promise<void> {
  for (const one of stored().filter(waits)) {
    // Whoever comes back after a long time is first known again: nothing is sent in the name of somebody else.
    if (!session.token() && !(await api.identity.me({})).ok) return
    const isMeant = stored().some(now => now.key === one.key && waits(now))
    if (session.owner() !== one.owner || !isMeant) continue
    if (Date.now() - one.madeMs > KEPT_MS) {
      end(one, tooOld())
      continue
    }
    sending.set(one.key)
    const answer = await callByName(one.call, one.input, one.key)
    if (answer.ok) end(one, 'sent')
    else if (undecided(answer.problem)) return
    else end(one, answer.problem)
  }
}

const tooOld = (): Problem => ({
  type: 'about:blank',
  requestId: '',
  code: 'network.too_old',
  title: words.tooOld,
  status: 0,
})

/** Called once by the app: what waits is sent when the network is back, and tried every so often meanwhile. */
export function watchQueue(): void {
  files.sweep()
  list.set(stored())
  if (process.env.TARO_ENV === 'h5')
    window.addEventListener('storage', ({ key }) => {
      // Null: all of it is gone.
      if (key === null || key.endsWith(`:${PLACE}`)) list.set(stored())
    })
  onOnline(() => void flush())
  setInterval(() => {
    if (list.get().some(waits)) void flush()
  }, AGAIN_MS)
}
