import { useDidShow } from '@tarojs/taro'
import type { Problem } from '@yike/shared/kernel/problem'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answer } from './answer'
import { cache, sliceOf } from './cache'
import { useOnline } from './network'
import { queue } from './queue'
import { session } from './session'
import { together } from './together'
import { useRepeat } from './use-repeat'
import { useShown } from './use-shown'

/**
 * What a page knows of its question. `offline` and `error` keep the last answer where there is one, and the server has
 * not said that it is not for this reader;
 * `atMs` is when that was. `fresh: false` means: from the last visit, the new answer is on its way.
 */
export type Query<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T; readonly fresh: boolean }
  | { readonly state: 'empty'; readonly value: T; readonly fresh: boolean }
  | {
      readonly state: 'offline' | 'error'
      readonly problem: Problem
      readonly value: T | null
      readonly atMs: number | null
    }

/** The answer as the server gives it now, not as this phone remembers it: what one may decide on. */
export const isFresh = (query: Query<unknown>): boolean =>
  (query.state === 'ready' || query.state === 'empty') && query.fresh

interface Options<T> {
  /** The key of a wider question: its answer tells what this one asks, until this one is answered. */
  within?: string
  /** When the answer counts as "nothing here yet"; an empty array does anyway. */
  empty?: (value: T) => boolean
}

const FRESH_MS = 3_000
/** A question that reached nobody is asked again so often: not every network says when it is back. */
const RETRY_MS = 4_000

/** The server has said that there is nothing here for this reader (any more): what this phone knows is not theirs to see. */
const isClosed = ({ status }: Problem): boolean =>
  status >= 400 && status < 500 && ![401, 429].includes(status)

const noEntries = (value: unknown): boolean => Array.isArray(value) && value.length === 0

/**
 * Last answer first, then the fresh one; asks again whenever the page is shown again, and when the network is back.
 * `key` names the question (`circle.near:elderCare`); null waits, e.g. for a position.
 */
export function useQuery<T>(
  key: string | null,
  ask: () => Promise<Answer<T>>,
  { empty = noEntries, within }: Options<T> = {},
): Query<T> & { readonly refresh: () => Promise<void> } {
  const answered = (value: T, fresh: boolean): Query<T> => ({
    state: empty(value) ? 'empty' : 'ready',
    value,
    fresh,
  })
  const remembered = (): Query<T> => {
    const kept =
      key === null ? null : (cache.readCurrent<T>(key) ?? (within ? cache.readCurrent<T>(within) : null))
    return kept === null ? { state: 'loading' } : answered(kept, false)
  }
  const [shown, setShown] = useState(() => ({ key, query: remembered() }))
  // The page draws itself anew with new functions; asking again depends on the key alone.
  const latest = useRef({ key, ask, answered, within, at: 0, turn: 0, changes: 0 })
  Object.assign(latest.current, { key, ask, answered, within })

  const refresh = useCallback(async () => {
    const name = latest.current.key
    if (name === null) return
    const turn = latest.current.turn + 1
    const changes = cache.changesOf(name)
    Object.assign(latest.current, { at: Date.now(), turn, changes })
    const asker = session.owner()
    const answer = await latest.current.ask()
    // The page has moved on to another question, or asked this one again since: what comes late is of before.
    if (latest.current.key !== name || latest.current.turn !== turn) return
    if (cache.changesOf(name) !== changes) return refresh()
    if (answer.ok) {
      // Whoever asked has left: the answer is nobody's to keep.
      if (asker && asker !== session.owner()) return
      cache.write(name, answer.value)
      await together(() => setShown({ key: name, query: latest.current.answered(answer.value, true) }))
      return
    }
    const { problem } = answer
    if (isClosed(problem)) cache.forget(name)
    const state = problem.code === 'network.offline' ? 'offline' : 'error'
    const source = cache.read(name) === null && !isClosed(problem) ? (latest.current.within ?? name) : name
    const last = { value: cache.read<T>(source), atMs: cache.atMs(source) }
    await together(() => setShown({ key: name, query: { state, problem, ...last } }))
  }, [])

  useEffect(() => {
    if (key !== null) refresh()
  }, [key, refresh])
  const failed = shown.query.state === 'offline'
  useDidShow(() => {
    const { key: name, at, changes } = latest.current
    if (name === null || at === 0) return
    const hasChanged = cache.changesOf(name) !== changes
    // What was changed from here, on a page above, is not shown as it was before.
    if (hasChanged) setShown({ key: name, query: remembered() })
    if (failed || hasChanged || Date.now() - at > FRESH_MS) refresh()
  })
  useRepeat(failed ? RETRY_MS : null, refresh)
  const ends = queue.useEnds(key === null ? '' : sliceOf(key))
  const endsBefore = useRef(ends)
  const isShown = useShown()
  useEffect(() => {
    const hasEnded = ends !== endsBefore.current
    endsBefore.current = ends
    if (hasEnded && isShown.current) refresh()
  }, [ends, isShown, refresh])
  const online = useOnline()
  const wasOnline = useRef(online)
  useEffect(() => {
    const isBack = online && !wasOnline.current
    wasOnline.current = online
    if (isBack && failed) refresh()
  }, [online, failed, refresh])

  return { ...(shown.key === key ? shown.query : remembered()), refresh }
}
