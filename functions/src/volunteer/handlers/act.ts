/** What all verbs of a claim have in common: load → decide → save, once more if somebody was faster. */
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import type { Change, Table } from '../../platform/table'
import { type Case, type Doing, isRepeat, type May, moved } from '../domain'
import type { ClaimRecord } from '../store'

interface Errand<Refusal extends string, Broken extends string> {
  readonly doing: Doing
  /** Undefined: missing, or not the actor's; they cannot tell which. */
  readonly find: () => Promise<Case | undefined>
  readonly may: May<Refusal>
  readonly changes: (before: ClaimRecord, after: ClaimRecord) => readonly Change<Broken>[]
}

/** The case afterwards. */
export const act = async <Refusal extends string, Broken extends string>(
  table: Table,
  errand: Errand<Refusal, Broken>,
  looks = 2,
): Promise<
  Result<Case, Refusal | Broken | 'volunteer.wrong_state' | 'request.not_found' | 'request.busy'>
> => {
  const { doing, find, may, changes } = errand
  const found = await find()
  if (!found) return refuse('request.not_found')
  if (isRepeat(found.claim, doing)) return ok(found)
  const next = may(found, doing.minutes)
  if (!next.ok) return next
  const after = moved(found, next.value, doing)
  const saved = await table.write(changes(found.claim, after.claim))
  if (saved.ok) return ok(after)
  // The claim moved meanwhile, perhaps by this very request sent twice: decide again on what is there now.
  return saved.refusal.code === 'volunteer.wrong_state' && looks > 1 ? act(table, errand, looks - 1) : saved
}
