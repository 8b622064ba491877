/** After the draw: what was won is booked, everybody is told, and the rest is everybody's again. */
import { addDays } from '@yike/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, OSMANTHUS, type Person, type World } from '../../../test/world'
import type { Offering } from '../../circle/store'
import { hashedId } from '../../platform/ids'
import { keys } from '../../platform/keys'
import type { Table } from '../../platform/table'
import { moveOn } from '../clock'
import { advanceSeason } from '../handlers'
import { keepChange } from '../store/sheet'
import { at, failing, MONDAYS, seasonsIn } from './seasons.test-support'

let w: World
const { worker, court, openAt, opened, ask, book, people, toDraw, drawn, record, mine } = seasonsIn(() => w)
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

describe('after the draw', () => {
  const four = async (is: Partial<Offering> = {}) => {
    const offering = await court(is)
    const season = await opened(offering, { most: 2 })
    const crowd = await people(4)
    for (const one of crowd) await ask(one, season.path, ['s1', 's2'], { wants: 1 })
    return { offering, crowd, ...season }
  }
  const outcome = async (crowd: readonly Person[], path: string) =>
    Promise.all(
      crowd.map(async one => ({
        got: (await w.as(one).get(path)).body.mine.got,
        booked: (await mine(one)).length,
        told: (await w.as(one).get('/notices')).body.notices.map(({ verb }: { verb: string }) => verb),
      })),
    )

  it('books all 3 dates for each of 2 winners, tells all 4 once, and gives nothing to the others', async () => {
    const { crowd, path, staff } = await four()
    await toDraw()
    await drawn(staff, path)
    await w.react()
    const ends = await outcome(crowd, path)
    expect(ends.map(({ booked }) => booked).sort()).toEqual([0, 0, 3, 3])
    for (const { got, booked, told } of ends) {
      expect(told).toEqual([booked > 0 ? 'won' : 'lost'])
      expect(got.map((one: { booked: number }) => one.booked)).toEqual(booked > 0 ? [3] : [])
    }
    const winner = crowd[ends.findIndex(({ booked }) => booked > 0)] as Person
    const [one] = await mine(winner)
    expect(one).toMatchObject({
      state: 'confirmed',
      series: { of: 3 },
      timeline: [{ verb: 'allot', by: 'clock' }],
    })
    expect((await w.as(winner).get(path)).body.state).toBe('settled')
  })

  it('names each date that cannot be booked and why: taken before, closed, the winner elsewhere', async () => {
    const offering = await court({ closures: [{ from: '2026-12-21', to: '2026-12-21', why: '消毒' }] })
    await book(await w.person(), offering, '2026-12-14')
    const { path, staff } = await opened(offering)
    const one = await w.person()
    await book(one, await court(), '2026-12-28')
    await ask(one, path, ['s1'])
    await toDraw()
    await drawn(staff, path)
    await w.react()
    const { got } = (await w.as(one).get(path)).body.mine
    expect(got[0].booked).toBe(0)
    expect(
      (await w.as(one).get('/notices')).body.notices.map(({ verb }: { verb: string }) => verb),
    ).toContain('unbooked')
    expect(got[0].missing.map(({ on, code }: { on: string; code: string }) => [on, code])).toEqual(
      [
        ['booking.slot_full', 0],
        ['booking.closed', 1],
        ['booking.person_busy', 2],
      ].map(([code, i]) => [MONDAYS[i as number], code]),
    )
  })

  it('a date that is kept for somebody at that moment is not noted as missing, but waited for', async () => {
    const offering = await court()
    const { path, staff } = await opened(offering)
    const one = await w.person()
    await ask(one, path, ['s1'])
    await toDraw()
    await drawn(staff, path)
    await w.table.write([keepChange(offering.thingId, MONDAYS[0] as string, w.now)])
    await w.react().catch(() => undefined)
    expect(await mine(one)).toEqual([])
    w.pass(3)
    await w.tick()
    await w.react()
    const { got } = (await w.as(one).get(path)).body.mine
    expect(got).toEqual([expect.objectContaining({ booked: 3, missing: [] })])
  })

  it('what nobody got is everybody’s again, and what was won is not', async () => {
    const offering = await court()
    const { path, staff } = await opened(offering)
    await ask(await w.person(), path, ['s1'])
    await toDraw()
    await drawn(staff, path)
    await w.react()
    const shown = (await w.as(staff).get(path)).body
    expect(shown.slots.map(({ left }: { left: number }) => left)).toEqual([0, 1])
    const other = await w.person()
    expect((await book(other, offering, '2026-12-14')).body.code).toBe('booking.slot_full')
    expect((await book(other, offering, '2026-12-16')).status).toBe(201)
  })

  it('weeks that are given are no season’s again: one over them alone is refused, a longer one lists them and counts them out', async () => {
    const offering = await court()
    const { path, staff } = await opened(offering)
    await ask(await w.person(), path, ['s1'])
    await toDraw()
    await drawn(staff, path)
    await w.react()
    const again = { slots: [{ weekday: 0, fromMinute: 840, toMinute: 900 }] }
    const refused = await openAt(staff, offering, again)
    expect([refused.status, Object.keys(refused.body.fields ?? {})]).toEqual([400, ['slots']])
    const longer = await openAt(staff, offering, { ...again, to: '2027-01-17' })
    expect(longer.body.slots).toMatchObject([
      { weeks: 5, missing: MONDAYS.map(on => ({ on, code: 'booking.slot_full' })) },
    ])
  })

  it('a date that a winner gives up goes to who waits for it, like any other', async () => {
    const offering = await court()
    const { path, staff } = await opened(offering)
    const winner = await w.person()
    await ask(winner, path, ['s1'])
    await toDraw()
    await drawn(staff, path)
    await w.react()
    const waits = await w.person()
    const { placeId, offeringId } = offering
    const joined = await w
      .as(waits)
      .post('/bookings/waiting', { placeId, offeringId, ...at(MONDAYS[1] ?? '') })
    expect(joined.body.queue).toMatchObject({ position: 1 })
    const second = (await mine(winner)).find(
      ({ startAt }: { startAt: string }) => startAt === at(MONDAYS[1] ?? '').startAt,
    )
    expect((await w.as(winner).post(`/bookings/${second.bookingId}/cancel`)).status).toBe(200)
    await w.react()
    expect((await mine(waits)).map(({ state }: { state: string }) => state)).toEqual(['offered'])
  })

  it('its bookings need no approval, use up no quota and lie as far ahead as the season', async () => {
    const quotas = [{ per: 'person', count: 'bookings', within: 'month', most: 1 }] as const
    const offering = await court({ quotas: [...quotas], needsApproval: true, daysAhead: 7 })
    const { path, staff } = await opened(offering, {
      from: '2027-03-01',
      to: '2027-06-27',
      slots: [{ weekday: 0, fromMinute: 840, toMinute: 900 }],
    })
    const one = await w.person()
    await ask(one, path, ['s1'])
    await toDraw()
    await drawn(staff, path)
    await w.react()
    expect((await w.as(one).get(path)).body.mine.got).toMatchObject([{ booked: 17, missing: [] }])
    const states = new Set((await mine(one)).map(({ state }: { state: string }) => state))
    expect([...states]).toEqual(['confirmed'])
  })

  it('interrupted before each of its writes, and by two at once, it ends the same: nothing twice, nothing lost', async () => {
    let writes = 0
    for (let nth = 0; ; nth++) {
      const { crowd, path, staff, seasonId } = await four()
      await toDraw()
      await drawn(staff, path)
      const broken = await advanceSeason(failing(w.table, nth), seasonId, w.now).then(
        () => false,
        () => true,
      )
      await Promise.allSettled([1, 2].map(() => advanceSeason(w.table, seasonId, w.now)))
      await advanceSeason(w.table, seasonId, w.now)
      const ends = await outcome(crowd, path)
      expect(ends.map(({ booked }) => booked).sort(), `write ${nth}`).toEqual([0, 0, 3, 3])
      expect(ends.map(({ told }) => told.length)).toEqual([1, 1, 1, 1])
      expect((await w.as(staff).get(path)).body.state).toBe('settled')
      if (!broken) break
      writes = nth + 1
    }
    // Two slots, four people, the hours that were kept, the season.
    expect(writes).toBe(8)
  }, 60_000)

  it('what the stream has not done the clock does within a minute', async () => {
    const { crowd, path, staff } = await four()
    await toDraw()
    await drawn(staff, path)
    w.pass(1)
    await w.tick()
    expect((await outcome(crowd, path)).map(({ booked }) => booked).sort()).toEqual([0, 0, 3, 3])
    await w.react()
  })

  it('a pause at its minute voids nothing', async () => {
    const offering = await court()
    const { path, staff } = await opened(offering)
    const one = await w.person()
    await ask(one, path, ['s1'])
    await toDraw()
    const { version, pk, sk, ...now } =
      (await w.table.get(keys.offering(offering.placeId, offering.offeringId))) ?? {}
    await w.table.write([{ put: { pk, sk, ...now, version: version + 1, paused: '换地板' } }])
    await drawn(staff, path)
    await w.react()
    expect((await w.as(one).get(path)).body.mine.got).toMatchObject([{ booked: 3 }])
  })

  it('who holds a date four months ahead is displaced when it closes, and counted before', async () => {
    const offering = await court()
    const { path, staff } = await opened(offering, {
      from: '2027-03-01',
      to: '2027-04-04',
      slots: [{ weekday: 0, fromMinute: 840, toMinute: 900 }],
    })
    const one = await w.person()
    await ask(one, path, ['s1'])
    await toDraw()
    await drawn(staff, path)
    await w.react()
    const days = [{ from: '2027-03-29', to: '2027-03-29', hours: '休' }]
    const seen = await w.as(staff).post(`/work/places/${offering.placeId}/affected`, { days })
    expect(seen.body.count).toBe(1)
    const { version, ...now } =
      (await w.table.get(keys.offering(offering.placeId, offering.offeringId))) ?? {}
    const closures = [{ from: '2027-03-29', to: '2027-03-29', why: '消毒' }]
    await w.table.write([{ put: { ...now, pk: now.pk, sk: now.sk, version: version + 1, closures } }])
    await w.react()
    const states = (await mine(one)).map(({ state }: { state: string }) => state)
    expect(states.filter((state: string) => state !== 'confirmed')).toHaveLength(1)
  })

  it('no write of it is longer than 100, whatever each date takes', async () => {
    const place = await w.place()
    const things = await Promise.all([1, 2, 3, 4].map(() => w.offering(place)))
    const alsoTakes = things.map(({ thingId }) => ({ thingId, units: 1, capacity: 1 }))
    const until = (weeks: number) => ({
      slots: [{ weekday: 0, fromMinute: 840, toMinute: 900 }],
      to: addDays('2026-12-14', 7 * weeks - 1),
    })
    const offering = await court({ alsoTakes })
    expect((await openAt(await worker(), offering, until(14))).body.fields).toHaveProperty('to')
    // What is kept free past midnight takes of two days.
    const late = await court({
      ...{ alsoTakes: alsoTakes.slice(0, 1), afterMinutes: 60, stepMinutes: 60 },
      hours: { days: Array.from({ length: 7 }, () => [[480, 1440]] as const), publicHoliday: 'asUsual' },
    })
    const slots = [{ weekday: 0, fromMinute: 1380, toMinute: 1440 }]
    const { path, staff } = await opened(late, { ...until(20), slots })
    const one = await w.person()
    await ask(one, path, ['s1'])
    await toDraw()
    await drawn(staff, path)
    await w.react()
    const [{ booked, missing }] = (await w.as(one).get(path)).body.mine.got
    expect(booked).toBeGreaterThan(10)
    expect(booked + missing.length).toBe(20)
    expect(missing.at(-1).code).toBe('booking.series_long')
  })

  /** A table that refuses to write anything of this. */
  const stuckAt = (id: string): Table => ({
    ...w.table,
    write: changes => {
      if (JSON.stringify(changes).includes(id)) throw new Error('stuck')
      return w.table.write(changes)
    },
  })

  it('one season that is stuck does not hold up another, nor one winner the next', async () => {
    const [stuck, other] = [await four(), await four()]
    await toDraw()
    await drawn(stuck.staff, stuck.path)
    w.pass(1)
    await drawn(other.staff, other.path)
    await expect(moveOn(stuckAt(stuck.seasonId), OSMANTHUS, w.now)).rejects.toThrow('stuck')
    expect((await w.as(other.staff).get(other.path)).body.state).toBe('settled')
    const ranks = await Promise.all(
      stuck.crowd.map(async one => (await w.as(one).get(stuck.path)).body.mine.rank),
    )
    const first = stuck.crowd[ranks.indexOf(1)] as Person
    const second = stuck.crowd[ranks.indexOf(2)] as Person
    await expect(advanceSeason(stuckAt(first.residentId), stuck.seasonId, w.now)).rejects.toThrow('stuck')
    expect([(await mine(first)).length, (await mine(second)).length]).toEqual([0, 3])
    await w.react()
    expect((await mine(first)).length).toBe(3)
  })

  it('the pseudonym that is published does not lead to a booking', async () => {
    const { crowd, path, staff } = await four()
    await toDraw()
    await drawn(staff, path)
    await w.react()
    const ids = (await Promise.all(crowd.map(mine))).flat().map(({ bookingId }) => bookingId)
    expect(ids).toHaveLength(6)
    for (const { wishId, got = [] } of (await record(path)).entries)
      for (const slotId of got)
        for (const on of [...MONDAYS, '2026-12-16', '2026-12-23', '2026-12-30']) {
          const seriesId = hashedId('series', `${wishId} ${slotId}`)
          expect(ids).not.toContain(hashedId('booking', `${seriesId} ${at(on).startAt}`))
        }
  })
})
