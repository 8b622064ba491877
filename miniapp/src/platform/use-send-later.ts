import type { Problem } from '@yike/shared/kernel/problem'
import { useRef, useState } from 'react'
import type { Answer } from './answer'
import type { Client } from './api'
import { type CallName, callByName, queue, type Unsent, undecided } from './queue'
import { storage } from './storage'
import type { Draft } from './use-draft'
import { type Send, useSend } from './use-send'

type CallOf<N extends CallName> = N extends `${infer S extends keyof Client}.${infer V}`
  ? V extends keyof Client[S]
    ? Client[S][V]
    : never
  : never
type InputOf<N extends CallName> = CallOf<N> extends (input: infer I, ...rest: never[]) => unknown ? I : never
type ValueOf<N extends CallName> =
  CallOf<N> extends (...args: never[]) => Promise<Answer<infer T>> ? T : never

interface SendLater<I, T> extends Send<I, T> {
  /** It met no network and waits on this phone, or has ended since; null: there is no such thing. */
  readonly unsent: Unsent | null
  /** It waits or was sent: there is nothing left to press. */
  readonly away: boolean
}

interface Later<I> {
  onStale?: ((problem: Problem) => void) | undefined
  /** Where it was written: it leaves there with what is kept, or it would be sent once more. */
  draft?: Draft | undefined
  /** What it is about, as the input names it: what waits of that already is shown, on whatever page it was meant. */
  about?: Partial<I> | undefined
}

/** It is such a call, and its input names these. */
export const isAbout = ({ call, input }: Unsent, name: CallName, about: object): boolean =>
  call === name &&
  Object.entries(about).every(([field, value]) => (input as Record<string, unknown>)[field] === value)

/** As `useSend`, for what may as well arrive later: without network it is kept and sent when there is one. */
export function useSendLater<N extends CallName>(
  name: N,
  page: string,
  what: (input: InputOf<N>) => string,
  { onStale, draft, about }: Later<InputOf<N>> = {},
): SendLater<InputOf<N>, ValueOf<N>> {
  const [last, setLast] = useState<Unsent | null>(null)
  // The list is drawn before this page's own state: what was kept here is known as such at once.
  const mine = useRef('')
  const list = queue.use()
  const kept =
    list.find(({ key }) => key === last?.key || key === mine.current) ??
    (about && list.find(one => !one.end && isAbout(one, name, about)))
  // The page remembers how it ended also when the person has seen it.
  if (kept && kept !== last) setLast(kept)
  const sending = useSend<InputOf<N>, ValueOf<N>>(async (input, intent) => {
    const key = queue.waiting(name, input) ?? intent
    // Changed since it was kept: what is meant now takes its place.
    if (kept && kept.key !== key) queue.drop(kept.key)
    const answer = (await callByName(name, input, key)) as Answer<ValueOf<N>>
    if (answer.ok || !undecided(answer.problem)) {
      queue.drop(key)
      return answer
    }
    if (answer.problem.status !== 0) return answer
    const written = draft && {
      place: draft.place,
      value: storage.read(draft.place),
      ...(draft.files && { files: draft.files }),
    }
    mine.current = key
    const one = queue.put({ key, call: name, input, what: what(input), page, draft: written })
    if (!one) return answer
    draft?.forget()
    setLast(one)
    return null
  }, onStale)
  const unsent = kept ?? (last?.end === 'sent' ? last : null)
  return { ...sending, unsent, away: unsent !== null && (!unsent.end || unsent.end === 'sent') }
}
