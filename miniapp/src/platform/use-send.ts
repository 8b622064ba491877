import type { Problem } from '@yike/shared/kernel/problem'
import { useRef, useState } from 'react'
import type { Answer } from './answer'
import { undecided } from './queue'
import { isStale } from './use-stale'

/** 128 random bits as text. Not a secret, only unlikely to repeat. */
const newKey = (): string =>
  Array.from({ length: 4 }, () => Math.random().toString(36).slice(2, 10).padEnd(8, '0')).join('')

export interface Send<I, T> {
  /** Resolves to the value, or null when it was refused (then `problem` says why). A second tap while busy does nothing. */
  readonly send: (input: I) => Promise<T | null>
  readonly busy: boolean
  readonly problem: Problem | null
  readonly clear: () => void
}

/**
 * For buttons that change something: `useSend((input, key) => api.booking.place(input, key))`. One key per intent.
 * A call that answers null has handed the intent on: it is neither done nor refused. That the case has moved meanwhile concerns the whole page: given `onStale`, that is told there and is no `problem` here.
 */
export function useSend<I, T>(
  call: (input: I, key: string) => Promise<Answer<T> | null>,
  onStale?: (problem: Problem) => void,
): Send<I, T> {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const intent = useRef({ key: '', text: '', busy: false })

  const send = async (input: I): Promise<T | null> => {
    const now = intent.current
    if (now.busy) return null
    const text = JSON.stringify(input)
    if (now.key === '' || now.text !== text) Object.assign(now, { key: newKey(), text })
    now.busy = true
    setBusy(true)
    setProblem(null)
    const answer = await call(input, now.key).finally(() => {
      now.busy = false
      setBusy(false)
    })
    if (!answer || answer.ok || !undecided(answer.problem)) now.key = ''
    if (!answer) return null
    if (answer.ok) return answer.value
    if (onStale && isStale(answer.problem)) onStale(answer.problem)
    else setProblem(answer.problem)
    return null
  }
  return { send, busy, problem, clear: () => setProblem(null) }
}
