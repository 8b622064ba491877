/** A tap on «book» or «wait», one's own or by a grant. */
import { expect } from 'vitest'
import type { House } from '../house'
import { outcomeOf, type Real, spanOf } from '../real'
import { type Grant, type Intent, isCaller, type Wish } from '../stay'
import { personOf, whomOf } from './act'

export const send = async (house: House, real: Real, intent: Intent): Promise<void> => {
  const { wish, grant } = intent
  const key = `intent-of-the-model-${house.intents.indexOf(intent)}`
  const isKnown = intent.granted !== undefined
  const expected = house.place(intent)
  const slot = {
    ...real.paths[wish.offering],
    ...spanOf(wish),
    ...whomOf(real, wish.who),
    grantId: grant?.id,
  }
  const answer = isCaller(wish)
    ? await real.w
        .as(real.staff)
        .post('/work/bookings', { ...slot, phone: `1390000000${wish.who}`, name: '来电的人' }, key)
    : await real.w.as(personOf(real, grant?.holder ?? wish.who)).post('/bookings', slot, key)
  expect(outcomeOf(answer)).toBe(expected)
  if (expected !== 'ok' || !intent.granted) return
  if (!isKnown) {
    intent.granted.stay.id = answer.body.bookingId
    real.answers.set(intent, answer)
  }
  const first = real.answers.get(intent)
  // By a grant that was ended since, it says that nothing more can be done.
  if (grant) expect(answer.body.bookingId).toBe(first?.body.bookingId)
  // To whom it was placed for by staff, what a retry says is what the owner would read.
  else if (!isCaller(wish)) expect(answer).toEqual(first)
}

export const join = async (house: House, real: Real, wish: Wish, grant?: Grant): Promise<void> => {
  const expected = house.join(wish, grant)
  const slot = {
    ...real.paths[wish.offering],
    ...spanOf(wish),
    ...whomOf(real, wish.who),
    grantId: grant?.id,
  }
  const answer = await real.w.as(personOf(real, grant?.holder ?? wish.who)).post('/bookings/waiting', slot)
  expect(outcomeOf(answer)).toBe(expected)
  const entry = house.entryOf(wish)
  if (expected !== 'ok' || !entry) return
  if (entry.id) expect(answer.body.bookingId).toBe(entry.id)
  entry.id = answer.body.bookingId
}
