/** Bookings of a series that are moved together: in one write, told in one message. */
import type { Id } from '@yike/shared/kernel/id'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import { type Change, MOST_CHANGES, type Table } from '../../../platform/table'
import { decide } from '../../domain'
import type { Doing } from '../../domain/step'
import { type BookingRecord, loadSeries, type Moving, moveAllChanges } from '../../store'

/** Somebody else may be faster with some of them: so often it is looked again which can still be moved. */
const TRIES = 4

type Verb = 'approve' | 'decline' | 'cancel'

interface Together<Over extends string> {
  readonly seriesId: Id<'series'>
  readonly verb: Verb
  readonly doing: Doing
  /** Which of them are meant. */
  readonly meant: (booking: BookingRecord) => boolean
  /** What the write asks beside. */
  readonly also?: readonly Change<Over>[]
}

/** All of the series afterwards. Whoever cannot be moved stays as they are. */
export const moveTogether = async <Over extends string = never>(
  table: Table,
  { seriesId, verb, doing, meant, also = [] }: Together<Over>,
): Promise<Result<readonly BookingRecord[], Over | 'request.not_found' | 'request.busy'>> => {
  for (let left = TRIES; left > 0; left--) {
    const found = await loadSeries(table, seriesId)
    if (!found) return refuse('request.not_found')
    const moves = found.bookings.filter(meant).flatMap((before): Moving[] => {
      const next = decide[verb](before, doing)
      return next.ok ? [{ before, after: next.value }] : []
    })
    if (moves.length === 0) return ok(found.bookings)
    let isMoved = true
    for (const group of inWrites(moves, MOST_CHANGES - also.length)) {
      const saved = await table.write<'booking.wrong_state' | Over>([
        ...moveAllChanges(asOne(group)),
        ...also,
      ])
      if (saved.ok) continue
      const { code } = saved.refusal
      if (code !== 'booking.wrong_state') return refuse(code as Over | 'request.busy')
      isMoved = false
      break
    }
    if (isMoved) {
      const after = new Map(moves.map(move => [move.before.bookingId, move.after]))
      return ok(found.bookings.map(one => after.get(one.bookingId) ?? one))
    }
  }
  return refuse('request.busy')
}

/** The first of them speaks for all. */
const asOne = (moves: readonly Moving[]): Moving[] =>
  moves.length === 1
    ? [...moves]
    : moves.map(({ before, after }, nth) => ({
        before,
        after: {
          ...after,
          together: {
            at: after.timeline.at(-1)?.at ?? after.startAt,
            ...(nth === 0 && { of: moves.length }),
          },
        },
      }))

/** As many as one transaction takes. */
const inWrites = (moves: readonly Moving[], most: number): Moving[][] => {
  const groups: Moving[][] = []
  let group: Moving[] = []
  for (const move of moves) {
    if (group.length > 0 && moveAllChanges([...group, move]).length > most) {
      groups.push(group)
      group = []
    }
    group.push(move)
  }
  return group.length > 0 ? [...groups, group] : groups
}
