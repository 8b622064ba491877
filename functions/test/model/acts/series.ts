/** The same hour of several days in one go, and giving up what is left of them. */
import fc from 'fast-check'
import { expect } from 'vitest'
import type { House } from '../house'
import { outcomeOf, type Real, spanOf } from '../real'
import { type Grant, HOUR, RESIDENTS, type Time } from '../stay'
import { act, type Command, exists, personOf, pick, whomOf } from './act'

export const repeat = async (
  house: House,
  real: Real,
  who: number,
  times: readonly Time[],
  grant?: Grant,
): Promise<void> => {
  const [{ offering } = { offering: 'hour' as const }] = times
  const expected = house.placeAll(who, times, grant)
  const answer = await real.w.as(personOf(real, grant?.holder ?? who)).post('/series', {
    ...real.paths[offering],
    spans: times.map(spanOf),
    ...whomOf(real, who),
    grantId: grant?.id,
  })
  expect(outcomeOf(answer)).toBe(expected)
  if (expected !== 'ok') return
  for (const [i, stay] of (house.series.at(-1)?.stays ?? []).entries())
    stay.id = answer.body.bookings[i].bookingId
  real.series.push(answer.body.seriesId)
}

export const giveUp = async (house: House, real: Real, which: number, grant?: Grant): Promise<void> => {
  const series = pick(house.series, which)
  const expected = house.cancelAll(series, grant)
  const by = personOf(real, grant?.holder ?? series.who)
  const path = `/series/${pick(real.series, which)}/cancel`
  expect(outcomeOf(await real.w.as(by).post(path, { grantId: grant?.id }))).toBe(expected)
}

export const times = fc
  .record({
    offering: fc.constantFrom('hour' as const, 'hour' as const, 'nextDoor' as const),
    days: fc.constantFrom([1, 2], [1, 2, 3], [2, 3]),
    hour: fc.constantFrom(8, 9, 17),
  })
  .map(({ offering, days, hour }) => days.map((day): Time => ({ offering, start: (day * 24 + hour) * HOUR })))

export const seriesActs: fc.Arbitrary<Command>[] = [
  ...Array.from({ length: 2 }, () =>
    fc.tuple(fc.nat(RESIDENTS - 1), times).map(([who, all]) =>
      act(
        `book all ${JSON.stringify({ who, times: all })}`,
        (house, real) => repeat(house, real, who, all),
        house => all.every(time => exists(time)(house)),
      ),
    ),
  ),
  fc.nat(24).map(which =>
    act(
      `give up series ${which}`,
      (house, real) => giveUp(house, real, which),
      ({ series }) => series.length > 0,
    ),
  ),
]
