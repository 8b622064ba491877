/** A relative acts by a grant, while it is open and as far as it goes. */
import fc from 'fast-check'
import { expect } from 'vitest'
import type { House } from '../house'
import { outcomeOf } from '../real'
import { type Grant, RESIDENTS, type Time } from '../stay'
import { act, type Command, exists, isResident, personOf, pick, withStay } from './act'
import { join, send } from './book'
import { giveUp, repeat, times } from './series'

/** Mostly one of whoever it is about, else any. */
const pickOf = ({ grants }: House, which: number, giver: number | undefined): Grant => {
  const fitting = grants.filter(one => one.giver === giver)
  return pick(which % 4 > 0 && fitting.length > 0 ? fitting : grants, which)
}
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
      const intent = { wish: { who: grant.giver, ...time }, grant }
      house.intents.push(intent)
      await send(house, real, intent)
    },
    house => has(house) && exists(time)(house),
  )

const joinBy = (which: number, time: Time): Command =>
  act(
    `wait by grant ${which} ${JSON.stringify(time)}`,
    async (house, real) => {
      const grant = pick(house.grants, which)
      await join(house, real, { who: grant.giver, ...time }, grant)
    },
    house => has(house) && exists(time)(house),
  )

const actBy = (verb: 'cancel' | 'accept' | 'pass', which: number, of: number): Command =>
  withStay(
    `by grant ${which} ${verb}`,
    of,
    async (house, real, stay) => {
      if (!has(house)) return
      const grant = pickOf(house, which, stay.who)
      const answer = await real.w
        .as(personOf(real, grant.holder))
        .post(`/bookings/${stay.id}/${verb}`, { grantId: grant.id })
      expect(outcomeOf(answer)).toBe(house.actBy(grant, verb, stay))
    },
    {
      may: isResident,
      suits: verb === 'cancel' ? ['requested', 'confirmed', 'waiting', 'displaced'] : ['offered'],
    },
  )

const repeatBy = (which: number, times: readonly Time[]): Command =>
  act(
    `book all by grant ${which} ${JSON.stringify(times)}`,
    async (house, real) => {
      const grant = pick(house.grants, which)
      await repeat(house, real, grant.giver, times, grant)
    },
    house => has(house) && times.every(time => exists(time)(house)),
  )

const giveUpBy = (which: number, of: number): Command =>
  act(
    `by grant ${which} give up series ${of}`,
    (house, real) => giveUp(house, real, of, pickOf(house, which, pick(house.series, of).who)),
    house => has(house) && house.series.length > 0,
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
  ...Array.from({ length: 2 }, () => fc.tuple(which, time).map(([of, at]) => joinBy(of, at))),
  ...(['cancel', 'cancel', 'accept', 'accept', 'pass'] as const).map(verb =>
    fc.tuple(which, which).map(([of, stay]) => actBy(verb, of, stay)),
  ),
  fc.tuple(which, times).map(([of, all]) => repeatBy(of, all)),
  fc.tuple(which, which).map(([of, series]) => giveUpBy(of, series)),
]
