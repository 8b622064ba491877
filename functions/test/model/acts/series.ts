/** The same hour of several days in one go, and giving up what is left of them. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { outcomeOf, spanOf } from '../real'
import { HOUR, RESIDENTS, type Time } from '../stay'
import { act, type Command, exists, personOf, pick } from './act'

const repeat = (who: number, times: readonly Time[]): Command =>
  act(
    `book all ${JSON.stringify({ who, times })}`,
    async (house, real) => {
      const [{ offering } = { offering: 'hour' as const }] = times
      const expected = house.placeAll(who, times)
      const answer = await real.w
        .as(personOf(real, who))
        .post('/series', { ...real.paths[offering], spans: times.map(spanOf) })
      expect(outcomeOf(answer)).toBe(expected)
      if (expected !== 'ok') return
      for (const [i, stay] of (house.series.at(-1) ?? []).entries())
        stay.id = answer.body.bookings[i].bookingId
      real.series.push(answer.body.seriesId)
    },
    house => times.every(time => exists(time)(house)),
  )

const giveUp = (which: number): Command =>
  act(
    `give up series ${which}`,
    async (house, real) => {
      const stays = pick(house.series, which)
      const [{ who } = { who: 0 }] = stays
      house.cancelAll(stays)
      const path = `/series/${pick(real.series, which)}/cancel`
      expect(outcomeOf(await real.w.as(personOf(real, who)).post(path))).toBe('ok')
    },
    ({ series }) => series.length > 0,
  )

const times = fc
  .record({
    offering: fc.constantFrom('hour' as const, 'hour' as const, 'nextDoor' as const),
    days: fc.constantFrom([1, 2], [1, 2, 3], [2, 3]),
    hour: fc.constantFrom(8, 9, 17),
  })
  .map(({ offering, days, hour }) => days.map((day): Time => ({ offering, start: (day * 24 + hour) * HOUR })))

export const seriesActs: fc.Arbitrary<Command>[] = [
  ...Array.from({ length: 2 }, () =>
    fc.tuple(fc.nat(RESIDENTS - 1), times).map(([who, all]) => repeat(who, all)),
  ),
  fc.nat(24).map(giveUp),
]
