/** Over random places, bookings and closings: what staff are shown before is what becomes of everybody afterwards. */
import { refuse } from '@yike/shared/kernel/result'
import { addDays, instantAt } from '@yike/shared/kernel/time'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Offering, Place } from '../src/circle/store'
import type { Table } from '../src/platform/table'
import { readBooks } from './books'
import { everything } from './everything'
import { nextTable, report, tried } from './long'
import { createMeter } from './meter'
import { createWorld, HOME, OSMANTHUS, type Person, type World } from './world'

const DAY = '2026-11-25'
const room = fc.record({
  purpose: fc.constantFrom('kitchen' as const, 'kitchen' as const, 'tableTennis' as const, undefined),
  capacity: fc.integer({ min: 1, max: 2 }),
  closes: fc.constantFrom(11, 12, 15),
  first: fc.boolean(),
  ration: fc.boolean(),
})
const town = fc.record({
  places: fc.array(fc.array(room, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
  wishes: fc.array(
    fc.record({ who: fc.nat(4), room: fc.nat(5), day: fc.nat(1), hour: fc.constantFrom(9, 9, 10, 11, 13) }),
    { minLength: 1, maxLength: 14 },
  ),
  closing: fc.constantFrom('place' as const, 'day' as const, 'days' as const, 'short' as const),
  /** Which write of the stream meets a busy table; it is told again then. */
  busyAt: fc.nat(40),
})
type Town = typeof town extends fc.Arbitrary<infer T> ? T : never

/** Which write is refused as busy; none where it is undefined. */
interface Faults {
  busyIn: number | undefined
}
const faulty =
  (faults: Faults) =>
  (table: Table): Table => ({
    ...table,
    async write(changes) {
      if (faults.busyIn !== undefined && faults.busyIn-- === 0) return refuse('request.busy')
      return table.write(changes)
    },
  })

const settle = async (w: World) => {
  for (let i = 0; i < 6; i++) await w.react()
}

const build = async (w: World, { places, wishes }: Town) => {
  const staff = await w.person({ roles: ['resident', 'worker'] })
  const people: Person[] = []
  for (let i = 0; i < 5; i++) people.push(await w.person(i === 0 ? { bornOn: '1946-05' } : {}))
  const rooms: Offering[] = []
  const made: Place[] = []
  for (const [nth, offered] of places.entries()) {
    const position = { lng: HOME.lng + nth * 0.002, lat: HOME.lat }
    const place = await w.place({ name: `场地${nth}`, kind: 'venue', position })
    made.push(place)
    for (const { purpose, capacity, closes, first, ration } of offered) {
      w.pass(1)
      const days = Array.from({ length: 7 }, () => [[9 * 60, closes * 60]] as const)
      rooms.push(
        await w.offering(place, {
          ...{ kind: 'venue', purpose, capacity, daysAhead: 30, name: `${purpose}${rooms.length}` },
          hours: { days, publicHoliday: 'asUsual' },
          ...(first && { priority: { groups: ['elder'], days: 1 } }),
          ...(ration && {
            quotas: [{ per: 'person', count: 'bookings', within: 'day', most: 2, pool: 'all' }],
          }),
        }),
      )
    }
  }
  await settle(w)
  const booked: { bookingId: string; by: Person }[] = []
  for (const { who, room: of, day, hour } of wishes) {
    w.pass(1)
    const by = people[who] as Person
    const { placeId, offeringId } = rooms[of % rooms.length] as Offering
    const on = addDays(DAY, day)
    const span = { startAt: instantAt(on, hour * 60), endAt: instantAt(on, hour * 60 + 60) }
    const { body, status } = await w.as(by).post('/bookings', { placeId, offeringId, ...span })
    if (status === 201) booked.push({ bookingId: body.bookingId, by })
  }
  await settle(w)
  return { staff, place: made[0] as Place, booked }
}

const specialDays = {
  day: [{ from: DAY, to: DAY, hours: '休', note: '检修' }],
  days: [{ from: DAY, to: addDays(DAY, 3), hours: '休', note: '检修' }],
  short: [{ from: DAY, to: addDays(DAY, 1), hours: '9:00–10:00', note: '检修' }],
}

const preview = async (w: World, staff: Person, { placeId }: Place, closing: Town['closing']) => {
  const days = closing === 'place' ? [] : specialDays[closing].map(({ note: _, ...day }) => day)
  const asked = closing === 'place' ? { closed: true, days } : { days }
  const { body, status } = await w.as(staff).post(`/work/places/${placeId}/affected`, asked)
  expect(status).toBe(200)
  return body
}

const close = async (w: World, staff: Person, place: Place, closing: Town['closing']) => {
  const { placeId, name, kind, position, version = 0 } = place
  const path = `/work/places/${placeId}`
  const answer =
    closing === 'place'
      ? await w.as(staff).post(`${path}/close`, { version, reason: '房屋收回' })
      : await w.as(staff).put(path, {
          ...{ version, name, kind, position, hours: '每天 8:00–20:00，节假日照常' },
          specialDays: specialDays[closing],
        })
  expect(answer.status).toBe(200)
}

/** What became of each: a time that is held, or nothing with a telling and a call. */
const outcomes = async (w: World, staff: Person, booked: readonly { bookingId: string; by: Person }[]) => {
  const { calls } = (await w.as(staff).get(`/work/calls/unsettled?community=${OSMANTHUS}&limit=50`)).body
  const called = new Set(calls.map(({ bookingId }: { bookingId: string }) => bookingId))
  return Promise.all(
    booked.map(async ({ bookingId, by }) => {
      const { state, offeringName, startAt, timeline, movedFrom } = (
        await w.as(by).get(`/bookings/${bookingId}`)
      ).body
      if (!movedFrom) return 'untouched'
      // Nobody here has said yes to a message.
      if (movedFrom) expect(called.has(bookingId)).toBe(true)
      if (state === 'offered') return `${offeringName} ${startAt}`
      expect([state, timeline.at(-1).verb]).toEqual(['displaced', 'seek'])
      return 'none'
    }),
  )
}

const { params, timeoutMs } = tried(25)

it(
  'in 25 towns that close a place or some of its days: what is shown before is what is held afterwards, nobody is moved to what is for something else or full, who is held nothing is told and called, a busy table in between and a second run change nothing',
  async () => {
    let [held, none] = [0, 0]
    await fc.assert(
      fc.asyncProperty(town, async of => {
        const runs = []
        for (const busyIn of [undefined, of.busyAt]) {
          const faults: Faults = { busyIn: undefined }
          const w = await createWorld({
            ...nextTable(),
            meter: { ...createMeter(), around: faulty(faults) },
          })
          try {
            const { staff, place, booked } = await build(w, of)
            const before = new Map((await readBooks(w)).bookings.map(one => [one.bookingId as string, one]))
            const shown = await preview(w, staff, place, of.closing)
            const latest = (await w.as(staff).get(`/work/places/${place.placeId}`)).body
            await close(w, staff, { ...place, version: latest.version }, of.closing)
            faults.busyIn = busyIn
            await settle(w)
            faults.busyIn = undefined
            await settle(w)
            const became = await outcomes(w, staff, booked)
            const told = new Map<string, string>(
              shown.affected.map(({ bookingId, swap }: Shown) => [
                bookingId,
                swap ? `${swap.offeringName} ${swap.startAt}` : 'none',
              ]),
            )
            expect(became).toEqual(booked.map(({ bookingId }) => told.get(bookingId) ?? 'untouched'))
            expect(shown.unswapped).toBe(became.filter(one => one === 'none').length)
            const { kept, due, bookings } = await readBooks(w)
            expect(kept).toEqual(due)
            for (const { bookingId, offeringName, state } of bookings) {
              const was = before.get(bookingId)?.offeringName ?? ''
              if (state !== 'offered' || was === offeringName) continue
              expect([was.slice(0, -1), was.startsWith('undefined')]).toEqual([
                offeringName.slice(0, -1),
                false,
              ])
            }
            const all = await everything(w)
            w.pass(11)
            await w.tick()
            await settle(w)
            const again = await everything(w)
            // Its second look is noted; else nothing moves.
            const bookingsOf = (items: typeof all) =>
              Object.values(items).filter(item => (item as { type: string }).type === 'Booking')
            expect(bookingsOf(again)).toEqual(bookingsOf(all))
            runs.push(became)
            held += became.filter(one => one !== 'none' && one !== 'untouched').length
            none += became.filter(one => one === 'none').length
          } finally {
            await w.close()
          }
        }
        expect(runs[1]).toEqual(runs[0])
      }),
      params,
    )
    report(() => `${params.numRuns} towns twice, 0 failures; ${held} held something else, ${none} nothing`)
    expect(Math.min(held, none)).toBeGreaterThan(0)
  },
  timeoutMs,
)

interface Shown {
  readonly bookingId: string
  readonly swap?: { readonly offeringName: string; readonly startAt: string }
}
