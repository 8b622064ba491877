/** Times that no booking can have, made up by the thousand: each is refused in plain words, or is a slot that was free. */
import { isWholeQuarters } from '@yike/shared/booking/calendar'
import { addDays, addMinutes, instantAt, localDate, minuteOfDay } from '@yike/shared/kernel/time'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readBooks } from '../books'
import { report, tried } from '../long'
import { codeOf, openAttempts } from './attempts'

const { here, sendRaw } = openAttempts()
const TODAY = '2026-11-23'
const DAYS_AHEAD = 14

/** Near today, at the ends of months and years, on the leap day, ten years on, before there were any. */
const dates = fc.oneof(
  fc.integer({ min: -3, max: DAYS_AHEAD + 3 }).map(days => addDays(TODAY, days)),
  fc.constantFrom(
    '2026-11-30',
    '2026-12-31',
    '2027-01-01',
    '2028-02-29',
    '2028-03-01',
    '2036-11-24',
    '2020-01-01',
  ),
)
/** Whole quarters, odd minutes, across midnight, 24:00 and 25:00. */
const minutes = fc.oneof(
  fc.nat(95).map(quarter => quarter * 15),
  fc.integer({ min: -60, max: 25 * 60 }),
  fc.constantFrom(0, 8 * 60, 18 * 60, 24 * 60, 25 * 60),
)
const starts = fc.tuple(dates, minutes).map(([on, minute]) => instantAt(on, minute))
const spans = fc
  .tuple(
    starts,
    fc.oneof(
      fc.constantFrom(60, 60, 15, 45, 120, 0, -60, 24 * 60, 10 * 365 * 24 * 60),
      fc.integer({ min: -500, max: 3000 }),
    ),
  )
  .map(([startAt, length]) => ({ startAt, endAt: addMinutes(startAt, length) }))
/** What is right, and overlaps what was booked before or is it. */
const slots = fc
  .tuple(fc.integer({ min: 1, max: DAYS_AHEAD }), fc.integer({ min: 8, max: 17 }))
  .map(([days, hour]) => {
    const startAt = instantAt(addDays(TODAY, days), hour * 60)
    return { startAt, endAt: addMinutes(startAt, 60) }
  })
const words = fc.tuple(
  dates,
  fc.constantFrom('T25:00:00.000Z', 'T24:00:00.000Z', 'T09:60:00.000Z', '', 'T09:00'),
)
const input = fc.oneof(
  { weight: 5, arbitrary: spans },
  { weight: 2, arbitrary: slots },
  { weight: 1, arbitrary: fc.record({ startAt: words.map(said => said.join('')), endAt: starts }) },
)
/** Now and then for somebody who does not exist, or lives in another household. */
const people = fc.constantFrom(undefined, undefined, undefined, 'nobody', 'somebody else')
/** The ways to a seat: by oneself, together with other times, in the waiting list, by a call to the desk. */
const doors = fc.constantFrom('/bookings', '/bookings', '/series', '/bookings/waiting', '/work/bookings')

type Asked = { readonly startAt: string; readonly endAt: string }
const NOW = instantAt(TODAY, 9 * 60)
const years = (count: number) => count * 365 * 24 * 60
/** What may be wrong with a time. */
const wrongs: Readonly<Record<string, (asked: Asked, sold: ReadonlySet<string>) => boolean>> = {
  'no time of day': ({ startAt }) => startAt.includes('T25:00'),
  nothing: ({ startAt, endAt }) => startAt === endAt,
  backwards: ({ startAt, endAt }) => endAt < startAt,
  past: ({ startAt }) => startAt <= NOW,
  'past midnight': ({ startAt, endAt }) =>
    isReal(startAt) && startAt < endAt && localDate(startAt) < localDate(addMinutes(endAt, -1)),
  'ten years long': ({ startAt, endAt }) => isReal(startAt) && addMinutes(startAt, years(9)) < endAt,
  'in ten years': ({ startAt }) => startAt.startsWith('2036'),
  'on the leap day': ({ startAt }) => isReal(startAt) && localDate(startAt) === '2028-02-29',
  'half of what is sold': ({ startAt, endAt }, sold) =>
    [...sold].some(other => startAt !== other && startAt < addMinutes(other, 60) && other < endAt),
  'sold already': ({ startAt }, sold) => sold.has(startAt),
}
const isReal = (instant: string): boolean => !Number.isNaN(Date.parse(instant))

const { params, timeoutMs } = tried(400)

it(
  'of 400 times that people, clocks and programs get wrong, at four doors, none is booked but free slots ahead, once each, none waited for but what is sold, and the books balance',
  async () => {
    const { w, anyone } = here()
    const { placeId, offeringId } = await w.offering(await w.place(), { capacity: 1, daysAhead: DAYS_AHEAD })
    const stranger = await w.person()
    const ids = { nobody: 'ps_01JDZZZZZZZZZZZZZZZZZZZZZZ', 'somebody else': stranger.personId }
    const sold = new Set<string>()
    const met = new Set<string>()
    const refused: Record<string, number> = {}
    await fc.assert(
      fc.asyncProperty(doors, input, people, async (path, { startAt, endAt }, whom) => {
        const isCall = path === '/work/bookings'
        const personId = whom && ids[whom as keyof typeof ids]
        const guest = isCall ? { phone: '13900000000', name: '来电的人' } : { personId }
        const times = path === '/series' ? { spans: [{ startAt, endAt }] } : { startAt, endAt }
        const body = JSON.stringify({ placeId, offeringId, ...times, ...guest })
        for (const [what, is] of Object.entries(wrongs)) if (is({ startAt, endAt }, sold)) met.add(what)
        const answer = await sendRaw({ method: 'POST', path, body, by: anyone })
        if (answer.status >= 300) {
          const code = codeOf(answer, body)
          refused[code] = (refused[code] ?? 0) + 1
          if (whom && !isCall && code !== 'request.malformed') {
            met.add(whom)
            expect(code).toBe('request.not_found')
          }
          return
        }
        if (!isCall) expect(whom).toBe(undefined)
        expect(isWholeQuarters({ startAt, endAt })).toBe(true)
        expect([startAt > w.now, localDate(startAt) <= addDays(TODAY, DAYS_AHEAD)]).toEqual([true, true])
        expect(localDate(addMinutes(endAt, -1))).toBe(localDate(startAt))
        expect([minuteOfDay(startAt) >= 8 * 60, addMinutes(startAt, 60)]).toEqual([true, endAt])
        expect([path, sold.has(startAt)]).toEqual([path, path === '/bookings/waiting'])
        sold.add(startAt)
      }),
      params,
    )
    report(() => `${params.numRuns} times, ${sold.size} booked; refused: ${JSON.stringify(refused)}`)
    expect([...met].sort()).toEqual([...Object.keys(wrongs), ...Object.keys(ids)].sort())
    const { kept, due } = await readBooks(w)
    expect(kept).toEqual(due)
    const taken = Object.entries(kept).filter(([at]) => at.startsWith('SHEET#'))
    expect(taken.filter(([, units]) => units > 1)).toEqual([])
    expect(sold.size).toBeGreaterThan(0)
  },
  timeoutMs,
)
