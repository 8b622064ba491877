/** What follows from a commit: who waits is offered what was given back, whose time closed is offered another one. */
import { by, type House } from './house'
import {
  DAY,
  dayOf,
  dayStart,
  endOf,
  HOUR,
  isBeside,
  type OfferingName,
  offeringNames,
  type PlaceName,
  placeOf,
  type Stay,
  type Time,
} from './stay'

export type Happened =
  | {
      /** Something was given back: elsewhere too its owner may have been passed over for it. */
      readonly what: 'freed'
      readonly stay: Stay
      readonly place: PlaceName
      readonly from: number
      readonly to: number
    }
  /** Whoever begins to wait is asked with those who wait for the same time, and nobody else. */
  | { readonly what: 'joined'; readonly stay: Stay }
  | { readonly what: 'seek'; readonly stay: Stay }
  | {
      readonly what: 'terms'
      readonly offering: OfferingName
      readonly raised: readonly number[]
      /** Days that were opened again; 'all': more than single days has changed. */
      readonly opened: 'all' | readonly number[]
      /** Days that have changed, 'all' where hours have or there are fewer seats: whoever is displaced from there is looked for. */
      readonly less?: 'all' | readonly number[] | undefined
    }
  | { readonly what: 'roster'; readonly day: number }

/** Whoever waits nearly then is asked again, for something may be kept free around a booking. */
const AROUND = 2 * HOUR

export const afterwards = (house: House, happened: Happened): void => {
  if (happened.what === 'freed') offerTo(house, happened.place, happened.from, happened.to)
  if (happened.what === 'freed') offerElsewhere(house, happened.stay)
  if (happened.what === 'joined') askFor(house, happened.stay)
  if (happened.what === 'seek') swap(house, happened.stay)
  if (happened.what === 'roster') staffed(house, dayStart(happened.day), dayStart(happened.day + 1))
  if (happened.what !== 'terms') return
  for (const day of happened.raised) house.happened.push({ what: 'roster', day })
  const { opened, offering } = happened
  const [from, to] = opened === 'all' ? [house.now, house.now + 14 * DAY] : daysOf(opened)
  // Of all that is held in the room.
  if (from !== undefined)
    for (const name of sharing(house, placeOf(offering)))
      giveBack(house, name, opened === 'all' ? 0 : from, opened === 'all' ? Infinity : to)
  // Who is closed out is looked for once, by the closing: what has begun by the clock that looks stays as it is.
  if (happened.less) {
    const [since, until] = happened.less === 'all' ? [0, Infinity] : daysOf(happened.less)
    displace(house, placeOf(offering), since ?? 0, until ?? 0)
    if (placeOf(offering) === 'class') for (const stay of house.crowded()) leave(house, stay)
    const out = house.stays.filter(
      one =>
        one.state === 'displaced' && placeOf(one.offering) === placeOf(offering) && one.start >= house.now,
    )
    // Whoever can keep their hour does, before anybody is given another one.
    for (const stay of inOrder(out)) swap(house, stay, time => time.start === stay.start)
    for (const stay of inOrder(out)) swap(house, stay)
  }
  if (from !== undefined) offerTo(house, placeOf(offering), from, to)
}

/** What is offered of a room, by name. */
const sharing = (house: House, place: PlaceName): OfferingName[] =>
  offeringNames.filter(name => placeOf(name) === place).sort(by(one => [0, house.names[one]]))

/** Somebody more on duty: whose own time it was first, then who waits. */
const staffed = (house: House, from: number, to: number): void => {
  for (const name of sharing(house, 'class')) giveBack(house, name, from, to)
  offerTo(house, 'class', from, to)
}

const daysOf = (days: readonly number[]): [number, number] | [undefined, undefined] =>
  days.length > 0 ? [dayStart(Math.min(...days)), dayStart(Math.max(...days) + 1)] : [undefined, undefined]

/** Wherever they wait, the list of that time is asked again. */
const offerElsewhere = (house: House, { who }: Stay): void => {
  const own = house.stays.filter(one => one.who === who && one.state === 'waiting')
  for (const stay of own.sort(by(one => [one.start, one.id]))) askFor(house, stay)
}

const askFor = (house: House, { offering, start }: Time): void =>
  ask(house, one => one.offering === offering && one.start === start)

/** Whoever waits about then is asked. */
const offerTo = (house: House, place: PlaceName, from: number, to: number): void =>
  ask(house, one => placeOf(one.offering) === place && one.start < to + AROUND && from - AROUND < endOf(one))

/** One after the other is asked, those who come first before the others, as long as there is something to ask about. */
const ask = (house: House, isMeant: (stay: Stay) => boolean): void => {
  const waiting = house.stays
    .filter(one => one.state === 'waiting' && isMeant(one))
    .sort(by(one => [(one.queued?.first ? 0 : 1e9) + (one.queued?.since ?? 0), one.id]))
  for (const stay of waiting) {
    if (stay.start <= house.now || house.against(stay)) continue
    const answerBy = offerUntil(house.now, stay.start - (house.asks(stay) ? HOUR / 2 : 0))
    if (answerBy <= house.now) continue
    house.openDay(stay)
    if (house.left(stay) === 0 || house.isBusy(stay.who, stay) || house.isRationed(stay)) continue
    if (house.isOut(stay.who)) continue
    stay.state = 'offered'
    stay.last = 'offer'
    stay.answerBy = answerBy
    stay.asks = house.asks(stay)
  }
}

/** Two hours, and not by night: what is offered then stands until ten. */
const offerUntil = (now: number, latest: number): number => {
  const minute = now % DAY
  const isNight = minute < 8 * HOUR || minute + 2 * HOUR > 21 * HOUR
  const morning = dayStart(dayOf(now) + (minute < 8 * HOUR ? 0 : 1)) + 8 * HOUR
  return Math.min((isNight ? morning : now) + 2 * HOUR, latest)
}

/** Whom the terms of priority put first, then who booked first. */
const inOrder = (stays: readonly Stay[]): Stay[] =>
  [...stays].sort(by(one => [(one.who === 0 ? 0 : 1e9) + one.placedAt, one.id]))

/** Whose own time is open again has it back; whoever has taken something else is asked. */
const giveBack = (house: House, offering: OfferingName, from: number, to: number): void => {
  const meant = house.stays.filter(
    one =>
      one.from?.offering === offering &&
      from <= one.from.start &&
      one.from.start < to &&
      house.now < one.from.start &&
      house.isOpen(one.from),
  )
  for (const stay of inOrder(meant)) {
    const own = stay.from
    if (!own) continue
    if (stay.state === 'displaced' || stay.state === 'offered') restore(house, stay, own)
    if (stay.state !== 'confirmed' && stay.state !== 'requested') continue
    if (stay.from === undefined) continue
    const former = house.stays.find(one => one.beside === stay && one.start === own.start)
    if (former && former.last !== 'withdraw') continue
    const answerBy = Math.min(house.now + 2 * DAY, own.start - HOUR)
    if (house.against(own) || answerBy <= house.now) continue
    house.openDay(own)
    if (house.left(own) > 0) house.holdBeside(stay, own, answerBy, former)
  }
}

const restore = (house: House, stay: Stay, own: Time): void => {
  if (house.against(own)) return
  house.openDay(own)
  const isFree = house.without(
    stay,
    () => house.left(own) > 0 && !house.isBusy(stay.who, own) && !house.isRationed({ ...own, who: stay.who }),
  )
  if (!isFree) return
  const { offering, start, state } = stay
  const isElsewhere = offering !== own.offering || start !== own.start
  const asks = !stay.wasSure && house.asks(own)
  Object.assign(stay, own, { state: asks ? 'requested' : 'confirmed', last: asks ? 'reask' : 'restore' })
  Object.assign(stay, { from: undefined, wasSure: undefined, queued: undefined })
  if (asks) stay.answerBy = house.answerBy(own)
  if (state === 'offered' && isElsewhere) house.freed(stay, { offering, start })
}

/** Of all that is held in the room at these times: first what is sure, then what is asked for, then what is offered. */
const displace = (house: House, place: PlaceName, since: number, until: number): void => {
  const rank = { confirmed: 0, requested: 1, offered: 2 } as const
  const at = (one: Stay): [number, string] => {
    if (one.state === 'offered') return house.dueOrder(one)
    return [one.state === 'requested' ? one.answerBy : one.start, one.id]
  }
  const beside = house.stays.filter(one => isBeside(one) && one.start >= house.now && !house.isOpen(one))
  const names = sharing(house, place)
  const hit = [...names.flatMap(name => house.outside(name)), ...beside].filter(
    one => since <= one.start && one.start < until,
  )
  for (const state of Object.keys(rank))
    for (const name of names)
      for (const stay of hit.filter(one => one.offering === name && one.state === state).sort(by(at)))
        leave(house, stay)
}

/** Whoever was only asked whether to go back to it keeps what they have. */
const leave = (house: House, stay: Stay): void => {
  if (isBeside(stay)) {
    house.end(stay, 'passed', 'withdraw')
    return
  }
  stay.from ??= { offering: stay.offering, start: stay.start }
  stay.wasSure ??= stay.state === 'confirmed'
  stay.seekAt = house.now + HOUR / 2
  house.end(stay, 'displaced', 'displace')
}

/** Of the same purpose. */
const alike = { hour: 'nextDoor', nextDoor: 'hour', wholeDay: undefined } as const

/**
 * Its own time if that is open again, then within two hours of it next door, then the nearest here, then the nearest next
 * door: a day between counts as much as another part of the day.
 */
const swap = (house: House, stay: Stay, isMeant = (_: Time) => true): void => {
  if (stay.state !== 'displaced') return
  const { offering, start } = stay
  const neighbour = house.setting.hasNeighbour ? alike[offering] : undefined
  const partOf = (at: number) => (at % DAY < 12 * HOUR ? 0 : at % DAY < 18 * HOUR ? 1 : 2)
  const first = Math.max(dayOf(house.now), dayOf(start) - 3)
  const days = Array.from({ length: dayOf(start) + 10 - first }, (_, i) => first + i)
  const times = [offering, ...(neighbour ? [neighbour] : [])].flatMap(name =>
    days
      .filter(day => !house.closed[name].has(day))
      .flatMap(day => house.slotsOn(name, day))
      .filter(at => at > house.now)
      .map(at => {
        const away = Math.abs(dayOf(at) - dayOf(start)) * DAY + Math.abs((at % DAY) - (start % DAY))
        const isNear = name !== offering && away <= 2 * HOUR
        const tier = name === offering ? (away === 0 ? 0 : 2) : isNear ? 1 : 3
        const apart = away + (!isNear && partOf(at) !== partOf(start) ? DAY : 0)
        return { time: { offering: name, start: at }, rank: tier * 1e6 + apart }
      }),
  )
  const late = ({ time }: (typeof times)[number]) => `${1e6 - time.start} ${house.names[time.offering]}`
  for (const { time } of times.sort(by(one => [one.rank, late(one)])))
    if (isMeant(time) && hold(house, stay, time)) return
}

const hold = (house: House, stay: Stay, time: Time): boolean => {
  const answerBy = Math.min(house.now + 2 * DAY, time.start - HOUR)
  if (house.against(time) || answerBy <= house.now) return false
  if (house.left(time) === 0 || house.isBusy(stay.who, time)) return false
  if (house.isRationed({ ...time, who: stay.who })) return false
  house.openDay(time)
  Object.assign(stay, time)
  stay.state = 'offered'
  stay.last = 'swap'
  stay.answerBy = answerBy
  stay.asks = !stay.wasSure && house.asks(time)
  stay.queued = { since: house.now, first: false }
  return true
}
