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
  if (query.state === 'empty') return empty ?? children(query.value)
  if (query.state === 'ready') return children(query.value)
  if (query.value === null && brief) return <Notice tone="quiet">{query.problem.title}</Notice>
  if (query.value === null) return <Failure problem={query.problem} onRetry={query.refresh} />
  return (
    <>
      {query.state === 'error' && <Notice tone="waiting">{query.problem.title}</Notice>}
      {children(query.value)}
    </>
  )
}
