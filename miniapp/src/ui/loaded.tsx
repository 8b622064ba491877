import type { ReactNode } from 'react'
import type { Query } from '../platform/use-query'
import { Failure } from './failure'
import { Notice, Skeleton } from './states'

interface LoadedProps<T> {
  query: Query<T> & { readonly refresh: () => Promise<void> }
  /** Instead of the children when there is nothing yet; left out, the children show that themselves. */
  empty?: ReactNode
  /** The shape of what is coming. */
  waiting?: ReactNode
  /** A lesser part of a page: it fails in one line. */
  brief?: boolean
  children: (value: T) => ReactNode
}

/** A question and its four states. What was known before stays on the page when the new answer fails. */
export function Loaded<T>({ query, empty, waiting = <Skeleton />, brief, children }: LoadedProps<T>) {
  if (query.state === 'loading') return waiting
  const failed = query.state === 'error' || query.state === 'offline'
  // The page says once that there is no network.
  if (query.state === 'offline' && query.value === null && brief) return null
  if (failed && query.value === null && brief) return <Notice tone="quiet">{query.problem.title}</Notice>
  if (failed && query.value === null) return <Failure problem={query.problem} onRetry={query.refresh} />
  // One shape in every state: what somebody has begun on the page stays when the network goes, and when it is back.
  return (
    <>
      {query.state === 'error' && <Notice tone="waiting">{query.problem.title}</Notice>}
      {query.state === 'empty' && empty !== undefined ? empty : children(query.value as T)}
    </>
  )
}
