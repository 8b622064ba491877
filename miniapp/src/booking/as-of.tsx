import { instantOf } from '@yike/shared/kernel/time'
import { now, spokenMoment } from '../platform/spoken'
import type { Query } from '../platform/use-query'
import { Notice } from '../ui'
import { words } from './words'

/** Without network: when it was that so many places were left. */
export function AsOf({ query }: { query: Query<unknown> }) {
  if (query.state !== 'offline' || query.atMs === null) return null
  return <Notice tone="waiting">{words.asOf(spokenMoment(instantOf(query.atMs), now()))}</Notice>
}
