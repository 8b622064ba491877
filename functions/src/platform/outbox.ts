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

/** Lets every reaction see the changes, in order. The sequence of the first change that must be sent again, if any. */
export const deliver = async (
  table: Table,
  reactions: readonly Reaction[],
  moves: readonly Moved[],
  log: Log,
): Promise<string | undefined> => {
  for (const moved of moves) {
    const type: unknown = (moved.after ?? moved.before)?.type
    for (const reaction of reactions.filter(one => one.on === type))
      try {
        await reaction.react(table, moved)
      } catch (failure) {
        log('reaction_failed', { reaction: reaction.name, ...failureFields(failure) })
        return moved.sequence
      }
  }
  return undefined
}
