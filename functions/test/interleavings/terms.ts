/**
 * A class of which a seat is waited for while staff close its hour, open it again and put one more carer on duty, and the
 * stream tells of it all in between. Watches each write that comes through: nothing may be taken of a closed hour.
 */
import { holds } from '@yike/shared/booking/lifecycle'
import { instantAt } from '@yike/shared/kernel/time'
import type fc from 'fast-check'
import type { Table } from '../../src/platform/table'
import { type Books, readBooks } from '../books'
import { nextTable } from '../long'
import { createMeter } from '../meter'
import { type Answer, createWorld, type Person } from '../world'
import { createTurns } from './turns'

export type Act =
  | {
      readonly by: 'resident'
      readonly who: number
      readonly verb: 'place' | 'join' | 'cancel' | 'accept' | 'pass'
    }
  | { readonly by: 'staff'; readonly verb: 'close' | 'open' | 'staff' }
  | { readonly by: 'stream' }

export interface Met {
  readonly answers: readonly Answer[]
  readonly books: Books
  /** Written while the hour was closed, and took of it. */
  readonly takenWhileClosed: number
  readonly isClosed: boolean
  readonly seats: number
}

const DAY = '2026-11-24'
const HOUR = { startAt: instantAt(DAY, 14 * 60), endAt: instantAt(DAY, 15 * 60) }
const carer = (name: string) => ({ name, fromMinute: 8 * 60, toMinute: 18 * 60 })
const terms = {
  ...{ name: '计时托', forWhom: '60 岁以上老人', capacity: 4, hours: '每天 8:00–18:00，节假日照常' },
  ...{ slotMinutes: 60, noticeMinutes: 0, daysAhead: 14, cancelMinutes: 60, needsApproval: false },
  ...{ priceClass: 'free', priceFen: 0 },
  staffing: { ratio: 1, weekly: Array.from({ length: 7 }, () => [carer('郁')]) },
}

/** Follows what is committed, in the order in which it is. */
const createWatch = () => {
  const seen = { isClosed: false, takenWhileClosed: 0 }
  return {
    seen,
    around: (table: Table): Table => ({
      ...table,
      async write(changes) {
        const saved = await table.write(changes)
        if (!saved.ok) return saved
        for (const change of changes) {
          if (!('put' in change)) continue
          const { type, closures, state, startAt } = change.put
          if (type === 'Offering') seen.isClosed = closures?.length > 0
          const takes = changes.some(one => 'add' in one && Object.values(one.add ?? {}).some(by => by > 0))
          if (type === 'Booking' && takes && holds(state) && startAt === HOUR.startAt && seen.isClosed)
            seen.takenWhileClosed++
        }
        return saved
      },
    }),
  }
}

/** Lets the parts meet; then the stream tells of the rest, and the clock looks a second time. */
export const meetOverTerms = async (
  order: fc.Scheduler,
  parts: readonly (readonly Act[])[],
  broken: (table: Table) => Table = table => table,
): Promise<Met> => {
  const turns = createTurns(order)
  const watch = createWatch()
  const around = (table: Table) => turns.around(broken(watch.around(table)))
  const w = await createWorld({ ...nextTable(), meter: { ...createMeter(), around } })
  const place = await w.place()
  const [staff, ...residents] = await Promise.all([
    w.person({ roles: ['resident', 'worker'] }),
    ...[0, 1, 2].map(() => w.person()),
  ])
  const by = w.as(staff)
  const added = await by.post(`/work/places/${place.placeId}/offerings`, { kind: 'elderCare', ...terms })
  const { offeringId, placeId } = added.body
  const offeringPath = `/work/places/${placeId}/offerings/${offeringId}`
  const rosterPath = `/places/${placeId}/offerings/${offeringId}/rosters/${DAY}`
  const answers: Answer[] = []
  const known = new Map<number, string>()

  const tell = async (act: Act): Promise<Answer | undefined> => {
    if (act.by === 'stream') return void (await w.react())
    if (act.by === 'staff' && act.verb === 'staff') {
      const { version } = (await by.get(rosterPath)).body
      return by.put(rosterPath, { version, shifts: [carer('郁'), carer('钮')] })
    }
    if (act.by === 'staff') {
      const { offerings } = (await by.get(`/work/places/${placeId}/offerings`)).body
      const closures = act.verb === 'close' ? [{ from: DAY, to: DAY, why: '电路检修' }] : []
      return by.put(offeringPath, { ...terms, version: offerings[0].version, closures })
    }
    const self = w.as(residents[act.who] as Person)
    if (act.verb === 'place' || act.verb === 'join')
      return self.post(act.verb === 'place' ? '/bookings' : '/bookings/waiting', {
        placeId,
        offeringId,
        ...HOUR,
      })
    const bookingId = known.get(act.who)
    return bookingId ? self.post(`/bookings/${bookingId}/${act.verb}`) : undefined
  }
  const perform = async (act: Act) => {
    const answer = await tell(act)
    if (!answer) return
    answers.push(answer)
    if (act.by === 'resident' && answer.status < 300) known.set(act.who, String(answer.body.bookingId))
  }

  await turns.run(
    parts.map(acts => async () => {
      for (const act of acts) await perform(act)
    }),
  )
  const settle = async () => {
    for (let i = 0; i < 5; i++) await w.react()
  }
  await settle()
  w.pass(11)
  await w.tick()
  await settle()
  const books = await readBooks(w)
  const { seats } = (await by.get(rosterPath)).body
  await w.close()
  return { answers, books, ...watch.seen, seats: seats[14 * 4] }
}
