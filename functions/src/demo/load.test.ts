import { refuse } from '@yike/shared/kernel/result'
import { addDays, addMinutes, localDate } from '@yike/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Answer, createWorld, type World } from '../../test/world'
import type { Offering } from '../circle/store'
import { keys } from '../platform/keys'
import { queryAll, type Table } from '../platform/table'
import { loadDemo } from './load'
import { offeringNamed, offerings } from './offerings'
import { personas } from './personas'
import { places } from './places'
import { communities } from './street'

// A whole street is loaded five times over, each time with what is near every doorstep.
vi.setConfig({ testTimeout: 60_000 })

let w: World
beforeAll(async () => {
  w = await createWorld()
  expect(await loadDemo(w.table, { appId: 'wx-test', now: w.now })).toBe(true)
})
afterAll(() => w.close())

/** The persona signs in as on the phone; what is answered, and a way to ask on. */
const enter = async (id: string) => {
  const persona = personas.find(one => one.id === id)
  if (!persona) throw new Error(`no persona ${id}`)
  const { status, body } = await w.send('POST', '/sessions', {
    body: { code: w.sandbox.login(persona.openId) },
  })
  expect(status).toBe(201)
  return { persona, me: body.me, ...w.as(body) }
}
const queueOf = async (worker: string, community: string) =>
  (await (await enter(worker)).get(`/work/queue?community=${community}&limit=50`)) as Answer<{
    waiting: { kind: string; deadlineAt: string }[]
  }>

// Each loads the whole street, most of them twice.
describe('loading', { timeout: 60_000 }, () => {
  it('a second time, on another day, changes nothing', async () => {
    const own = await createWorld()
    const options = { appId: 'wx-test', now: own.now }
    await loadDemo(own.table, options)
    const sealed: Table = { ...own.table, write: () => Promise.reject(new Error('written to')) }
    expect(await loadDemo(sealed, { ...options, now: addMinutes(own.now, 3 * 1440) })).toBe(false)
    await own.close()
  })

  it.each([2, 40])(
    'cut short after %i writes, it goes on and books nothing twice',
    async most => {
      const own = await createWorld()
      let left = most
      const dying: Table = {
        ...own.table,
        write: changes => (left-- > 0 ? own.table.write(changes) : Promise.reject(new Error('killed'))),
      }
      const options = { appId: 'wx-test', now: own.now }
      await expect(loadDemo(dying, options)).rejects.toThrow('killed')
      expect(await loadDemo(own.table, options)).toBe(true)
      for (const offering of offerings) expect(await leftOf(own, offering)).toEqual(await leftOf(w, offering))
      await own.close()
    },
    60_000,
  )

  it('cut short and met by a busy table, it says so and leaves nothing out', async () => {
    const own = await createWorld()
    const options = { appId: 'wx-test', now: own.now }
    const failing = (after: number, fail: () => Promise<ReturnType<typeof busyNow>>): Table => {
      let left = after
      return { ...own.table, write: changes => (left-- > 0 ? own.table.write(changes) : fail()) }
    }
    const killed = failing(40, () => Promise.reject(new Error('killed')))
    await expect(loadDemo(killed, options)).rejects.toThrow('killed')
    const busy = failing(60, async () => busyNow())
    await expect(loadDemo(busy, options)).rejects.toThrow('request.busy')
    expect(await loadDemo(own.table, options)).toBe(true)
    const count = async (table: Table) =>
      (
        await Promise.all(
          offerings.map(({ thingId }) => queryAll(table, { pk: keys.daySheet(thingId, '').pk })),
        )
      )
        .flat()
        .flatMap(sheet => Object.values(sheet).filter(taken => typeof taken === 'number'))
        .reduce((sum, taken) => sum + taken, 0)
    expect(await count(own.table)).toBe(await count(w.table))
    await own.close()
  }, 60_000)

  it('every offering stands in a community that the clock visits', () => {
    const open = Object.values(communities).map(({ code }) => code)
    expect(offerings.filter(({ community }) => !open.includes(community))).toEqual([])
  })

  it('has all there is, and every kind that can be booked said on its place', async () => {
    const resident = await enter('osmanthus-resident')
    const shown = await Promise.all(places.map(({ placeId }) => resident.get(`/places/${placeId}`)))
    for (const [line, place] of places.entries())
      expect(shown[line]?.body.offerings).toHaveLength(
        offerings.filter(({ placeId }) => placeId === place.placeId).length,
      )
    const before = await resident.get(`/places/${offeringNamed('桂花里书画室', '书画室').placeId}`)
    await w.react()
    expect(await resident.get(`/places/${offeringNamed('桂花里书画室', '书画室').placeId}`)).toEqual(before)
  })
})

const busyNow = () => refuse('request.busy')

const leftOf = async (world: World, offering: Offering): Promise<number[]> => {
  const days = await world.as(await world.person()).days(offering)
  return days.flatMap(({ slots }) => slots.map(({ left }) => left))
}

describe('each persona', () => {
  it.each(personas.map(({ id }) => id))('%s signs in as who they are', async id => {
    const { persona, me, get } = await enter(id)
    expect(me).toMatchObject({
      name: persona.name,
      roles: persona.roles,
      scope: persona.scope,
      home: persona.home,
    })
    expect(me.community?.name ?? null).toBe(persona.community)
    const household = me.people.slice(1).map((one: { name: string }) => one.name)
    expect(household.sort()).toEqual(persona.people.map(one => one.name).sort())
    const { places: favourites } = (await get('/me/favourites')).body
    expect(favourites.map((one: { name: string }) => one.name)).toEqual(persona.favourites)
  })

  it('covers both communities with every office, the street, and somebody new', () => {
    for (const { name } of Object.values(communities)) {
      const roles = personas.filter(({ community }) => community === name).flatMap(one => one.roles)
      expect(roles).toEqual(expect.arrayContaining(['resident', 'volunteer', 'worker']))
    }
    expect(personas.filter(({ roles }) => roles.includes('supervisor'))).toHaveLength(1)
    expect(personas.filter(({ community }) => community === null)).toHaveLength(1)
  })

  it('王桂芳 finds bookings of hers in seven states, one of them an offer, and books one more', async () => {
    const resident = await enter('osmanthus-resident')
    const lists = await Promise.all(['coming', 'past'].map(when => resident.get(`/bookings?when=${when}`)))
    const states = new Set(lists.flatMap(({ body }) => body.bookings).map(({ state }) => state))
    expect(states).toEqual(
      new Set(['requested', 'confirmed', 'declined', 'cancelled', 'waiting', 'offered', 'came']),
    )
    const { placeId, offeringId } = offeringNamed('桂花里书画室', '书画室')
    const days = await resident.days({ placeId, offeringId })
    const on = addDays(localDate(w.now), 6)
    const slot = days.find(day => day.on === on)?.slots[0]
    const booked = await resident.post('/bookings', {
      placeId,
      offeringId,
      startAt: slot?.startAt,
      endAt: slot?.endAt,
    })
    expect(booked.status).toBe(201)
  })

  it('the two-year-old of 陆一鸣 is booked for in a case that waits for staff', async () => {
    const { get, me } = await enter('stonebridge-resident')
    const child = me.people.find((one: { relation: string }) => one.relation === 'child')
    const age = (Date.parse(w.now) - Date.parse(child.bornOn)) / (365.25 * 86_400_000)
    expect(Math.floor(age)).toBe(2)
    const { body } = await get('/bookings')
    expect(body.bookings).toContainEqual(expect.objectContaining({ forName: child.name, state: 'requested' }))
  })

  it.each([
    ['osmanthus-volunteer', 270],
    ['stonebridge-volunteer', 240],
  ])('%s has %i confirmed minutes in the time bank, and hours that wait', async (id, minutes) => {
    const { body } = await (await enter(id)).get('/claims')
    expect(body.balanceMinutes).toBe(minutes)
    const states = body.claims.map(({ state }: { state: string }) => state)
    expect(states).toEqual(expect.arrayContaining(['claimed', 'reported', 'confirmed']))
  })

  it('staff find bookings, requests, hours and words waiting, each worker only those of their community', async () => {
    const { osmanthus, stonebridge } = communities
    for (const [worker, own, other] of [
      ['osmanthus-worker', osmanthus.code, stonebridge.code],
      ['stonebridge-worker', stonebridge.code, osmanthus.code],
    ] as const) {
      const { body } = await queueOf(worker, own)
      expect(new Set(body.waiting.map(({ kind }) => kind))).toEqual(
        new Set(['booking', 'microproject', 'hours', ...(own === osmanthus.code ? ['task'] : [])]),
      )
      // Nothing but one community's hours may be overdue: staff of the demo see what that looks like.
      const overdue = body.waiting.filter(({ deadlineAt }) => deadlineAt <= w.now)
      expect(overdue.map(({ kind }) => kind)).toEqual(own === osmanthus.code ? ['hours'] : [])
      expect((await queueOf(worker, other)).status).not.toBe(200)
      expect((await queueOf('supervisor', own)).body.waiting).toHaveLength(body.waiting.length)
    }
  })
})
