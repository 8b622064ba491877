// How fast the stream is followed, beside how fast it is written: by kind of change, and by what reacts to it.
import type { Moved, Reaction } from '../../../functions/src/platform/outbox'
import type { Table } from '../../../functions/src/platform/table'
import { PAGE_CHANGES } from '../../../functions/src/platform/table/follow'

interface Spent {
  readonly times: number
  readonly ms: number
  /** Of the table: each is a round trip. */
  readonly calls: number
}

export interface Pace {
  /** Changes that were read, by the type of their item. */
  readonly read: Readonly<Record<string, number>>
  /** How often each reaction was called, and for how long, waiting included. */
  readonly spent: Readonly<Record<string, Spent>>
  /** Seconds in which there was something to follow. */
  readonly seconds: number
  /** The longest from one page that ended the stream to the next, in seconds. */
  readonly longestBehind: number
}

const counting = (table: Table, count: () => void): Table => {
  const counted =
    <Asked extends unknown[], Reply>(call: (...asked: Asked) => Reply) =>
    (...asked: Asked): Reply => {
      count()
      return call(...asked)
    }
  return {
    get: counted(table.get),
    getAll: counted(table.getAll),
    query: counted(table.query),
    write: counted(table.write),
  }
}

export const openPace = () => {
  const read: Record<string, number> = {}
  const spent: Record<string, Spent> = {}
  let [seconds, longestBehind, atEndMs] = [0, 0, performance.now()]
  /** A page that is not full was the last when it was read. */
  const atEnd = () => {
    longestBehind = Math.max(longestBehind, (performance.now() - atEndMs) / 1000)
    atEndMs = performance.now()
  }
  return {
    measured: (reactions: readonly Reaction[]): readonly Reaction[] =>
      reactions.map(one => ({
        ...one,
        async react(table, moved) {
          const startedMs = performance.now()
          let made = 0
          try {
            await one.react(
              counting(table, () => made++),
              moved,
            )
          } finally {
            const { times = 0, ms = 0, calls = 0 } = spent[one.name] ?? {}
            spent[one.name] = {
              times: times + 1,
              ms: ms + performance.now() - startedMs,
              calls: calls + made,
            }
          }
        },
      })),
    /** A page of the stream, and what is done about it. */
    async page<Done>(moves: readonly Moved[], follow: () => Promise<Done>): Promise<Done> {
      if (moves.length < PAGE_CHANGES) atEnd()
      for (const { before, after } of moves) {
        const type = String((after ?? before)?.type ?? 'Sheet')
        read[type] = (read[type] ?? 0) + 1
      }
      const startedMs = performance.now()
      try {
        return await follow()
      } finally {
        seconds += (performance.now() - startedMs) / 1000
      }
    },
    changes: () => Object.values(read).reduce((sum, times) => sum + times, 0),
    told: (): Pace => ({ read: { ...read }, spent: { ...spent }, seconds, longestBehind }),
  }
}
