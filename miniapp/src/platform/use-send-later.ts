import type { Problem } from '@yike/shared/kernel/problem'
import { useState } from 'react'
import type { Answer } from './answer'
import type { Client } from './api'
import { type CallName, callByName, queue, type Unsent, undecided } from './queue'
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
}

/** As `useSend`, for what may as well arrive later: without network it is kept and sent when there is one. */
export function useSendLater<N extends CallName>(
  name: N,
  page: string,
  what: (input: InputOf<N>) => string,
  onStale?: (problem: Problem) => void,
): SendLater<InputOf<N>, ValueOf<N>> {
  const [key, setKey] = useState('')
  const all = queue.use()
  const sending = useSend<InputOf<N>, ValueOf<N>>(async (input, intent) => {
    // Changed since it was kept: what is meant now takes its place.
    if (key !== intent) queue.drop(key)
    const answer = (await callByName(name, input, intent)) as Answer<ValueOf<N>>
    if (answer.ok || !undecided(answer.problem)) queue.drop(intent)
    else if (answer.problem.status === 0) {
      const kept = queue.put({ key: intent, call: name, input, what: what(input), page })
      if (kept) setKey(intent)
    }
    return answer
  }, onStale)
  return { ...sending, unsent: all.find(one => one.key === key) ?? null }
}
