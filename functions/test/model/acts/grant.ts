/** A relative acts by a grant, while it is open and as far as it goes. */
import fc from 'fast-check'
import { expect } from 'vitest'
import type { Grant, House } from '../house'
import { outcomeOf, spanOf } from '../real'
import { RESIDENTS, type Time } from '../stay'
import { act, type Command, exists, isResident, personOf, pick, withStay } from './act'

const has = ({ grants }: Readonly<House>): boolean => grants.length > 0

/** The code is told, taken and confirmed. */
const give = (giver: number, by: number, may: Grant['may']): Command =>
  act(`resident ${giver} lets resident ${by} ${may}`, async (house, real) => {
    const holder = by === giver ? (by + 1) % RESIDENTS : by
    const self = real.w.as(personOf(real, giver))
    const { grantId, code } = (await self.post('/grants', { may, days: 366 })).body
    const taken = await real.w.as(personOf(real, holder)).post('/grants/take', { code })
    const confirmed = await self.post(`/grants/${grantId}/confirm`)
    expect([taken.status, confirmed.body.state]).toEqual([200, 'open'])
    house.grants.push({ id: grantId, giver, holder, may, isOpen: true })
  })

const end = (which: number, isHolder: boolean): Command =>
  act(
    `grant ${which} is ended`,
    async (house, real) => {
      const grant = pick(house.grants, which)
      const who = personOf(real, isHolder ? grant.holder : grant.giver)
      expect(outcomeOf(await real.w.as(who).post(`/grants/${grant.id}/end`))).toBe('ok')
      grant.isOpen = false
    },
    has,
  )

const bookBy = (which: number, time: Time): Command =>
  act(
    `book by grant ${which} ${JSON.stringify(time)}`,
    async (house, real) => {
      const grant = pick(house.grants, which)
      const intent = { wish: { who: grant.giver, ...time } }
      const expected = house.may(grant, 'book') ? house.place(intent) : 'booking.grant_over'
      const slot = { ...real.paths[time.offering], ...spanOf(time), grantId: grant.id }
      const answer = await real.w.as(personOf(real, grant.holder)).post('/bookings', slot)
      expect(outcomeOf(answer)).toBe(expected)
      const stay = house.stays.at(-1)
      if (expected === 'ok' && stay)
        Object.assign(stay, { id: answer.body.bookingId, delegate: grant.holder })
    },
    house => has(house) && exists(time)(house),
  )

const cancelBy = (which: number, of: number): Command =>
  withStay(
    `by grant ${which} cancel`,
    of,
    async (house, real, stay) => {
      if (!has(house)) return
      const grant = pick(house.grants, which)
      const answer = await real.w
        .as(personOf(real, grant.holder))
        .post(`/bookings/${stay.id}/cancel`, { grantId: grant.id })
      expect(outcomeOf(answer)).toBe(house.cancelBy(grant, stay))
    },
    { may: isResident, suits: ['requested', 'confirmed', 'waiting', 'displaced'] },
  )

const who = fc.nat(RESIDENTS - 1)
const which = fc.nat(24)
const may = fc.constantFrom<Grant['may']>(
  ['book', 'cancel', 'see'],
  ['book', 'cancel', 'see'],
  ['book', 'cancel'],
  ['book'],
  ['cancel', 'see'],
)

export const grantActs = (time: fc.Arbitrary<Time>): fc.Arbitrary<Command>[] => [
  fc.tuple(who, who, may).map(([giver, holder, acts]) => give(giver, holder, acts)),
  fc.tuple(which, fc.boolean()).map(([of, isHolder]) => end(of, isHolder)),
  ...Array.from({ length: 3 }, () => fc.tuple(which, time).map(([of, at]) => bookBy(of, at))),
  ...Array.from({ length: 2 }, () => fc.tuple(which, which).map(([of, stay]) => cancelBy(of, stay))),
]
