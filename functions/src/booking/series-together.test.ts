/** A series that staff answer, or its owner gives up, as one. */
import { addDays, instantAt } from '@yike/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBooks } from '../../test/books'
import { createWorld, OSMANTHUS, type Person, STONEBRIDGE, type World } from '../../test/world'
import type { Offering } from '../circle/store'

let w: World
let staff: Person
beforeAll(async () => {
  w = await createWorld()
  staff = await w.person({ roles: ['resident', 'worker'] })
})
afterAll(async () => {
  const { kept, due } = await readBooks(w)
  expect(kept).toEqual(due)
  await w.close()
})

const TUESDAY = '2026-11-24'
const weeks = (count: number) =>
  Array.from({ length: count }, (_, i) => {
    const on = addDays(TUESDAY, 7 * i)
    return { startAt: instantAt(on, 14 * 60), endAt: instantAt(on, 15 * 60) }
  })

const series = async (count = 8, is: Partial<Offering> = {}) => {
  const offering = await w.offering(await w.place(), { daysAhead: 90, needsApproval: true, ...is })
  const { placeId, offeringId } = offering
  const by = await w.person()
  const { body } = await w.as(by).post('/series', { placeId, offeringId, spans: weeks(count) })
  const ids: string[] = body.bookings.map(({ bookingId }: { bookingId: string }) => bookingId)
  const states = async () => {
    const { body: now } = await w.as(by).get(`/series/${body.seriesId}`)
    return now.bookings.map(({ state }: { state: string }) => state)
  }
  const told = async () => {
    await w.react()
    return (await w.as(by).get('/notices')).body.notices.map(
      ({ name, verb }: { name: string; verb: string }) => [verb, name.split(' × ')[1]],
    )
  }
  await w.react()
  return { path: `/series/${body.seriesId}`, by, ids, states, told }
}
const all = (state: string, count: number) => Array(count).fill(state)

describe('a series of 8 that waits for staff', () => {
  it('is told of in the queue as one series, and nothing else is', async () => {
    const { path, ids } = await series(3)
    const alone = await w.offering(await w.place(), { needsApproval: true })
    const { placeId, offeringId } = alone
    await w.as(await w.person()).post('/bookings', { placeId, offeringId, ...weeks(1)[0] })
    const { waiting } = (await w.as(staff).get(`/work/queue?community=${OSMANTHUS}&limit=50`)).body
    const seriesId = path.slice('/series/'.length)
    const of = waiting.filter((one: { seriesId?: string }) => one.seriesId === seriesId)
    expect(of.map(({ caseId }: { caseId: string }) => caseId).sort()).toEqual([...ids].sort())
    const { title } = waiting.find((one: { seriesId?: string }) => one.seriesId === undefined)
    expect(title).toContain(alone.placeName)
  })

  it('is approved at once and told in one message', async () => {
    const { path, states, told } = await series()
    const { body } = await w.as(staff).post(`${path}/approve`)
    expect(body.left).toEqual([])
    expect(await states()).toEqual(all('confirmed', 8))
    expect(await told()).toEqual([
      ['approve', '8'],
      ['place', '8'],
    ])
    expect((await w.as(staff).post(`${path}/approve`)).body.left).toEqual([])
    expect(await told()).toHaveLength(2)
  })

  it('is approved but for one that was taken back, and the answer names that one', async () => {
    const { path, by, ids, states, told } = await series()
    await w.as(by).post(`/bookings/${ids[2]}/cancel`)
    const { body } = await w.as(staff).post(`${path}/approve`)
    expect(body.left).toEqual([{ bookingId: ids[2], code: 'booking.wrong_state' }])
    expect(await states()).toEqual([...all('confirmed', 2), 'cancelled', ...all('confirmed', 5)])
    expect((await told()).filter(([verb]: string[]) => verb === 'approve')).toEqual([['approve', '7']])
  })

  it('is declined with one reason, and gives all of its seats back', async () => {
    const { path, states, told } = await series(8, { capacity: 1 })
    await w.as(staff).post(`${path}/decline`, { reason: '场地要大修' })
    expect(await states()).toEqual(all('declined', 8))
    expect((await told()).filter(([verb]: string[]) => verb === 'decline')).toEqual([['decline', '8']])
  })

  it('is approved or declined, never both: of 2 colleagues at once each date has one answer', async () => {
    const { path, states } = await series()
    await Promise.all([
      w.as(staff).post(`${path}/approve`),
      w
        .as(await w.person({ roles: ['resident', 'worker'] }))
        .post(`${path}/decline`, { reason: '场地要大修' }),
    ])
    expect(new Set(await states()).size).toBe(1)
  })

  it('is read and answered by staff of its community alone, and by nobody for themselves', async () => {
    const { path, by } = await series(2)
    const elsewhere = await w.person({ roles: ['resident', 'worker'], scope: STONEBRIDGE })
    for (const one of [elsewhere, by]) {
      expect((await w.as(one).post(`${path}/approve`)).status).toBeGreaterThanOrEqual(403)
    }
    expect((await w.as(elsewhere).get(path)).status).toBe(404)
    expect((await w.as(staff).get(path)).body.bookings).toHaveLength(2)
  })
})

describe('giving up a series', () => {
  it('cancels all 8 in one write with one message, and the quota of each month is free again', async () => {
    const quotas = [{ per: 'person', count: 'bookings', within: 'month', most: 5 }] as const
    const { path, by, states, told } = await series(8, { needsApproval: false, quotas: [...quotas] })
    await w.as(by).post(`${path}/cancel`)
    expect(await states()).toEqual(all('cancelled', 8))
    expect((await told()).filter(([verb]: string[]) => verb === 'cancel')).toEqual([['cancel', '8']])
  })

  it('leaves what has begun: the 7 that are to come go, the first stays', async () => {
    const { path, by, states } = await series(8, { needsApproval: false })
    await w.as(by).post(`${path}/cancel`, { from: weeks(2)[1]?.startAt })
    expect(await states()).toEqual(['confirmed', ...all('cancelled', 7)])
  })
})
