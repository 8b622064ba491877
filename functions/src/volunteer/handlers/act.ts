/** What all verbs of a claim have in common: load → decide → save, once more if somebody was faster. */
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import type { Change, Table } from '../../platform/table'
import { type Case, type Doing, isRepeat } from '../domain'
import type { ClaimRecord } from '../store'

export interface Errand<C extends Case, Refusal extends string, Broken extends string> {
  readonly doing: Doing
  /** Undefined: missing, or not the actor's; they cannot tell which. */
  readonly find: () => Promise<C | undefined>
  /** The case afterwards, and the changes that make it so. */
  readonly decide: (of: C) => Result<Decided<C, Broken>, Refusal>
}

interface Decided<C extends Case, Broken extends string> {
  readonly after: C & { readonly claim: ClaimRecord }
  readonly changes: readonly Change<Broken>[]
}

export const act = async <C extends Case, Refusal extends string, Broken extends string>(
  table: Table,
  errand: Errand<C, Refusal, Broken>,
  looks = 2,
): Promise<
  Result<C & { readonly claim: ClaimRecord }, Refusal | Broken | 'request.not_found' | 'request.busy'>
> => {
  const found = await errand.find()
  if (!found) return refuse('request.not_found')
  const { claim } = found
  if (claim && isRepeat(claim, errand.doing)) return ok({ ...found, claim })
  const decided = errand.decide(found)
  if (!decided.ok) return decided
  const saved = await table.write(decided.value.changes)
  if (saved.ok) return ok(decided.value.after)
  // The claim moved meanwhile, perhaps by this very request sent twice: decide again on what is there now.
  return saved.refusal.code === 'volunteer.wrong_state' && looks > 1 ? act(table, errand, looks - 1) : saved
}
