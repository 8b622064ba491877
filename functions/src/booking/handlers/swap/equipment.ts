/** What was wanted beside a room, as far as it is to be had with what is held in its place. */
import type { DaySheet, Span } from '@yike/shared/booking/calendar'
import { type Equipment, lackingOf } from '@yike/shared/booking/rules/equipment'
import { addDays, type LocalDate, localDate } from '@yike/shared/kernel/time'
import type { Offering } from '../../../circle/handlers'
import type { Table } from '../../../platform/table'
import { equipmentLeft, equipmentOf, equipmentParts } from '../../domain'
import { type BookingRecord, loadSheets } from '../../store'

/** A time at an offering. */
export interface Spot extends Span {
  readonly offering: Offering
}

export interface Candidate extends Spot {
  /** What is free there of the equipment that was wanted. */
  readonly equipment: readonly Equipment[]
}

/** What was first wanted beside the room: a swap that lacked some of it does not make it forgotten. */
export const wantedBy = ({ movedFrom, equipment }: BookingRecord): readonly Equipment[] =>
  movedFrom?.equipment ?? equipment ?? []

type SheetsOf = (name: string) => Promise<(on: LocalDate) => DaySheet | undefined>

/** A time at an offering, with as much of what is wanted as is free there by its sheets. */
export const equip = async (
  spot: Spot,
  wanted: readonly Equipment[],
  sheetsOf: SheetsOf,
): Promise<Candidate> => {
  const parts = equipmentParts(spot.offering, spot)
  const equipment: Equipment[] = []
  for (const { name, count } of wanted) {
    const most = spot.offering.equipment?.find(one => one.name === name)?.count
    const free = most === undefined ? 0 : Math.min(count, equipmentLeft(parts, await sheetsOf(name), most))
    if (free > 0) equipment.push({ name, count: free })
  }
  return { ...spot, equipment }
}

/** The same time once more, with what of its equipment is free at this moment. */
export const equipAnew = (table: Table, wished: BookingRecord, { offering, startAt, endAt }: Candidate) =>
  equip({ offering, startAt, endAt }, wantedBy(wished), async name => {
    const on = localDate(startAt)
    const thing = equipmentOf(offering, name)
    const sheets = await loadSheets(table, thing, addDays(on, -1), addDays(on, 1), { consistent: true })
    return date => sheets.get(date)?.taken
  })

/** Before all that is at another time. */
const AT_THE_SAME_TIME = -100

/**
 * What is to be tried first: the same time with at least some of each sort, then where the least is missing, by its share
 * of what was wanted.
 */
export const rankOf = ({ startAt }: Span, wanted: readonly Equipment[], candidate: Candidate): number => {
  const shares = lackingOf(wanted, candidate.equipment).map(
    ({ name, count }) => count / (wanted.find(one => one.name === name)?.count ?? count),
  )
  const missing = shares.reduce((sum, share) => sum + share, 0)
  const isHad = candidate.startAt === startAt && shares.every(share => share < 1)
  return isHad ? AT_THE_SAME_TIME + missing : missing
}
