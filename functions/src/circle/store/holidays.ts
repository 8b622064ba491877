/** The notices of years that staff have entered: the same for everybody, and read by every process. */
import type { Id } from '@yike/shared/kernel/id'
import type { Instant } from '@yike/shared/kernel/time'
import { learnNotice, type Notice } from '@yike/shared/kernel/workday'
import { absent, equal } from '../../platform/condition'
import { keys } from '../../platform/keys'
import { type Change, queryAll, recordOf, type Table } from '../../platform/table'

export interface EnteredNotice extends Notice {
  readonly year: number
  readonly version: number
  readonly enteredAt: Instant
  readonly actorId: Id<'resident'>
}

export const loadNotices = async (table: Table): Promise<EnteredNotice[]> =>
  (await queryAll(table, { pk: keys.holidays('').pk, consistent: true })).map(item =>
    recordOf<EnteredNotice>(item),
  )

/** In place of the version that was seen. */
export const noticeChange = (notice: EnteredNotice): Change<'circle.notice_moved'> => ({
  put: { ...keys.holidays(notice.year), type: 'Holidays', ...notice },
  if: notice.version === 1 ? absent() : equal('version', notice.version - 1),
  else: 'circle.notice_moved',
})

const READ_EVERY_MS = 60_000

/** Makes a process know what staff have entered: once a minute, whenever it is asked. Where the table is busy it knows what it knew. */
export const openLearning = (table: Table): ((ms: number) => Promise<void>) => {
  let readAtMs = Number.NEGATIVE_INFINITY
  return async ms => {
    if (ms - readAtMs < READ_EVERY_MS) return
    readAtMs = ms
    try {
      for (const notice of await loadNotices(table)) learnNotice(notice.year, notice)
    } catch {
      readAtMs = Number.NEGATIVE_INFINITY
    }
  }
}
