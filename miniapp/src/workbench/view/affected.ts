import type { Affected } from '@yike/shared/booking/schema/affected'

/**
 * All whom a change hits, a page at a time: once it is made nobody can tell any more what would have been held for those
 * who were not read. As far as it could be read, where a page does not come.
 */
export async function readToEnd(
  found: Affected,
  askAfter: (after: Affected['affected'][number]['bookingId']) => Promise<Affected | null>,
): Promise<Affected> {
  const last = found.affected.at(-1)
  if (!last || found.affected.length >= found.count) return found
  const next = await askAfter(last.bookingId)
  if (!next || next.affected.length === 0) return found
  return readToEnd({ ...next, affected: [...found.affected, ...next.affected] }, askAfter)
}
