/** What people, staff and the clock may do, each to the model and to the product; after each the two must agree. */
import { instantAt } from '@yike/shared/kernel/time'
import fc from 'fast-check'
import { expect } from 'vitest'
import type { Offering } from '../../src/circle/store'
import { readBooks } from '../books'
import type { Answer, Person, World } from '../world'
import type { CareClass, Intent, OfferingName, Stay, Wish } from './care-class'

export interface Real {
  readonly w: World
  readonly offerings: Readonly<Record<OfferingName, Offering>>
  readonly residents: readonly Person[]
  readonly staff: Person
  /** The product's number of each stay. */
  readonly bookingIds: Map<Stay, string>
  /** What the intent was answered when it was granted. */
  readonly answers: Map<Intent, Answer>
}

type Command = fc.AsyncCommand<CareClass, Real>

const MONDAY = '2026-11-23'
const DAYS = [
  [1, '2026-11-24'],
  [2, '2026-11-25'],
] as const
const at = (minutes: number) => instantAt(MONDAY, minutes)
/** A token ends sooner than a day does: whoever acts has just signed in. */
const signedIn = async (w: World, { token: _, ...person }: Person) => w.as(await w.person(person))
const outcomeOf = ({ status, body }: Answer) => (status < 300 ? 'ok' : body.code)

/** The day-sheets, and the state of every booking, are those of the model. */
const agree = async (model: CareClass, { w, offerings, bookingIds }: Real) => {
  const { kept, due, bookings } = await readBooks(w)
  expect(kept).toEqual(due)
  const states = Object.fromEntries(bookings.map(({ bookingId, state }) => [bookingId, state]))
  expect(states).toEqual(Object.fromEntries(model.stays.map(stay => [bookingIds.get(stay), stay.state])))
  for (const [day, on] of DAYS)
    for (let hour = 8; hour < 18; hour++) {
      const start = (day * 24 + hour) * 60
      const taken = kept[`SHEET#${offerings.hour.thingId} DAY#${on} q${hour * 4}`] ?? 0
      expect([on, hour, model.seats - taken]).toEqual([on, hour, model.left(start, start + 60)])
    }
}

/** What a resident is shown of both offerings is what the model has left. */
export const agreeOnSight = async (model: CareClass, { w, offerings, residents }: Real) => {
  const reader = await signedIn(w, residents[0] as Person)
  for (const { placeId, offeringId } of Object.values(offerings)) {
    const path = `/places/${placeId}/offerings/${offeringId}/days?from=${DAYS[0][1]}&days=${DAYS.length}`
    const { body } = await reader.get(path)
    for (const { startAt, endAt, left } of body.days.flatMap((day: { slots: object[] }) => day.slots))
      expect([startAt, left]).toEqual([startAt, model.left(minutesOf(startAt), minutesOf(endAt))])
  }
}

const minutesOf = (instant: string) => (Date.parse(instant) - Date.parse(at(0))) / 60_000

const send = async (model: CareClass, real: Real, intent: Intent) => {
  const { placeId, offeringId } = real.offerings[intent.wish.offering]
  const startAt = at(intent.wish.start)
  const body = { placeId, offeringId, startAt, endAt: at(model.endOf(intent.wish)) }
  const key = `intent-of-the-model-${model.intents.indexOf(intent)}`
  const known = intent.granted?.stay
  const expected = model.place(intent)
  const by = await signedIn(real.w, real.residents[intent.wish.resident] as Person)
  const answer = await by.post('/bookings', body, key)
  expect(outcomeOf(answer)).toBe(expected)
  const stay = intent.granted?.stay
  if (expected === 'ok' && stay && stay !== known) {
    real.bookingIds.set(stay, String(answer.body.bookingId))
    real.answers.set(intent, answer)
  }
  if (expected === 'ok') expect(answer).toEqual(real.answers.get(intent))
  await agree(model, real)
}

class Place implements Command {
  constructor(readonly wish: Wish) {}
  check = () => true
  async run(model: CareClass, real: Real) {
    const intent: Intent = { wish: this.wish }
    model.intents.push(intent)
    await send(model, real, intent)
  }
  toString = () => `place ${JSON.stringify(this.wish)}`
}

class Retry implements Command {
  constructor(readonly which: number) {}
  check = ({ intents }: Readonly<CareClass>) => intents.length > 0
  run = (model: CareClass, real: Real) => send(model, real, pick(model.intents, this.which))
  toString = () => `retry ${this.which}`
}

class Move implements Command {
  constructor(
    readonly verb: 'cancel' | 'approve' | 'decline',
    readonly which: number,
  ) {}
  check = ({ stays }: Readonly<CareClass>) => stays.length > 0
  async run(model: CareClass, real: Real) {
    const stay = pick(model.stays, this.which)
    const owner = real.residents[stay.resident] as Person
    const by = await signedIn(real.w, this.verb === 'cancel' ? owner : real.staff)
    const booking = `/bookings/${real.bookingIds.get(stay)}`
    const { version } = (await by.get(booking)).body
    const reason = this.verb === 'decline' ? '当天消毒' : undefined
    const answer = await by.post(`${booking}/${this.verb}`, { version, reason })
    expect(outcomeOf(answer)).toBe(model[this.verb](stay))
    await agree(model, real)
  }
  toString = () => `${this.verb} ${this.which}`
}

const pass = (model: CareClass, { w }: Real, minutes: number) => {
  model.now += minutes
  w.pass(minutes)
}

class Lapse implements Command {
  check = () => true
  async run(model: CareClass, real: Real) {
    pass(model, real, (60 - (model.now % 60)) % 60)
    expect(await real.w.tick()).toEqual({ lapsed: model.lapse() })
    await agree(model, real)
  }
  toString = () => 'the clock comes by on the hour'
}

class Pass implements Command {
  constructor(readonly minutes: number) {}
  check = () => true
  async run(model: CareClass, real: Real) {
    pass(model, real, this.minutes)
  }
  toString = () => `${this.minutes} minutes pass`
}

const pick = <T>(from: readonly T[], which: number): T => from[which % from.length] as T

const wish = fc
  .record({
    resident: fc.nat(3),
    offering: fc.constantFrom<OfferingName>('hour', 'hour', 'wholeDay'),
    day: fc.constantFrom(1, 1, 2),
    hour: fc.constantFrom(8, 9, 17),
  })
  .map(({ resident, offering, day, hour }) => ({
    resident,
    offering,
    start: (day * 24 + (offering === 'hour' ? hour : 8)) * 60,
  }))
const place = wish.map(one => new Place(one))
const which = fc.nat(24)
const verb = fc.constantFrom('cancel', 'cancel', 'approve', 'decline')
const move = fc.tuple(verb, which).map(([one, of]) => new Move(one, of))
// From Monday 09:00 the longest leads to twenty minutes before the first slot of Tuesday, when all deadlines meet.
const passing = fc.constantFrom(20, 50, 8 * 60, 22 * 60 + 40).map(minutes => new Pass(minutes))

export const commands = fc.commands<CareClass, Real, false>(
  [
    place,
    place,
    place,
    which.map(one => new Retry(one)),
    move,
    move,
    fc.constant(new Lapse()),
    passing,
    passing,
  ],
  { maxCommands: 25, size: 'max' },
)
