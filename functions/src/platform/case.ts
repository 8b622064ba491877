/** One move of a case (a booking, a request, a claim): load → decide → save, whatever else happens to it meanwhile. */
import type { NextAction } from '@yike/shared/kernel/problem'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import type { Change, Table } from './table'

export interface Move<Case, Refusal extends string, Broken extends string> {
  /** Undefined: missing, or not the actor's; they cannot tell which. */
  readonly find: () => Promise<Case | undefined>
  /** Is what was last done to it this very move? A retry and a double tap find it done. */
  readonly isRepeat: (found: Case) => boolean
  /** The case afterwards, or why not. */
  readonly decide: (found: Case) => Result<Case, Refusal>
  readonly changes: (before: Case, after: Case) => readonly Change<Broken>[]
  /** The refusal that means: somebody else has moved the case since it was read. */
  readonly stale: Broken
  /** What to do instead of a move that is refused, where the case knows better than the error table. */
  readonly instead?: (found: Case, code: string) => Promise<readonly NextAction[]>
}

/** The case afterwards. Whoever was slower looks once more; `decide` says whether what is there now may still be moved. */
export const moveCase = async <Case, Refusal extends string, Broken extends string>(
  table: Table,
  move: Move<Case, Refusal, Broken>,
  looks = 2,
): Promise<Result<Case, Refusal | Broken | 'request.not_found' | 'request.busy'>> => {
  const found = await move.find()
  if (!found) return refuse('request.not_found')
  if (move.isRepeat(found)) return ok(found)
  // What refuses may be this very move, sent twice: a second look finds it done.
  const lookAgain = () => moveCase(table, move, looks - 1)
  const next = move.decide(found)
  if (!next.ok) {
    if (looks > 1) return lookAgain()
    const { code, ...more } = next.refusal
    return refuse(code, { ...more, ...(move.instead && { next: await move.instead(found, code) }) })
  }
  const saved = await table.write(move.changes(found, next.value))
  if (saved.ok) return next
  return saved.refusal.code === move.stale && looks > 1 ? lookAgain() : saved
}
