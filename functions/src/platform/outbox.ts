/**
 * What happens after a commit. The table's stream is the outbox: each committed change arrives here at least once and
 * in order per item, and every reaction does one effect that is harmless to repeat.
 */
import { failureFields, type Log } from './log'
import type { Change, Item, Table } from './table'

/** One committed change of one item. */
export interface Moved {
  readonly sequence: string
  readonly before: Item | undefined
  readonly after: Item | undefined
}

export interface Reaction {
  /** `slice.what`: stands in the log. */
  readonly name: string
  /** The `type` of items that it follows. */
  readonly on: string
  readonly react: (table: Table, moved: Moved) => Promise<void>
}

/**
 * The effect of a reaction. `done` is the refusal which says that there is nothing left to do; at any other one it
 * throws, so that the stream brings the change again.
 */
export const effect = async <Done extends string>(
  table: Table,
  changes: readonly Change<Done>[],
  done: Done,
): Promise<void> => {
  const saved = await table.write(changes)
  if (!saved.ok && saved.refusal.code !== done)
    throw new Error(`a reaction was refused: ${saved.refusal.code}`)
}

/** So many items are followed at a time: the waiting for one effect is the time of another. */
export const ITEMS_AT_ONCE = 32

/**
 * Lets every reaction see the changes: those of one item in order, and `atOnce` items beside each other, for a stream
 * promises no order between items. The sequence of the first change that must be sent again with all behind it, if any.
 */
export const deliver = async (
  table: Table,
  reactions: readonly Reaction[],
  moves: readonly Moved[],
  log: Log,
  atOnce = 1,
): Promise<string | undefined> => {
  let firstFailed = moves.length
  const follow = async (nth: number, moved: Moved): Promise<void> => {
    const type: unknown = (moved.after ?? moved.before)?.type
    for (const reaction of reactions.filter(one => one.on === type)) {
      // What comes behind a failure is sent again anyway.
      if (nth >= firstFailed) return
      try {
        await reaction.react(table, moved)
      } catch (failure) {
        log('reaction_failed', { reaction: reaction.name, ...failureFields(failure) })
        firstFailed = Math.min(firstFailed, nth)
      }
    }
  }
  const queue = moves.entries()
  const last = new Map<string, Promise<void>>()
  const worker = async () => {
    for (const [nth, moved] of queue) {
      const { pk, sk } = moved.after ?? moved.before ?? {}
      const item = `${pk} ${sk}`
      const done = (last.get(item) ?? Promise.resolve()).then(() => follow(nth, moved))
      last.set(item, done)
      await done
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return moves[firstFailed]?.sequence
}
