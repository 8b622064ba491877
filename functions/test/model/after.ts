/** What follows from a commit: who waits is offered what was given back, whose time closed is offered another one. */
import { by, type House } from './house'
import {
  DAY,
  dayOf,
  dayStart,
  endOf,
  HOUR,
  type OfferingName,
  type PlaceName,
  placeOf,
  type Stay,
  type Time,
} from './stay'

export type Happened =
  | {
      readonly what: 'freed'
      readonly stay: Stay
      readonly isDisplaced: boolean
      /** Something was given back: elsewhere too its owner may have been passed over for it. */
      readonly had: boolean
      readonly place: PlaceName
      readonly from: number
      readonly to: number
    }
  | { readonly what: 'seek'; readonly stay: Stay }
  | {
      readonly what: 'terms'
      readonly offering: OfferingName
      readonly raised: readonly number[]
      /** Days that were opened again; 'all': more than single days has changed. */
      readonly opened: 'all' | readonly number[]
    }
  | { readonly what: 'roster'; readonly day: number }

/** Whoever waits nearly then is asked again, for something may be kept free around a booking. */
const AROUND = 2 * HOUR

export const afterwards = (house: House, happened: Happened): void => {
  if (happened.what === 'freed') offerTo(house, happened.place, happened.from, happened.to)
  if (happened.what === 'freed' && happened.had) offerElsewhere(house, happened.stay)
  if (happened.what === 'seek' || (happened.what === 'freed' && happened.isDisplaced))
    swap(house, happened.stay)
  if (happened.what === 'roster') offerTo(house, 'class', dayStart(happened.day), dayStart(happened.day + 1))
  if (happened.what !== 'terms') return
  for (const day of happened.raised) house.happened.push({ what: 'roster', day })
  displace(house, happened.offering)
  const { opened, offering } = happened
  const [from, to] = opened === 'all' ? [house.now, house.now + 14 * DAY] : daysOf(opened)
  if (from !== undefined) offerTo(house, placeOf(offering), from, to)
}

const daysOf = (days: readonly number[]): [number, number] | [undefined, undefined] =>
  days.length > 0 ? [dayStart(Math.min(...days)), dayStart(Math.max(...days) + 1)] : [undefined, undefined]

/** Wherever they wait, the list of that time is asked again. */
const offerElsewhere = (house: House, { who }: Stay): void => {
  const own = house.stays.filter(one => one.who === who && one.state === 'waiting')
  for (const { offering, start } of own.sort(by(one => [one.start, one.id])))
    ask(house, one => one.offering === offering && one.start === start)
}

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

/** First what is sure, then what is asked for, then what is offered. */
const displace = (house: House, offering: OfferingName): void => {
  const rank = { confirmed: 0, requested: 1, offered: 2 } as const
  const at = (one: Stay): [number, string] => {
    if (one.state === 'offered') return house.dueOrder(one)
    return [one.state === 'requested' ? one.answerBy : one.start, one.id]
  }
  const hit = house.outside(offering)
  for (const state of Object.keys(rank) as (keyof typeof rank)[])
    for (const stay of hit.filter(one => one.state === state).sort(by(at))) {
      stay.wasSure ??= state === 'confirmed'
      stay.seekAt = house.now + HOUR / 2
      house.end(stay, 'displaced', 'displace')
    }
}

/** Its own time if that is open again, the same time next door, the next time here, the next time there. */
const swap = (house: House, stay: Stay): void => {
  if (stay.state !== 'displaced') return
  const { offering, start, who } = stay
  const alike = { hour: 'nextDoor', nextDoor: 'hour', wholeDay: undefined } as const
  const neighbour = alike[offering]
  const others: OfferingName[] = neighbour && house.setting.hasNeighbour ? [neighbour] : []
  const sameTime = [offering, ...others]
    .map((name): Time => ({ offering: name, start }))
    .filter(time => house.isOpen(time) && house.left(time) > 0)
  const later = (name: OfferingName): Time[] => {
    const days = Array.from({ length: 10 }, (_, i) => dayOf(start) + i)
    const free = days
      .filter(day => !house.closed[name].has(day))
      .flatMap(day => house.slotsOn(name, day))
      .filter(at => at > house.now && at !== start)
      .map((at): Time => ({ offering: name, start: at }))
      .filter(time => house.left(time) > 0)
    return [
      ...free.filter(one => one.start > start),
      ...free.filter(one => one.start < start).reverse(),
    ].filter(time => !house.isBusy(who, time))
  }
  const here = later(offering)
  const elsewhere = here.length > 0 ? [] : others.flatMap(later)
  for (const time of [...sameTime, ...here, ...elsewhere].slice(0, 6)) if (hold(house, stay, time)) return
}

const hold = (house: House, stay: Stay, time: Time): boolean => {
  const answerBy = Math.min(house.now + 2 * DAY, time.start - HOUR)
  if (house.against(time) || answerBy <= house.now) return false
  house.openDay(time)
  if (house.left(time) === 0 || house.isBusy(stay.who, time)) return false
  if (house.isRationed({ ...time, who: stay.who })) return false
  Object.assign(stay, time)
  stay.state = 'offered'
  stay.last = 'swap'
  stay.answerBy = answerBy
  stay.asks = !stay.wasSure && house.asks(time)
  stay.queued = { since: house.now, first: false }
  return true
}
