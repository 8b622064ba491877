import type { Waiting } from '@yike/shared/workbench/schema'
import type { Line } from './line'

/** What a tab remembers of the line that stands open: whose tab it is, and what of. A task stands for the hours reported of it. */
export const keptOf = (owner: string, { kind, caseId, offeringId = '' }: Waiting): string =>
  [owner, kind, caseId, offeringId].join(' ')

/**
 * Where a tab begins: with what its owner had open in it before, if that still waits; else at the first. `isMet`: its
 * reader chose it, or nobody slid it before them.
 */
export function beginningIn(
  lines: readonly Line[],
  owner: string,
  kept: string | null,
): { index: number; isMet: boolean } {
  const index = lines.findIndex(line => keptOf(owner, line) === kept)
  // Of several reports it is not known which had been read.
  if (index >= 0) return { index, isMet: !lines[index]?.reports }
  return { index: 0, isMet: !kept?.startsWith(`${owner} `) }
}
