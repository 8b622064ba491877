/** What rests on a certificate rests on it also where it is held in place of something else, or given back. */
import { ok } from '@yike/shared/kernel/result'
import { instantAt } from '@yike/shared/kernel/time'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readBooks } from '../../test/books'
import { createWorld, type Person, type World } from '../../test/world'
import type { Offering } from '../circle/store'
import { changeOfferingChanges } from './store'

let w: World
let guest: Person
/** The certificate of the guest is noted, or taken out. */
let note: (has: boolean) => Promise<unknown>
beforeEach(async () => {
  w = await createWorld()
  const staff = await w.person({ roles: ['resident', 'worker'] })
  guest = await w.person()
  const shownAt = await book(await w.offering(await w.place()), 16)
  note = async has => {
    const is = { agreed: true, has, ...(has && { untilOn: '2031-05-20' }) }
    const noted = await w.as(staff).post(`/work/bookings/${shownAt.bookingId}/certificate`, is)
    expect(noted.status).toBe(200)
  }
  await note(true)
})
afterEach(async () => {
  const { kept, due } = await readBooks(w)
  expect(kept).toEqual(due)
  await w.close()
})

const DAY = '2026-11-25'
const forHolders = { purpose: 'dayCare', eligible: { disabled: true }, capacity: 1 } as const
const book = async ({ placeId, offeringId }: Offering, hour: number) => {
  const span = { startAt: instantAt(DAY, hour * 60), endAt: instantAt(DAY, hour * 60 + 60) }
  return (await w.as(guest).post('/bookings', { placeId, offeringId, ...span })).body
}
const state = async ({ bookingId }: { bookingId: string }) =>
  (await w.as(guest).get(`/bookings/${bookingId}`)).body.state
const settle = async () => {
  for (let i = 0; i < 4; i++) await w.react()
}
const changed = async (before: Offering, terms: Partial<Offering>): Promise<Offering> => {
  const after = { ...before, ...terms, version: before.version + 1 }
  expect(await w.table.write(changeOfferingChanges([{ before, after }], w.now))).toEqual(ok(undefined))
  return after
}
/** It is taken out between the look and the write of a booking in this state. */
const takenOutBefore = (put: string) => {
  const { write } = w.table
  w.table.write = async changes => {
    const isIt = changes.some(change => 'put' in change && change.put.state === put)
    if (isIt) {
      w.table.write = write
      await note(false)
    }
    return write(changes)
  }
}

it('nothing that is only for holders is held for whoever had one a moment ago', async () => {
  const [place, next] = [await w.place(), await w.place({ name: '邻近的中心' })]
  const offering = await w.offering(place, forHolders)
  await w.offering(next, { ...forHolders, name: '邻近的日间照料' })
  await w.react()
  const booked = await book(offering, 9)
  await changed(offering, { closures: [{ from: DAY, to: DAY, why: '检修' }] })
  takenOutBefore('offered')
  await settle()
  expect(await state(booked)).toBe('displaced')
})

it('nor is it given back to them where it opens again', async () => {
  const offering = await w.offering(await w.place(), forHolders)
  const booked = await book(offering, 9)
  const shut = await changed(offering, { closures: [{ from: '2026-11-20', to: '2026-12-31', why: '检修' }] })
  await settle()
  await changed(shut, { closures: [] })
  takenOutBefore('confirmed')
  await settle()
  expect(await state(booked)).toBe('displaced')
})

it('what they only came first in is given back to them all the same', async () => {
  const priority = { groups: ['disabled' as const], days: 5 }
  const offering = await w.offering(await w.place(), { capacity: 1, priority })
  const booked = await book(offering, 9)
  const shut = await changed(offering, { closures: [{ from: '2026-11-20', to: '2026-12-31', why: '检修' }] })
  await settle()
  await changed(shut, { closures: [] })
  takenOutBefore('confirmed')
  await settle()
  expect(await state(booked)).toBe('confirmed')
})
