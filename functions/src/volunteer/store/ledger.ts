/** The time bank: entries are only ever added, and each is added together with the balance that it changes. */
import type { Id } from '@yike/shared/kernel/id'
import type { Instant } from '@yike/shared/kernel/time'
import { absent } from '../../platform/condition'
import { keys } from '../../platform/keys'
import type { Change, Table } from '../../platform/table'

/** One side of a transfer in the time bank. */
export interface LedgerEntry {
  readonly accountId: string
  /** The same on both sides, which add up to nothing. */
  readonly transferId: Id<'entry'>
  readonly minutes: number
  readonly at: Instant
  readonly taskId: Id<'task'>
  readonly volunteerId: Id<'resident'>
  readonly confirmedBy: Id<'resident'>
}

const entryChange = (entry: LedgerEntry): Change<'request.busy'> => ({
  put: { ...keys.ledgerEntry(entry.accountId, entry.transferId), type: 'LedgerEntry', ...entry },
  if: absent(),
  else: 'request.busy',
})

/**
 * Both entries, and the volunteer's balance. The community keeps no balance item: all its confirmations
 * would contend for it, and it is minus the sum of its volunteers' balances.
 */
export const transferChanges = ([community, volunteer]: readonly [
  LedgerEntry,
  LedgerEntry,
]): Change<'request.busy'>[] => [
  entryChange(community),
  entryChange(volunteer),
  { update: keys.account(volunteer.accountId), add: { balanceMinutes: volunteer.minutes } },
]

export const loadBalance = async (table: Table, volunteerId: Id<'resident'>): Promise<number> =>
  (await table.get(keys.account(volunteerId), { consistent: true }))?.balanceMinutes ?? 0
