/** One act of somebody, to the model and to the product, which agree afterwards. */
import fc from 'fast-check'
import type { Person } from '../../world'
import type { House } from '../house'
import { type Real, settleAndAgree, turnTo } from '../real'
import { aheadMinutes, BOOKER, HOUR, isCaller, type OfferingName, type State, type Stay, TEAM } from '../stay'

export type Command = fc.AsyncCommand<House, Real>

/** An act that is possible where `check` says so. */
export const act = (
  name: string,
  run: (house: House, real: Real) => Promise<void>,
  check: (house: Readonly<House>) => boolean = () => true,
): Command => ({
  check,
  async run(house, real) {
    await run(house, real)
    await settleAndAgree(house, real)
  },
  toString: () => name,
})

const server = fc.nat(aheadMinutes.length - 1)

/** One process answers, another one follows the stream afterwards. */
export const somewhere = (command: fc.Arbitrary<Command>): fc.Arbitrary<Command> =>
  fc.tuple(command, server, server).map(([one, by, follower]) => ({
    check: house => one.check(house),
    run(house, real) {
      turnTo(house, real, by)
      real.follower = follower
      return one.run(house, real)
    },
    toString: () => `${one} at ${by}, followed by ${follower}`,
  }))

export const pick = <T>(from: readonly T[], which: number): T => from[which % from.length] as T
export const exists =
  ({ offering }: { offering: OfferingName }) =>
  ({ setting }: Readonly<House>): boolean =>
    offering !== 'nextDoor' || setting.hasNeighbour
export const personOf = ({ residents }: Real, who: number) => residents[who === TEAM ? BOOKER : who] as Person
/** Whom a wish names beside its time. */
export const whomOf = ({ team }: Real, who: number) => (who === TEAM ? { teamId: team.teamId } : {})

/** Mostly one of which it may make something, else any. */
export const withStay = (
  name: string,
  which: number,
  run: (house: House, real: Real, stay: Stay) => Promise<void>,
  { may, suits, isNear }: { may?: (stay: Stay) => boolean; suits: readonly State[]; isNear?: true },
) => {
  const among = ({ stays, now }: Readonly<House>) => {
    const some = may ? stays.filter(may) : stays
    const suited = some.filter(
      ({ state, start }) => suits.includes(state) && (!isNear || start - HOUR <= now),
    )
    return which % 4 > 0 && suited.length > 0 ? suited : some
  }
  return act(
    `${name} ${which}`,
    (house, real) => run(house, real, pick(among(house), which)),
    house => among(house).length > 0,
  )
}
export const isResident = (stay: Stay) => !isCaller(stay)
