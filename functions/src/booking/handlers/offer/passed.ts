/** Who is passed over keeps their place, and reads why. */
import type { Instant } from '@yike/shared/kernel/time'
import type { Table } from '../../../platform/table'
import { decide, whySkipped } from '../../domain'
import { type BookingRecord, moveChanges } from '../../store'

/** Who waited first by what holds no longer, as they wait from now on; done where somebody else has moved it meanwhile. */
export const notFirst = async (
  table: Table,
  wait: BookingRecord,
  now: Instant,
): Promise<'done' | BookingRecord> => {
  const { queued, ...rest } = wait
  const passed =
    queued &&
    decide.skip(
      { ...rest, queued: { ...queued, first: undefined } },
      { part: 'clock', now, note: whySkipped('booking.not_first') },
    )
  if (!passed?.ok) return 'done'
  const saved = await table.write(moveChanges(wait, passed.value))
  if (!saved.ok && saved.refusal.code === 'request.busy') throw new Error('a waiting list met a busy table')
  return saved.ok ? passed.value : 'done'
}

/** They keep their place and read why; the same reason twice is told once. */
export const skip = async (
  table: Table,
  wait: BookingRecord,
  code: string,
  detail: string | undefined,
  now: Instant,
): Promise<'done'> => {
  const note = whySkipped(code, detail)
  const last = wait.timeline.at(-1)
  if (last?.verb === 'skip' && last.note === note) return 'done'
  const next = decide.skip(wait, { part: 'clock', now, note })
  const saved = next.ok && (await table.write(moveChanges(wait, next.value)))
  if (saved && !saved.ok && saved.refusal.code === 'request.busy')
    throw new Error('a passing over met a busy table')
  return 'done'
}
