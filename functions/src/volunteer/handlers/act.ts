/** What all verbs of a claim have in common. */
import type { NextAction } from '@yike/shared/kernel/problem'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import { moveCase } from '../../platform/case'
import type { Change, Table } from '../../platform/table'
import { type Case, type Doing, isRepeat, type May, moved } from '../domain'
import type { ClaimRecord } from '../store'

interface Errand<Refusal extends string, Broken extends string> {
  readonly doing: Doing
  /** The version of the claim that the actor has read. */
  readonly seen: number
  readonly find: () => Promise<Case | undefined>
  readonly may: May<Refusal>
  readonly changes: (before: ClaimRecord, after: ClaimRecord) => readonly Change<Broken>[]
  readonly instead?: (found: Case, code: string) => Promise<readonly NextAction[]>
}

/** The case afterwards. */
export const act = <Refusal extends string, Broken extends string>(
  table: Table,
  { doing, seen, find, may, changes, instead }: Errand<Refusal, Broken>,
): Promise<Result<Case, Refusal | Broken | 'volunteer.wrong_state' | 'request.not_found' | 'request.busy'>> =>
  moveCase<Case, Refusal | 'volunteer.wrong_state', Broken | 'volunteer.wrong_state'>(table, {
    find,
    isRepeat: ({ claim }) => isRepeat(claim, doing, seen),
    decide(found) {
      if (found.claim.version !== seen) return refuse('volunteer.wrong_state')
      const state = may(found, doing.minutes)
      return state.ok ? ok(moved(found, state.value, doing)) : state
    },
    changes: (before, after) => changes(before.claim, after.claim),
    stale: 'volunteer.wrong_state',
    ...(instead && { instead }),
  })
