/** The waiting list: whom a free seat is offered to, for how long, and what becomes of those who were not asked. */
import { instantAt } from '@yike/shared/kernel/time'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readBooks } from '../../test/books'
import { createWorld, type Person, type World } from '../../test/world'
import type { Offering } from '../circle/store'
import { keys } from '../platform/keys'
import { changeOfferingChanges, loadRoster, rosterChanges } from './store'

let w: World
beforeEach(async () => {
  w = await createWorld()
})
afterEach(async () => {
  const { kept, due } = await readBooks(w)
  expect(kept).toEqual(due)
  await w.close()
})

const slot = ({ placeId, offeringId }: Offering, hour = 14, day = '2026-11-25') => ({
  placeId,
  offeringId,
  startAt: instantAt(day, hour * 60),
  endAt: instantAt(day, hour * 60 + 60),
})
const people = (count: number): Promise<Person[]> =>
  Promise.all(Array.from({ length: count }, () => w.person()))
const join = async (who: Person, offering: Offering, hour?: number) =>
  (await w.as(who).post('/bookings/waiting', slot(offering, hour))).body
const stateOf = async (who: Person, { bookingId }: { bookingId: string }) =>
  (await w.as(who).get(`/bookings/${bookingId}`)).body

/** A slot of so many seats, all taken, and those who wait for it in the order in which they joined. */
const fullSlot = async (seats: number, waiters: number, is: Partial<Offering> = {}) => {
  const offering = await w.offering(await w.place(), { capacity: seats, ...is })
  const holders = await people(seats)
  const held = await Promise.all(
    holders.map(async one => (await w.as(one).post('/bookings', slot(offering))).body.bookingId as string),
  )
  const waiting = await people(waiters)
  const entries: { bookingId: string; queue: { position: number } }[] = []
  for (const one of waiting) {
    w.pass(1)
    entries.push(await join(one, offering))
  }
  await w.react()
  const cancel = (i: number) => w.as(holders[i] as Person).post(`/bookings/${held[i]}/cancel`)
  const states = async () =>
    Promise.all(waiting.map(async (one, i) => (await stateOf(one, entries[i] as never)).state))
  const act = (i: number, verb: string) =>
    w.as(waiting[i] as Person).post(`/bookings/${entries[i]?.bookingId}/${verb}`)
  return { offering, holders, waiting, entries, cancel, states, act }
}

describe('joining', () => {
  it('is offered with the refusal of a full slot, is one entry however often it is done, and says one’s place in it', async () => {
    const { offering, waiting, entries } = await fullSlot(1, 2)
    const late = await w.person()
    const refused = await w.as(late).post('/bookings', slot(offering))
    expect(refused.body.code).toBe('booking.slot_full')
    const advice = refused.body.next.map(({ do: act, page }: { do: string; page?: string }) => page ?? act)
    const place = advice.findIndex((one: string) => one.startsWith('/booking/pages/wait'))
    expect(refused.body.next[place].label).toContain('2 人')
    // What is certain stands before what is hoped for.
    expect(new Set(advice.slice(0, place))).toEqual(new Set(['book']))
    expect(entries.map(({ queue }) => queue.position)).toEqual([1, 2])
    const again = await Promise.all(Array.from({ length: 5 }, () => join(waiting[1] as Person, offering)))
    expect(new Set(again.map(({ bookingId }) => bookingId))).toEqual(new Set([entries[1]?.bookingId]))
    w.pass(1)
    expect((await join(late, offering)).queue).toEqual({ position: 3 })
  })

  it('is refused to whoever has the seat already: nobody waits for what they hold', async () => {
    const { offering, holders } = await fullSlot(1, 1)
    const { status, body } = await w.as(holders[0] as Person).post('/bookings/waiting', slot(offering))
    expect([status, body.code]).toEqual([409, 'booking.person_busy'])
  })

  it('leaves alone whoever has come to the slot already', async () => {
    const { offering, entries, waiting, cancel, act } = await fullSlot(1, 1)
    const [who, entry] = [waiting[0] as Person, entries[0] as { bookingId: string }]
    const staff = await w.person({ roles: ['resident', 'worker'] })
    await cancel(0)
    await w.react()
    await act(0, 'accept')
    w.pass(2 * 24 * 60 + 4.5 * 60)
    await w.as(staff).post(`/work/bookings/${entry.bookingId}/mark`, { mark: 'came', markedAt: w.now })
    expect((await join(who, offering)).state).toBe('came')
  })

  it('once more, after what it came to was moved to another time, is an entry of its own', async () => {
    const { offering, entries, waiting, cancel, act } = await fullSlot(1, 1)
    const who = waiting[0] as Person
    await cancel(0)
    await w.react()
    await act(0, 'accept')
    const closures = [{ from: '2026-11-25', to: '2026-11-25', why: '消毒' }]
    const closed = { ...offering, closures, version: 2 }
    await w.table.write(changeOfferingChanges([{ before: offering, after: closed }], w.now))
    await w.react()
    const moved = await stateOf(who, entries[0] as never)
    expect(moved.state).toBe('offered')
    const open = { ...closed, closures: [], version: 3 }
    await w.table.write(changeOfferingChanges([{ before: closed, after: open }], w.now))
    await w.as(await w.person()).post('/bookings', slot(offering))
    const again = await join(who, offering)
    expect([again.state, again.startAt]).toEqual(['waiting', slot(offering).startAt])
    expect((await stateOf(who, entries[0] as never)).startAt).toBe(moved.startAt)
  })

  it('a slot that has a seat is booked instead, and the rules of a booking hold for waiting too', async () => {
    const offering = await w.offering(await w.place(), { eligible: { ageMonths: { min: 720 } } })
    expect((await join(await w.person({ bornOn: '1950-03' }), offering)).code).toBe('booking.seat_left')
    expect((await join(await w.person({ bornOn: '1990-03' }), offering)).code).toBe('booking.not_eligible')
  })

  it('whoever leaves is not asked, those behind move up, and may join again at the end', async () => {
    const { offering, waiting, act, entries } = await fullSlot(1, 3)
    await act(0, 'cancel')
    expect((await stateOf(waiting[1] as Person, entries[1] as never)).queue.position).toBe(1)
    w.pass(1)
    expect((await join(waiting[0] as Person, offering)).queue.position).toBe(3)
  })
})

describe('a seat that frees', () => {
  it('is held for the first who waits and for nobody else: the second waits on, a passer-by is refused', async () => {
    const { offering, cancel, states, act } = await fullSlot(1, 2)
    await cancel(0)
    await w.react()
    expect(await states()).toEqual(['offered', 'waiting'])
    expect((await w.as(await w.person()).post('/bookings', slot(offering))).body.code).toBe(
      'booking.slot_full',
    )
    expect((await act(0, 'accept')).body.state).toBe('confirmed')
    expect((await act(0, 'accept')).body.state).toBe('confirmed')
    expect((await act(1, 'accept')).body.code).toBe('booking.wrong_state')
  })

  it('goes on to the next when it is passed on, and when nobody has answered within two hours', async () => {
    const { cancel, states, act } = await fullSlot(1, 3)
    await cancel(0)
    await w.react()
    await act(0, 'pass')
    await w.react()
    expect(await states()).toEqual(['passed', 'offered', 'waiting'])
    w.pass(119)
    await w.tick()
    expect((await states())[1]).toBe('offered')
    w.pass(1)
    // Before the clock has come round the offer is over all the same.
    expect((await act(1, 'accept')).body.code).toBe('booking.offer_over')
    expect(await w.tick()).toMatchObject({ moved: 1 })
    await w.react()
    expect(await states()).toEqual(['passed', 'passed', 'offered'])
  })

  it('two at once go to the first two, and the same changes delivered again offer nothing more', async () => {
    const { cancel, states } = await fullSlot(2, 4)
    const [one] = await Promise.all([cancel(0), cancel(1)])
    await w.react()
    const after = await w.table.get(keys.booking(one.body.bookingId))
    const again = { sequence: '1', before: { ...after, state: 'confirmed', version: 1 }, after }
    const offers = w.reactions.filter(({ name }) => name === 'booking.offerSeat')
    expect(offers).toHaveLength(1)
    await Promise.all([1, 2, 3].flatMap(() => offers.map(({ react }) => react(w.table, again))))
    expect(await states()).toEqual(['offered', 'offered', 'waiting', 'waiting'])
  })

  it('an offer made late at night stands until two hours after the morning', async () => {
    const { cancel, waiting, entries } = await fullSlot(1, 1)
    w.pass(14 * 60)
    await cancel(0)
    await w.react()
    const { deadlineAt } = await stateOf(waiting[0] as Person, entries[0] as never)
    expect(deadlineAt).toBe(instantAt('2026-11-24', 10 * 60))
  })

  it('priority groups are asked before those who joined earlier', async () => {
    const { offering, cancel, states } = await fullSlot(1, 1, { priority: { groups: ['elder'], days: 0 } })
    const elder = await w.person({ bornOn: '1950-03' })
    const entry = await join(elder, offering)
    expect(entry.queue).toEqual({ position: 1, first: true })
    await cancel(0)
    await w.react()
    expect([(await stateOf(elder, entry)).state, ...(await states())]).toEqual(['offered', 'waiting'])
  })

  it('passes over somebody who has become busy, tells them why once, and they keep their place', async () => {
    const { cancel, waiting, entries, states } = await fullSlot(2, 2)
    const other = await w.offering(await w.place())
    await w.as(waiting[0] as Person).post('/bookings', slot(other))
    await cancel(0)
    await w.react()
    expect(await states()).toEqual(['waiting', 'offered'])
    await cancel(1)
    await w.react()
    const { timeline, queue } = await stateOf(waiting[0] as Person, entries[0] as never)
    expect(timeline.map(({ verb }: { verb: string }) => verb)).toEqual(['join', 'skip'])
    expect(timeline[1].note).toBeTruthy()
    expect(queue.position).toBe(1)
    const { body } = await w.as(waiting[0] as Person).get('/notices')
    expect(body.notices.filter(({ verb }: { verb: string }) => verb === 'skip')).toHaveLength(1)
  })

  it('whoever was passed over for a booking elsewhere, or for a ration, is asked again once that is given up', async () => {
    const quotas = [{ per: 'person', count: 'bookings', within: 'month', most: 1 }] as const
    for (const { is, hour, day } of [
      { is: {}, hour: 14, day: '2026-11-25' },
      { is: { quotas: [...quotas] }, hour: 9, day: '2026-11-27' },
    ]) {
      const { offering, cancel, waiting, states } = await fullSlot(1, 1, is)
      const who = waiting[0] as Person
      const other = day === '2026-11-25' ? await w.offering(await w.place()) : offering
      const { body } = await w.as(who).post('/bookings', slot(other, hour, day))
      await cancel(0)
      await w.react()
      expect(await states()).toEqual(['waiting'])
      await w.as(who).post(`/bookings/${body.bookingId}/cancel`)
      await w.react()
      expect(await states()).toEqual(['offered'])
    }
  })

  it('an offer of a day far ahead stands on the first page of what is coming', async () => {
    const { waiting, cancel, entries } = await fullSlot(1, 1)
    const who = waiting[0] as Person
    const other = await w.offering(await w.place())
    for (const hour of [9, 10, 11]) await w.as(who).post('/bookings', slot(other, hour, '2026-11-24'))
    const first = async () => (await w.as(who).get('/bookings?limit=2')).body.bookings
    expect(JSON.stringify(await first())).not.toContain(entries[0]?.bookingId)
    await cancel(0)
    await w.react()
    expect((await first())[0]).toMatchObject({ bookingId: entries[0]?.bookingId, state: 'offered' })
  })

  it('more room is offered to as many as it holds', async () => {
    const { offering, states } = await fullSlot(1, 4)
    const roomier = { ...offering, version: 2, capacity: 3 }
    await w.table.write(changeOfferingChanges([{ before: offering, after: roomier }], w.now))
    await w.react()
    expect(await states()).toEqual(['offered', 'offered', 'waiting', 'waiting'])
  })

  it('one more carer on duty is a seat for as many as they may look after', async () => {
    const carer = (name: string) => ({ name, fromMinute: 8 * 60, toMinute: 18 * 60 })
    const weekly = Array.from({ length: 7 }, () => [carer('郁')])
    const { offering, holders, states } = await fullSlot(2, 3, {
      capacity: 4,
      staffing: { ratio: 2, weekly },
    })
    expect(holders).toHaveLength(2)
    const roster = await loadRoster(w.table, offering.thingId, '2026-11-25')
    await w.table.write(rosterChanges(offering, '2026-11-25', [carer('郁'), carer('钮')], roster))
    await w.react()
    expect(await states()).toEqual(['offered', 'offered', 'waiting'])
  })

  it.each(['that day', 'in an ordinary week'])(
    'the first carer %s, of a day on which nobody has booked yet, is a seat for the first who waits',
    async when => {
      const [early, late, staff] = await Promise.all([
        w.person(),
        w.person(),
        w.person({ roles: ['resident', 'worker'] }),
      ])
      const weekly = Array.from({ length: 7 }, () => [])
      const offering = await w.offering(await w.place(), { staffing: { ratio: 1, weekly } })
      const entry = await join(early, offering)
      w.pass(1)
      const behind = await join(late, offering)
      await w.react()
      const shifts = [{ name: '郁', fromMinute: 8 * 60, toMinute: 18 * 60 }]
      const { placeId, offeringId } = offering
      if (when === 'that day') {
        const path = `/places/${placeId}/offerings/${offeringId}/rosters/2026-11-25`
        const { version } = (await w.as(staff).get(path)).body
        await w.as(staff).put(path, { version, shifts })
      } else {
        const staffing = { ratio: 1, weekly: weekly.map(() => shifts) }
        const after = { ...offering, staffing, version: 2 }
        await w.table.write(changeOfferingChanges([{ before: offering, after }], w.now))
      }
      await w.react()
      expect((await stateOf(early, entry)).state).toBe('offered')
      expect((await stateOf(late, behind)).state).toBe('waiting')
    },
  )

  it('where staff approve, taking the offer is asking for it, and what they decline goes on to the next', async () => {
    const { cancel, states, act, entries } = await fullSlot(1, 2, { needsApproval: true })
    await cancel(0)
    await w.react()
    expect((await act(0, 'accept')).body.state).toBe('requested')
    const staff = w.as(await w.person({ roles: ['resident', 'worker'] }))
    await staff.post(`/bookings/${entries[0]?.bookingId}/decline`, { reason: '当天消毒' })
    await w.react()
    expect(await states()).toEqual(['declined', 'offered'])
  })

  it('what was waited for in vain ends with the start of the slot', async () => {
    const { states } = await fullSlot(1, 2)
    w.pass(2 * 1440 + 5 * 60 - 3)
    await w.tick()
    expect(await states()).toEqual(['waiting', 'waiting'])
    w.pass(1)
    expect(await w.tick()).toMatchObject({ moved: 2 })
    expect(await states()).toEqual(['missed', 'missed'])
  })
})

it('what others wait for is not given up by a slip of the finger: it is refused with the way to give it up all the same, and nothing else is', async () => {
  const { offering, holders, cancel, states } = await fullSlot(1, 1)
  const [holder] = holders as [Person]
  const slip = async (bookingId: string) =>
    (await w.as(holder).post(`/bookings/${bookingId}/cancel`, { unlessWaited: true })).body
  const [{ bookingId }] = (await w.as(holder).get('/bookings')).body.bookings
  expect(await slip(bookingId)).toMatchObject({
    code: 'booking.others_wait',
    next: [{ page: `/booking/pages/ticket?bookingId=${bookingId}&ask=cancel` }],
  })
  await w.react()
  expect(await states()).toEqual(['waiting'])
  const other = (await w.as(holder).post('/bookings', slot(offering, 17))).body.bookingId
  expect((await slip(other)).state).toBe('cancelled')
  expect(
    (await w.as(await w.person()).post(`/bookings/${bookingId}/cancel`, { unlessWaited: true })).status,
  ).toBe(404)
  await cancel(0)
  await w.react()
  expect(await states()).toEqual(['offered'])
  // Whoever waits gives up a place in the list, and no seat.
  expect(await slip(bookingId)).toMatchObject({ state: 'cancelled' })
})
