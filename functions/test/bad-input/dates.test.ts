/**
 * Dates and times that staff type (closures, exceptions to hours, shifts, seasons, marks) and that repeat bookings begin
 * with, made up by the thousand. What is wrong with each is said here and not asked of the product.
 */
import { addDays, addMinutes, daysBetween, instantAt, localDate } from '@yike/shared/kernel/time'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { readBooks } from '../books'
import { everything } from '../everything'
import { report, tried } from '../long'
import { createMemory } from '../memory'
import { type Answer, createWorld, HOME, type Person, type World } from '../world'
import { expectRefused } from './attempts'

const TODAY = '2026-11-23'
const NOW = instantAt(TODAY, 9 * 60)
const IN_TEN_YEARS = '2036-11-24'

const noDates = ['2027-02-29', '2026-11-31', '2026-00-10', '1999-12-31', '2026-11-24T25:00']
const isDate = (on: string): boolean => !noDates.includes(on)

/** Near today, at the ends of months and years, on the leap day, ten years on, before anything was; and some that are none. */
const dates = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -3, max: 40 }).map(days => addDays(TODAY, days)) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '2026-11-30',
      '2026-12-31',
      '2027-01-01',
      '2028-02-29',
      IN_TEN_YEARS,
      '2020-01-01',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom(...noDates) },
)

const minutes = fc.oneof(
  { weight: 4, arbitrary: fc.nat(96).map(quarter => quarter * 15) },
  { weight: 1, arbitrary: fc.integer({ min: -60, max: 25 * 60 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 24 * 60, 25 * 60, -15, 7.5) },
)
const clock = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
const instants = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.integer({ min: -3 * 24 * 60, max: 20 * 24 * 60 }).map(ahead => addMinutes(NOW, ahead)),
  },
  { weight: 2, arbitrary: fc.integer({ min: -20, max: 80 * 24 }).map(hours => addMinutes(NOW, hours * 60)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      instantAt('2028-02-29', 600),
      instantAt(IN_TEN_YEARS, 600),
      instantAt('2020-01-01', 0),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('2026-11-24T25:00:00.000Z', '2027-02-29T09:00:00.000Z', '2026-11-24', '9:00'),
  },
)
const isReal = (at: string): boolean =>
  at.length > 16 && !Number.isNaN(Date.parse(at)) && !at.startsWith('2027-02-29')

/** From and to, either way round. */
const ranges = fc.oneof(
  fc.record({ from: dates, to: dates }),
  fc.record({ from: fc.constantFrom(TODAY, '2026-12-21', '2028-02-29'), to: fc.constant(IN_TEN_YEARS) }),
  fc.tuple(dates, fc.integer({ min: 0, max: 6 })).map(([from, days]) => ({
    from,
    to: isDate(from) ? addDays(from, days) : from,
  })),
)
type Range = { readonly from: string; readonly to: string }
const areDates = ({ from, to }: Range) => isDate(from) && isDate(to)
const isBackwards = ({ from, to }: Range) => areDates({ from, to }) && to < from

interface Open {
  readonly from: number
  readonly to: number
}
/** What somebody types for a day. */
const typedMinutes = fc.oneof(
  fc.nat(25 * 4).map(quarter => quarter * 15),
  fc.nat(26 * 60),
  fc.constantFrom(0, 24 * 60, 25 * 60),
)
const opens = fc.record({ from: typedMinutes, to: typedMinutes })
const isClock = (minute: number): boolean => Number.isInteger(minute) && minute >= 0 && minute <= 24 * 60
const isForward = ({ from, to }: Open): boolean => from < to
const typedDay = ({ from, to }: Open) => `${clock(from)}-${clock(to)}`

const wrongRanges: Wrongs<readonly Range[]> = {
  'no date': all => all.some(one => !areDates(one)),
  backwards: all => all.some(isBackwards),
}

/** Other hours on some dates. */
type OtherDays = readonly (Range & { readonly open: Open })[]
const otherDays: fc.Arbitrary<OtherDays> = fc.array(
  fc.tuple(ranges, opens).map(([range, open]) => ({ ...range, open })),
  { minLength: 1, maxLength: 3 },
)
const wrongDays: Wrongs<OtherDays> = {
  ...wrongRanges,
  'no time of day': all => all.some(({ open }) => !isClock(open.from) || !isClock(open.to)),
  nothing: all => all.some(({ open }) => open.from === open.to),
}

const shift = fc.record({ name: fc.constantFrom('郁', '钮', '温'), fromMinute: minutes, toMinute: minutes })
type Shift = { readonly fromMinute: number; readonly toMinute: number }
const wrongShifts: Wrongs<readonly Shift[]> = {
  'no time of day': shifts => shifts.some(one => !isClock(one.fromMinute) || !isClock(one.toMinute)),
  'nothing or backwards': shifts => shifts.some(one => one.toMinute <= one.fromMinute),
  'not by quarters': shifts => shifts.some(one => one.fromMinute % 15 !== 0 || one.toMinute % 15 !== 0),
}

type Wrongs<Input> = Readonly<Record<string, (input: Input) => boolean>>
interface Door<Input> {
  readonly of: fc.Arbitrary<Input>
  /** Each of them is refused. */
  readonly wrong: Wrongs<Input>
  /** Of what is not wrong each of these is taken; of the rest a rule beyond dates may say no. */
  readonly right?: (input: Input) => boolean
  readonly send: (input: Input) => Promise<Answer>
  /** Nothing of it is ever right. */
  readonly isHopeless?: true
}
const door = <Input>(is: Door<Input>): Door<unknown> => is as Door<unknown>

let w: World
let staff: Person
let resident: Person
const known = { placeId: '', offeringId: '', classId: '', bookingId: '' }
const terms = {
  ...{ name: '计时托', forWhom: '60 岁以上老人', capacity: 4, hours: '每天 8:00–18:00，节假日照常' },
  ...{ slotMinutes: 60, noticeMinutes: 0, daysAhead: 14, cancelMinutes: 60, needsApproval: false },
  ...{ priceClass: 'free', priceFen: 0 },
}
const offerings = () => `/work/places/${known.placeId}/offerings`
const versionOf = async (offeringId: string): Promise<number> => {
  const { offerings: all } = (await w.as(staff).get(offerings())).body
  return all.find((one: { offeringId: string }) => one.offeringId === offeringId).version
}
const change = async (offeringId: string, is: object) =>
  w.as(staff).put(`${offerings()}/${offeringId}`, { ...terms, version: await versionOf(offeringId), ...is })

const doors: Readonly<Record<string, Door<unknown>>> = {
  'closures of what can be booked': door<readonly Range[]>({
    of: fc.array(ranges, { minLength: 1, maxLength: 3 }),
    wrong: {
      ...wrongRanges,
      'past a year': all => all.some(one => areDates(one) && daysBetween(one.from, one.to) > 365),
    },
    right: () => true,
    send: all => change(known.offeringId, { closures: all.map(one => ({ ...one, why: '检修' })) }),
  }),
  'hours of what can be booked': door<Open>({
    of: opens,
    wrong: {
      'no time of day': ({ from, to }) => !isClock(from) || !isClock(to),
      nothing: ({ from, to }) => from === to,
      'too short for one booking': of => isForward(of) && of.to - of.from < terms.slotMinutes,
    },
    right: isForward,
    send: of => change(known.offeringId, { hours: `每天 ${typedDay(of)}，节假日照常` }),
  }),
  'exceptions to the hours of a place': door<OtherDays>({
    of: otherDays,
    wrong: {
      ...wrongDays,
      overlapping: all =>
        all.some((one, i) => all.slice(i + 1).some(other => one.from <= other.to && other.from <= one.to)),
    },
    right: all => all.every(({ open }) => isForward(open)),
    async send(all) {
      const path = `/work/places/${known.placeId}`
      const { version } = (await w.as(staff).get(path)).body
      const specialDays = all.map(({ from, to, open }) => ({ from, to, hours: typedDay(open) }))
      const hours = '每天 8:00–18:00，节假日照常'
      return w
        .as(staff)
        .put(path, { version, name: '照料中心', kind: 'elderCare', position: HOME, hours, specialDays })
    },
  }),
  'whom other days would hit': door<OtherDays>({
    of: otherDays,
    wrong: wrongDays,
    right: all => all.length === 1 && all.every(({ open }) => isForward(open)),
    send: all =>
      w.as(staff).post(`/work/places/${known.placeId}/affected`, {
        days: all.map(({ from, to, open }) => ({ from, to, hours: typedDay(open) })),
      }),
  }),
  'the roster of a day': door<{ readonly on: string; readonly shifts: readonly Shift[] }>({
    of: fc.record({ on: dates, shifts: fc.array(shift, { maxLength: 3 }) }),
    wrong: {
      'no date': ({ on }) => !isDate(on),
      past: ({ on }) => isDate(on) && on < TODAY,
      'in ten years': ({ on }) => on === IN_TEN_YEARS,
      ...onEach(wrongShifts, ({ shifts }) => shifts),
    },
    right: ({ on }) => on <= '2027-11-23',
    async send({ on, shifts }) {
      const path = `/places/${known.placeId}/offerings/${known.classId}/rosters/${encodeURIComponent(on)}`
      const { version = 0 } = (await w.as(staff).get(path)).body
      return w.as(staff).put(path, { version, shifts })
    },
  }),
  'the roster of every week': door<readonly Shift[]>({
    of: fc.array(shift, { minLength: 1, maxLength: 3 }),
    wrong: wrongShifts,
    right: () => true,
    send: shifts =>
      change(known.classId, { staffing: { ratio: 2, weekly: Array.from({ length: 7 }, () => shifts) } }),
  }),
  'a season': door<
    Range & {
      readonly closesAt: string
      readonly drawAt: string
      readonly slots: readonly (Shift & { weekday: number })[]
    }
  >({
    of: fc
      .tuple(
        fc.oneof(
          ranges,
          fc.tuple(fc.integer({ min: 20, max: 60 }), fc.integer({ min: 7, max: 60 })).map(([from, days]) => ({
            from: addDays(TODAY, from),
            to: addDays(TODAY, from + days),
          })),
        ),
        fc.oneof(
          fc.record({ closesAt: instants, drawAt: instants }),
          fc.integer({ min: 1, max: 9 }).map(days => ({
            closesAt: addMinutes(NOW, days * 1440),
            drawAt: addMinutes(NOW, days * 1440 + 120),
          })),
        ),
        fc.oneof(
          fc
            .record({ weekday: fc.nat(6), hour: fc.integer({ min: 8, max: 17 }) })
            .chain(({ weekday, hour }) => {
              const slot = { weekday, fromMinute: hour * 60, toMinute: hour * 60 + 60 }
              const other = { weekday, fromMinute: hour * 60 - 30, toMinute: hour * 60 + 30 }
              return fc.constantFrom([slot], [slot], [slot, other])
            }),
          fc.array(
            fc.record({ weekday: fc.integer({ min: -1, max: 7 }), fromMinute: minutes, toMinute: minutes }),
            { minLength: 1, maxLength: 2 },
          ),
        ),
      )
      .map(([range, times, slots]) => ({ ...range, ...times, slots })),
    wrong: {
      'no date': one => !areDates(one),
      backwards: isBackwards,
      'no instant': ({ closesAt, drawAt }) => !isReal(closesAt) || !isReal(drawAt),
      'closed already': ({ closesAt }) => isReal(closesAt) && closesAt <= NOW,
      'drawn before it closes': ({ closesAt, drawAt }) =>
        isReal(closesAt) && isReal(drawAt) && drawAt <= closesAt,
      'begun before it is drawn': ({ from, drawAt }) =>
        isDate(from) && isReal(drawAt) && from <= localDate(drawAt),
      'in ten years': ({ from }) => from === IN_TEN_YEARS,
      'ten years long': ({ from, to }) => isDate(from) && isDate(to) && from < '2027' && to === IN_TEN_YEARS,
      'no weekday': ({ slots }) => slots.some(({ weekday }) => weekday < 0 || weekday > 6),
      overlapping: ({ slots: [one, other] }) =>
        one !== undefined &&
        other !== undefined &&
        one.weekday === other.weekday &&
        one.fromMinute < other.toMinute &&
        other.fromMinute < one.toMinute,
      ...onEach(wrongShifts, ({ slots }) => slots),
    },
    send: of =>
      w.as(staff).post(`${offerings()}/${known.offeringId}/seasons`, { ...of, most: 1, source: 'hand' }),
  }),
  'a mark on a list': door<{ readonly markedAt: string; readonly mark: string }>({
    of: fc.record({ markedAt: instants, mark: fc.constantFrom('came', 'absent', 'excused') }),
    wrong: {
      'no instant': ({ markedAt }) => !isReal(markedAt),
      // It begins tomorrow at nine.
      'before it begins': ({ markedAt }) => isReal(markedAt),
    },
    send: mark => w.as(staff).post(`/work/bookings/${known.bookingId}/mark`, mark),
    isHopeless: true,
  }),
  'a repeat booking that is looked at': door<{
    readonly startAt: string
    readonly endAt: string
    readonly times: number
    readonly leave: readonly string[]
  }>({
    of: fc
      .record({
        startAt: instants,
        length: fc.oneof(
          fc.constantFrom(60, 60, 60, 0, -60, 1440, 10 * 365 * 1440),
          fc.integer({ min: -90, max: 3000 }),
        ),
        times: fc.oneof(fc.integer({ min: 2, max: 20 }), fc.constantFrom(0, 1, -1, 1000, 2.5)),
        leave: fc.array(dates, { maxLength: 2 }),
      })
      .map(({ startAt, length, ...rest }) => ({
        startAt,
        endAt: isReal(startAt) ? addMinutes(startAt, length) : startAt,
        ...rest,
      })),
    wrong: {
      'no instant': ({ startAt }) => !isReal(startAt),
      'no date': ({ leave }) => !leave.every(isDate),
      'no number of times': ({ times }) => !Number.isInteger(times) || times < 2 || times > 100,
    },
    right: ({ startAt, endAt, times }) =>
      startAt > NOW && startAt < endAt && endAt <= addMinutes(startAt, 1440) && times <= 20,
    send: of =>
      w.as(resident).post('/series/preview', {
        ...{ placeId: known.placeId, offeringId: known.offeringId, every: 'weekly' },
        ...of,
      }),
  }),
}

function onEach<Input, Part>(wrong: Wrongs<Part>, part: (input: Input) => Part): Wrongs<Input> {
  return Object.fromEntries(
    Object.entries(wrong).map(([name, is]) => [name, (input: Input) => is(part(input))]),
  )
}

const { params, timeoutMs } = tried(150)

describe.each(Object.entries(doors))('%s', (name, { of, wrong, right, send, isHopeless }) => {
  beforeAll(async () => {
    w = await createWorld({ memory: createMemory() })
    staff = await w.person({ roles: ['resident', 'worker'] })
    resident = await w.person()
    const { placeId } = await w.place()
    Object.assign(known, { placeId })
    const add = async (is: object) =>
      (await w.as(staff).post(offerings(), { kind: 'elderCare', ...terms, ...is })).body.offeringId
    const day = [{ name: '郁', fromMinute: 480, toMinute: 1080 }]
    Object.assign(known, {
      offeringId: await add({}),
      classId: await add({ staffing: { ratio: 2, weekly: Array.from({ length: 7 }, () => day) } }),
    })
    await w.react()
    const slot = { startAt: instantAt('2026-11-24', 9 * 60), endAt: instantAt('2026-11-24', 10 * 60) }
    const booked = await w.as(resident).post('/bookings', { placeId, offeringId: known.offeringId, ...slot })
    Object.assign(known, { bookingId: booked.body.bookingId })
    return () => w.close()
  })

  it(
    'of 150 whatever is wrong is refused and changes nothing, and what is right without doubt is taken each time',
    async () => {
      const met: Record<string, number> = {}
      await fc.assert(
        fc.asyncProperty(of, async input => {
          const found = Object.keys(wrong).filter(what => wrong[what]?.(input))
          const before = await everything(w)
          const answer = await send(input)
          for (const what of found) met[what] = (met[what] ?? 0) + 1
          const isRight = found.length === 0 && (right?.(input) ?? false)
          if (isRight)
            expect(answer.status, `${answer.body.code}: ${JSON.stringify(input)}`).toBeLessThan(300)
          if (found.length === 0 && answer.status < 300) {
            met.fine = (met.fine ?? 0) + 1
            if (isRight) met.right = (met.right ?? 0) + 1
            return
          }
          expectRefused(answer, `${found}: ${JSON.stringify(input)}`)
          expect(await everything(w)).toEqual(before)
        }),
        params,
      )
      report(() => `${name}: ${JSON.stringify(met)}`)
      expect(Object.keys(met)).toEqual(expect.arrayContaining(Object.keys(wrong)))
      expect('fine' in met).toBe(!isHopeless)
      expect('right' in met).toBe(right !== undefined)
      const { kept, due } = await readBooks(w)
      expect(kept).toEqual(due)
    },
    timeoutMs,
  )
})
