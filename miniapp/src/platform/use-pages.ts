import { useState } from 'react'
import type { Answer } from './answer'
import { type Query, useQuery } from './use-query'

/** A list as the API pages it. */
interface Page {
  readonly cursor?: string | undefined
}

interface Pages<P> {
  readonly first: Query<P> & { readonly refresh: () => Promise<void> }
  /** Every page that was read, the first included; empty until there is one. */
  readonly pages: readonly P[]
  /** Reads the next page; absent at the end of the list. */
  readonly more: (() => Promise<void>) | undefined
  readonly busy: boolean
}

const answerOf = <P>(query: Query<P>): P | null => (query.state === 'loading' ? null : query.value)

/** A question whose answer goes on: the first page as `useQuery` has it, the next ones when they are wanted. */
export function usePages<P extends Page>(
  key: string | null,
  ask: (cursor?: string) => Promise<Answer<P>>,
  options: { empty: (first: P) => boolean },
): Pages<P> {
  const first = useQuery(key, () => ask(), options)
  const [rest, setRest] = useState<{ key: string | null; from?: string | undefined; pages: P[] }>({
    key: null,
    pages: [],
  })
  const [busy, setBusy] = useState(false)
  const head = answerOf(first)
  // Pages that continue another first page are not shown with this one.
  const follows = rest.key === key && rest.from === head?.cursor ? rest.pages : []
  const cursor = (follows.at(-1) ?? head)?.cursor

  const more = async () => {
    if (busy || !cursor) return
    setBusy(true)
    const answer = await ask(cursor)
    setBusy(false)
    if (answer.ok) setRest({ key, from: head?.cursor, pages: [...follows, answer.value] })
    else await first.refresh()
  }
  return { first, pages: head ? [head, ...follows] : [], more: cursor ? more : undefined, busy }
}
