import { refuse } from '@yike/shared/kernel/result'
import { instantAt } from '@yike/shared/kernel/time'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createWorld, OSMANTHUS, type Person, STONEBRIDGE, type World } from '../../test/world'
import { createTick } from '../app'
import type { Table } from '../platform/table'

let w: World
let resident: Person
beforeEach(async () => {
  w = await createWorld()
  resident = await w.person()
})
afterEach(() => w.close())

/** A booking that waits for staff. */
const placed = async (community = OSMANTHUS): Promise<string> => {
  const { placeId, offeringId } = await w.offering(await w.place({ community }), {
    needsApproval: true,
    attended: false,
  })
  const { body } = await w.as(resident).post('/bookings', {
    placeId,
    offeringId,
    startAt: instantAt('2026-11-27', 9 * 60),
    endAt: instantAt('2026-11-27', 10 * 60),
  })
  return body.bookingId
}
const stateOf = async (bookingId: string) => (await w.as(resident).get(`/bookings/${bookingId}`)).body.state
const untilDeadline = async (bookingId: string) => {
  const { body } = await w.as(resident).get(`/bookings/${bookingId}`)
  return (Date.parse(body.deadlineAt) - Date.parse(w.now)) / 60_000
}

describe('what nobody answered in time', () => {
  it('lapses in the minute of its deadline, and not before', async () => {
    w.pass(3)
    const bookingId = await placed()
    w.pass((await untilDeadline(bookingId)) - 1)
    expect(await w.tick()).toEqual({ lapsed: 0 })
    w.pass(1)
    expect(await w.tick()).toEqual({ lapsed: 1 })
    expect(await stateOf(bookingId)).toBe('lapsed')
  })

  it('lapses also when the clock stood still for days, or was started anew', async () => {
    const first = await placed()
    expect(await w.tick()).toEqual({ lapsed: 0 })
    w.pass(30 * 1440)
    expect(await w.tick()).toEqual({ lapsed: 1 })
    expect(await stateOf(first)).toBe('lapsed')
  })

  it('lapses a minute later when the table was busy', async () => {
    await placed()
    const write: Table['write'] = async () => refuse('request.busy')
    let left = 1
    const busyOnce: Table = {
      ...w.table,
      write: changes => (left-- > 0 ? write(changes) : w.table.write(changes)),
    }
    const tick = createTick({ table: busyOnce, log: () => {} })
    await tick(Date.parse(w.now))
    w.pass(30 * 1440)
    await expect(tick(Date.parse(w.now))).rejects.toThrow()
    expect(await tick(Date.parse(w.now) + 60_000)).toEqual({ lapsed: 1 })
  })

  it('a request that has long been overdue is not read again each minute', async () => {
    await w
      .as(resident)
      .post('/microprojects', { title: '修路灯', what: '三盏不亮了', where: '北门', kind: 'works' })
    w.pass(30 * 1440 + 7)
    const read: unknown[] = []
    const watched: Table = {
      ...w.table,
      query: async ask => {
        const page = await w.table.query(ask)
        if (page.ok && ask.index) read.push(...page.value.items)
        return page
      },
    }
    const tick = createTick({ table: watched, log: () => {} })
    await tick(Date.parse(w.now))
    expect(read.splice(0)).toHaveLength(1)
    await tick(Date.parse(w.now) + 60_000)
    expect(read).toEqual([])
  })

  it('lapses also where another community fails, and the minute counts as failed', async () => {
    const bookings = [await placed(OSMANTHUS), await placed(STONEBRIDGE)]
    const broken: Table = {
      ...w.table,
      query: ask =>
        ask.pk.includes(OSMANTHUS) ? Promise.reject(new Error('a broken item')) : w.table.query(ask),
    }
    w.pass(1440)
    const tick = createTick({ table: broken, log: () => {} })
    await expect(tick(Date.parse(w.now))).rejects.toThrow()
    expect(await Promise.all(bookings.map(stateOf))).toEqual(['requested', 'lapsed'])
  })
})
