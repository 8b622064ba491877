/** One of the residents books for a team, while its leader lets them and staff leave it open. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { outcomeOf } from '../real'
import { BOOKER, type Intent, TEAM, type Time } from '../stay'
import { act, type Command, exists, personOf } from './act'
import { join, send } from './book'
import { repeat, times } from './series'

const book = (time: Time): Command =>
  act(
    `book for the team ${JSON.stringify(time)}`,
    async (house, real) => {
      const intent: Intent = { wish: { who: TEAM, ...time } }
      house.intents.push(intent)
      await send(house, real, intent)
    },
    exists(time),
  )

const wait = (time: Time): Command =>
  act(
    `wait for the team ${JSON.stringify(time)}`,
    (house, real) => join(house, real, { who: TEAM, ...time }),
    exists(time),
  )

const bookAll = (all: readonly Time[]): Command =>
  act(
    `book all for the team ${JSON.stringify(all)}`,
    (house, real) => repeat(house, real, TEAM, all),
    house => all.every(time => exists(time)(house)),
  )

/** By its leader one member, by staff the whole team. */
const turn = (mayBook: boolean, byStaff: boolean): Command =>
  act(`the team ${mayBook ? 'may book' : 'may not book'}`, async (house, { w, team, staff, ...real }) => {
    const { teamId, booker } = team
    const leader = w.as(personOf({ w, team, staff, ...real }, BOOKER + 1))
    // Let again, it is both: open, and its member one who books.
    const answers = [
      ...(byStaff || mayBook
        ? [await w.as(staff).post(`/work/teams/${teamId}/${mayBook ? 'reopen' : 'close'}`)]
        : []),
      ...(!byStaff || mayBook ? [await leader.put(`/teams/${teamId}/members/${booker}`, { mayBook })] : []),
    ]
    for (const answer of answers) expect(outcomeOf(answer)).toBe('ok')
    house.teamBooks = mayBook
  })

export const teamActs = (time: fc.Arbitrary<Time>): fc.Arbitrary<Command>[] => [
  ...Array.from({ length: 3 }, () => time.map(book)),
  ...Array.from({ length: 2 }, () => time.map(wait)),
  times.map(bookAll),
  fc
    .tuple(fc.constantFrom(true, true, false), fc.boolean())
    .map(([mayBook, byStaff]) => turn(mayBook, byStaff)),
]
