/** What is taken and counted, as plans are made over it: each plan finds what those before it take. */
import {
  type DayPart,
  type DaySheet,
  dayParts,
  quartersOf,
  type Span,
  type Taken,
  takenSpan,
} from '@yike/shared/booking/calendar'
import { type UsedFacts, usedFacts } from '@yike/shared/booking/rules/quota'
import type { LocalDate } from '@yike/shared/kernel/time'
import type { BookingRecord } from '../store'
import type { Placed } from './place'
import type { FullCode, OwnedUse } from './taking'

type Counted = Pick<OwnedUse, 'ownerId' | 'name' | 'month' | 'amount'>

/** What is taken and counted already. */
export interface Books {
  readonly takenOn: (thingId: string, on: LocalDate) => DaySheet
  readonly counted: (use: Counted) => number
}

interface Part {
  readonly taken: Taken
  readonly part: DayPart
  readonly quarters: readonly number[]
}

const partsOf = (span: Span, taken: Taken): Part[] =>
  dayParts(takenSpan(span, taken)).map(part => ({ taken, part, quarters: quartersOf(part) }))

/** What there is not enough of, in the order in which the write would say it. */
export const lackOf = (
  { booking, takings, uses }: Placed,
  { takenOn, counted }: Books,
): FullCode | 'booking.quota_used' | undefined => {
  const full = takings.find(({ taken, capacity }) =>
    partsOf(booking, taken).some(({ part, quarters }) => {
      const sheet = takenOn(taken.thingId, part.on)
      return quarters.some(quarter => (sheet[quarter] ?? 0) + (taken.units ?? 1) > capacity)
    }),
  )?.full
  return full ?? (usedUp(uses, counted) ? 'booking.quota_used' : undefined)
}

/** Which of these rations is used up: what is free again last holds longest. Undefined: none is. */
export const usedUp = (uses: readonly OwnedUse[], counted: Books['counted']): UsedFacts | undefined => {
  const [last] = uses
    .filter(use => counted(use) + use.amount > use.most)
    .sort((one, other) => (one.nextOn < other.nextOn ? 1 : -1))
  return last && usedFacts(last, counted(last))
}

const nameOf = ({ ownerId, month, name }: Counted) => `${ownerId} ${month} ${name}`

/** Books that are written on as plans are made. */
export interface Ledger extends Books {
  readonly book: (placed: Placed) => void
  readonly giveBack: (held: BookingRecord) => void
}

export const openLedger = (books: Books): Ledger => {
  const sheets = new Map<string, Record<number, number>>()
  const counts = new Map<string, number>()
  const takenOn: Books['takenOn'] = (thingId, on) =>
    sheets.get(`${thingId} ${on}`) ?? books.takenOn(thingId, on)
  const counted: Books['counted'] = use => counts.get(nameOf(use)) ?? books.counted(use)
  const write = (span: Span, takes: readonly Taken[], uses: readonly Counted[], sign: 1 | -1) => {
    for (const { taken, part, quarters } of takes.flatMap(one => partsOf(span, one))) {
      const sheet = { ...takenOn(taken.thingId, part.on) }
      for (const quarter of quarters) sheet[quarter] = (sheet[quarter] ?? 0) + sign * (taken.units ?? 1)
      sheets.set(`${taken.thingId} ${part.on}`, sheet)
    }
    for (const use of uses) counts.set(nameOf(use), counted(use) + sign * use.amount)
  }
  return {
    takenOn,
    counted,
    book({ booking, takings, uses }) {
      write(
        booking,
        takings.map(({ taken }) => taken),
        uses,
        1,
      )
    },
    giveBack: held => write(held, held.takes, held.uses ?? [], -1),
  }
}
