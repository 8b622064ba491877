import { instantOf } from '@yike/shared/kernel/time'
import { now, spokenMoment } from '../platform/spoken'
import type { Query } from '../platform/use-query'
import { Notice } from './states'

interface AsOfProps {
  query: Query<unknown>
  say: (when: string) => string
}

/** Without network: when it was that what is shown was seen. */
export function AsOf({ query, say }: AsOfProps) {
  if (query.state !== 'offline' || query.value === null || query.atMs === null) return null
  return <Notice tone="waiting">{say(spokenMoment(instantOf(query.atMs), now()))}</Notice>
}
