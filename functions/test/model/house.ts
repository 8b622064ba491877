/**
 * Two rooms and all that is booked in them, as simple as can be said: a list of stays that is asked again for every
 * question. What the stream does after a commit stands in after.ts.
 */
import { afterwards, type Happened } from './after'
import {
  DAY,
  dayOf,
  dayStart,
  endOf,
  type Grant,
  HOUR,
  holds,
  type Intent,
  isBeside,
  type OfferingName,
  type Outcome,
  type PlaceName,
  placeOf,
  STAFF,
  type State,
  type Stay,
  TEAM,
  type Time,
  type Wish,
} from './stay'

const OPENS = 8 * HOUR
const NOON = 13 * HOUR
/** Carers before and after one o'clock. */
export type Carers = readonly [morning: number, afternoon: number]

export interface Setting {
  readonly seats: number
  readonly hasNeighbour: boolean
  readonly needsApproval: Readonly<Record<OfferingName, boolean>>
  /** One guest to a carer, of whom so many come in an ordinary week; absent: a room that needs none. */
  readonly week?: Carers | undefined
  /** So many hours in the class somebody may hold at once, of each day or week. */
  readonly ration?: { readonly within: 'day' | 'week'; readonly most: number } | undefined
}

/** Booked in one go for somebody. */
export interface Series {
  readonly who: number
  readonly stays: readonly Stay[]
}

export class House {
  /** What every clock would say if all went right, and how far that of whoever acts is ahead of it. */
  time = 9 * HOUR
  ahead = 0
  readonly stays: Stay[] = []
  readonly intents: Intent[] = []
  readonly grants: Grant[] = []
  readonly series: Series[] = []
  readonly closed: Record<OfferingName, Set<number>> = {
    hour: new Set(),
    wholeDay: new Set(),
    nextDoor: new Set(),
  }
  readonly closes: Record<OfferingName, number> = {
    hour: 18 * HOUR,
    wholeDay: 18 * HOUR,
    nextDoor: 18 * HOUR,
  }
  /** Days whose roster somebody has opened, with what staff have set for it; else it is that of the week. */
  readonly rosters = new Map<number, Carers | undefined>()
  week: Carers | undefined
  /** Whether its booker may book for the team. */
  teamBooks = true
  seats: number
  readonly happened: Happened[] = []
  /** The product's names of the offerings, for ties. */
  names: Readonly<Record<OfferingName, string>> = { hour: '', wholeDay: '', nextDoor: '' }

  constructor(readonly setting: Setting) {
    this.seats = setting.seats
    this.week = setting.week
  }

  get now(): number {
    return this.time + this.ahead
  }

  // What is open and what is left

  isOpen(time: Time): boolean {
    const day = dayOf(time.start)
    const isSlot = this.slotsOn(time.offering, day).includes(time.start)
    return !this.closed[time.offering].has(day) && isSlot
  }

  slotsOn(offering: OfferingName, day: number): number[] {
    const starts = offering === 'wholeDay' ? [8] : [8, 9, 10, 11, 12, 13, 14, 15, 16, 17]
    return starts
      .map(hour => dayStart(day) + hour * HOUR)
      .filter(start => endOf({ offering, start }) <= dayStart(day) + this.closes[offering])
  }

  seatsAt(place: PlaceName, at: number): number {
    if (place === 'nextDoor') return 1
    const carers = this.rosters.get(dayOf(at)) ?? this.week
    return carers ? Math.min(this.seats, carers[at % DAY < NOON ? 0 : 1]) : this.seats
  }

  taken(place: PlaceName, at: number, among: readonly Stay[] = this.stays): number {
    return among.filter(
      one => holds(one) && placeOf(one.offering) === place && one.start <= at && at < endOf(one),
    ).length
  }

  /** Seats left through the whole of a time. */
  left(time: Time): number {
    const place = placeOf(time.offering)
    let least = Number.POSITIVE_INFINITY
    for (let at = time.start; at < endOf(time); at += HOUR)
      least = Math.min(least, this.seatsAt(place, at) - this.taken(place, at))
    return Math.max(0, least)
  }

  isBusy(who: number, time: Time): boolean {
    if (who === TEAM) return false
    return this.stays.some(
      one =>
        one.who === who && holds(one) && !isBeside(one) && one.start < endOf(time) && time.start < endOf(one),
    )
  }

  isOut(who: number): boolean {
    return who === TEAM && !this.teamBooks
  }

  /** Holds as many of these as one may have. */
  isRationed({ who, offering, start }: Wish): boolean {
    const { ration } = this.setting
    if (!ration || offering !== 'hour') return false
    const period = (at: number) => Math.floor(dayOf(at) / (ration.within === 'week' ? 7 : 1))
    return (
      this.stays.filter(
        one =>
          one.who === who &&
          one.offering === offering &&
          holds(one) &&
          !isBeside(one) &&
          period(one.start) === period(start),
      ).length >= ration.most
    )
  }

  /** Which rule stands against a time, whatever is free. */
  against(time: Time): string | undefined {
    if (time.start <= this.now) return 'booking.past'
    if (this.closed[time.offering].has(dayOf(time.start))) return 'booking.closed'
    if (!this.isOpen(time)) return 'booking.not_a_slot'
    return this.asks(time) && this.answerBy(time) <= this.now ? 'booking.too_late' : undefined
  }

  /** Whoever first takes of a day opens its roster with that of the week. */
  openDay({ offering, start }: Time): void {
    const day = dayOf(start)
    if (!this.week || placeOf(offering) !== 'class' || this.rosters.has(day)) return
    this.rosters.set(day, undefined)
  }

  asks({ offering }: Time): boolean {
    return this.setting.needsApproval[offering]
  }

  answerBy({ start }: Time): number {
    return Math.min(this.now + DAY, start - HOUR / 2)
  }

  // What people do

  /** A new wish, or an earlier one sent again with its key. */
  place(intent: Intent): Outcome {
    const { wish, grant, granted } = intent
    if (granted) return 'ok'
    const over = grant && this.whyNotBy(grant, 'book')
    if (over) return over
    if (this.isOut(wish.who)) return 'booking.team_over'
    const against = this.against(wish)
    if (against) return against
    this.openDay(wish)
    if (this.left(wish) === 0) return 'booking.slot_full'
    if (this.isBusy(wish.who, wish)) return 'booking.person_busy'
    if (this.isRationed(wish)) return 'booking.quota_used'
    const stay = this.#newStay(wish, this.asks(wish) ? 'requested' : 'confirmed', 'place')
    stay.delegate = grant?.holder
    intent.granted = { stay }
    return 'ok'
  }

  /** All of these times, soonest first, or none of them. */
  placeAll(who: number, times: readonly Time[], grant?: Grant): Outcome {
    const over = grant && this.whyNotBy(grant, 'book')
    if (over) return over
    if (this.isOut(who)) return 'booking.team_over'
    const count = this.stays.length
    for (const time of times) {
      const wish = { who, ...time }
      if (this.against(wish) || this.left(wish) === 0 || this.isBusy(who, wish) || this.isRationed(wish)) {
        this.stays.length = count
        return 'booking.series_moved'
      }
      this.#newStay(wish, this.asks(wish) ? 'requested' : 'confirmed', 'place').delegate = grant?.holder
    }
    for (const time of times) this.openDay(time)
    this.series.push({ who, stays: this.stays.slice(count) })
    return 'ok'
  }

  /** What of a series can still be given up is, at once; by a grant what it shows. */
  cancelAll({ who, stays }: Series, grant?: Grant): Outcome {
    const over = grant && this.whyNotBy(grant, 'cancel')
    if (over) return over
    const meant = grant ? stays.filter(one => this.#isSeenUnder(grant, one)) : stays
    if (meant.length === 0) return 'request.not_found'
    const ahead = meant.filter(one => this.now <= one.start)
    for (const stay of ahead) if (stay.last !== 'cancel') this.cancel(stay, grant?.holder ?? who)
    return 'ok'
  }

  /** The entry of somebody in the list of a slot: there is one, until it is taken elsewhere. */
  entryOf({ who, offering, start }: Wish): Stay | undefined {
    return this.stays.find(one => {
      const { entryFor } = one
      if (one.who !== who || entryFor?.offering !== offering || entryFor.start !== start) return false
      return !isOn(one) || (one.offering === offering && one.start === start)
    })
  }

  /** What a grant does not show of the giver is only that they are busy. */
  join(wish: Wish, grant?: Grant): Outcome {
    const over = grant && this.whyNotBy(grant, 'book')
    if (over) return over
    if (this.isOut(wish.who)) return 'booking.team_over'
    const entry = this.entryOf(wish)
    if (entry && isOn(entry)) return grant && !this.#isSeenUnder(grant, entry) ? 'booking.person_busy' : 'ok'
    const against = this.against(wish)
    if (against) return against
    if (this.left(wish) > 0) return 'booking.seat_left'
    const { offering, start } = wish
    const same = this.stays.filter(
      one => one.who === wish.who && one.offering === offering && one.start === start,
    )
    if (same.some(one => holds(one) && one.state !== 'offered')) return 'booking.person_busy'
    const stay = this.#newStay(wish, 'waiting', 'join', { offering, start }, entry)
    stay.queued = { since: this.now, first: wish.who === 0 }
    stay.delegate = grant?.holder
    this.happened.push({ what: 'joined', stay })
    return 'ok'
  }

  accept(stay: Stay, by = stay.who): Outcome {
    if (this.#isEcho(stay, 'accept', by)) return 'ok'
    if (stay.state !== 'offered') return 'booking.wrong_state'
    if (stay.answerBy <= this.now) return 'booking.offer_over'
    const against = isBeside(stay) ? this.#takeInstead(stay, by) : undefined
    if (against) return against
    if (this.isOut(stay.who)) return 'booking.team_over'
    stay.beside = undefined
    if (stay.asks) stay.answerBy = this.answerBy(stay)
    return this.#moveBy(by, stay, ['offered'], stay.asks ? 'requested' : 'confirmed', 'accept')
  }

  /** What was taken meanwhile is given up for one's own time, or something else stands against that. */
  #takeInstead(stay: Stay, by: number): Outcome | undefined {
    const other = stay.beside
    const gives = other && (isMovable(other) || other.state === 'displaced') && other.start > this.now
    const against = this.without(gives ? other : undefined, () => {
      if (this.isBusy(stay.who, stay) || this.isRationed(stay)) return 'booking.not_back'
      return this.isOut(stay.who) ? 'booking.team_over' : undefined
    })
    if (against || !gives) return against
    this.end(other, 'cancelled', 'goBack')
    other.lastBy = by
    return undefined
  }

  /** As it would be if somebody held nothing. */
  without<T>(stay: Stay | undefined, ask: () => T): T {
    if (!stay) return ask()
    const { state } = stay
    stay.state = 'displaced'
    const answer = ask()
    stay.state = state
    return answer
  }

  pass(stay: Stay, by = stay.who): Outcome {
    return this.#moveBy(by, stay, ['offered'], 'passed', 'pass')
  }

  cancel(stay: Stay, by = stay.who): Outcome {
    if (stay.state === 'confirmed' && stay.start - HOUR < this.now) return 'booking.cancel_closed'
    return this.#moveBy(by, stay, ['requested', 'confirmed', 'waiting', 'displaced'], 'cancelled', 'cancel')
  }

  whyNotBy({ isOpen, may }: Grant, act: Grant['may'][number]): Outcome | undefined {
    if (!isOpen) return 'booking.grant_over'
    return may.includes(act) ? undefined : 'booking.grant_lacks'
  }

  /** To take an offer or to leave it is part of booking. */
  actBy(grant: Grant, verb: 'cancel' | 'accept' | 'pass', stay: Stay): Outcome {
    const over = this.whyNotBy(grant, verb === 'cancel' ? 'cancel' : 'book')
    if (over) return over
    if (!this.#isSeenUnder(grant, stay)) return 'request.not_found'
    return this[verb](stay, grant.holder)
  }

  /** Of the giver's all, or what its holder made. */
  #isSeenUnder({ giver, holder, may }: Grant, stay: Stay): boolean {
    return stay.who === giver && (may.includes('see') || stay.delegate === holder)
  }

  cancelFor(stay: Stay): Outcome {
    const from: State[] = ['requested', 'confirmed', 'waiting', 'offered', 'displaced']
    return this.#move(stay, from, 'cancelled', 'cancelFor')
  }

  /** What staff take for somebody nobody has to approve. */
  acceptFor(stay: Stay): Outcome {
    if (stay.last === 'acceptFor') return 'ok'
    if (stay.state !== 'offered') return 'booking.wrong_state'
    if (stay.answerBy <= this.now) return 'booking.offer_over'
    const against = isBeside(stay) ? this.#takeInstead(stay, STAFF) : undefined
    if (against) return against
    if (this.isOut(stay.who)) return 'booking.team_over'
    stay.beside = undefined
    return this.#move(stay, ['offered'], 'confirmed', 'acceptFor')
  }

  approve(stay: Stay): Outcome {
    if (stay.last === 'approve') return 'ok'
    return this.#isOverdue(stay) ? 'booking.lapsed' : this.#move(stay, ['requested'], 'confirmed', 'approve')
  }

  decline(stay: Stay): Outcome {
    return this.#isOverdue(stay) ? 'booking.lapsed' : this.#move(stay, ['requested'], 'declined', 'decline')
  }

  /** A mark of staff that was made at some time before now. */
  mark(stay: Stay, as: 'came' | 'absent' | 'excused', at: number): Outcome {
    if (stay.state === as || (stay.markedAt !== undefined && at <= stay.markedAt)) return 'ok'
    const from: Record<typeof as, State[]> = {
      came: ['confirmed', 'absent', 'appealed', 'excused'],
      absent: ['confirmed', 'came', 'excused'],
      excused: ['confirmed', 'came', 'absent', 'appealed'],
    }
    if (!from[as].includes(stay.state)) return 'booking.wrong_state'
    if (at < stay.start - (as === 'came' ? HOUR : 0)) return 'booking.not_begun'
    if (at > endOf(stay) + 14 * DAY) return 'booking.mark_over'
    stay.markedAt = at
    return this.#move(stay, from[as], as, { came: 'checkIn', absent: 'noShow', excused: 'excuse' }[as])
  }

  /** By the code at the door. */
  checkIn(stay: Stay): Outcome {
    if (stay.state === 'came') return 'ok'
    if (this.now < stay.start - HOUR || endOf(stay) <= this.now) return 'booking.not_check_in_time'
    const done = this.#move(stay, ['confirmed', 'absent'], 'came', 'checkIn')
    if (done === 'ok') stay.markedAt = this.now
    return done
  }

  appeal(stay: Stay): Outcome {
    if (stay.last === 'appeal') return 'ok'
    if (stay.hasAppealed) return 'booking.appeal_said'
    if (stay.state !== 'absent') return 'booking.wrong_state'
    if (endOf(stay) + 14 * DAY <= this.now) return 'booking.appeal_over'
    stay.hasAppealed = true
    return this.#move(stay, ['absent'], 'appealed', 'appeal')
  }

  /** The answer to an appeal. */
  answer(stay: Stay, verb: 'excuse' | 'uphold'): Outcome {
    if (stay.last === verb) return 'ok'
    const done = this.#move(stay, ['appealed'], verb === 'excuse' ? 'excused' : 'absent', verb)
    if (done === 'ok') stay.markedAt = this.now
    return done
  }

  // What staff change

  /** Terms of an offering were written anew; where they say something else of the room, also of what else is in it. */
  changeTerms(
    offering: OfferingName,
    {
      seats = this.seats,
      week = this.week,
      opened = 'all' as 'all' | readonly number[],
      /** The days that have changed; 'all': the hours have. */
      closed = undefined as 'all' | readonly number[] | undefined,
    } = {},
  ): void {
    const before = new Map([...this.rosters.keys()].map(day => [day, this.#seatsOf(day)]))
    const isRoomChanged = seats !== this.seats || week !== this.week
    const less = seats < this.seats ? 'all' : closed
    this.seats = seats
    this.week = week
    const raised = [...before].filter(([day, were]) => isMore(this.#seatsOf(day), were)).map(([day]) => day)
    raised.sort((one, other) => one - other)
    this.happened.push({ what: 'terms', offering, raised, opened, less })
    const other = { hour: 'wholeDay', wholeDay: 'hour', nextDoor: undefined } as const
    const sharer = other[offering]
    if (isRoomChanged && sharer)
      this.happened.push({ what: 'terms', offering: sharer, raised: [], opened: 'all', less })
  }

  setRoster(day: number, carers: Carers): void {
    // Whoever waits for a day has had it opened: before that there is nobody to be asked.
    const isOpened = this.rosters.has(day)
    const were = this.#seatsOf(day)
    this.rosters.set(day, carers)
    if (isOpened && isMore(this.#seatsOf(day), were)) this.happened.push({ what: 'roster', day })
  }

  #seatsOf(day: number): Carers {
    return [this.seatsAt('class', dayStart(day) + OPENS), this.seatsAt('class', dayStart(day) + NOON)]
  }

  /** Whom terms that are not yet written would hit. */
  outside(offering: OfferingName): Stay[] {
    return this.stays.filter(
      one =>
        one.offering === offering &&
        !this.isOpen(one) &&
        one.start >= this.now &&
        isMovable(one) &&
        !isBeside(one),
    )
  }

  /** Who has to leave the room, the last who booked before the others: of a class a person decides. */
  crowded(): Stay[] {
    if (this.week) return []
    const hoursOf = (stay: Stay) =>
      Array.from({ length: (endOf(stay) - stay.start) / HOUR }, (_, i) => stay.start + i * HOUR)
    const gone = new Set<Stay>()
    const isOver = (at: number) =>
      this.taken(
        'class',
        at,
        this.stays.filter(one => !gone.has(one)),
      ) > this.seats
    const inRoom = this.stays.filter(
      one => placeOf(one.offering) === 'class' && one.start >= this.now && isMovable(one),
    )
    const lastFirst = inRoom.sort(by(one => [one.placedAt, one.id])).reverse()
    for (const stay of lastFirst) if (hoursOf(stay).some(isOver)) gone.add(stay)
    for (const stay of [...gone].reverse()) {
      gone.delete(stay)
      if (hoursOf(stay).some(isOver)) gone.add(stay)
    }
    return lastFirst.filter(one => gone.has(one))
  }

  // What time does

  tick(): { lapsed: number; moved?: number } {
    const overdue = this.stays.filter(one => this.#isOverdue(one)).sort(by(one => [one.answerBy, one.id]))
    for (const stay of overdue) this.end(stay, 'lapsed', 'lapse')
    const due = this.stays.filter(one => dueAt(one) <= this.now).sort(by(one => this.dueOrder(one)))
    for (const stay of due) {
      if (stay.state === 'displaced' && stay.start > this.now) {
        stay.seekAt = this.now + HOUR / 2
        this.happened.push({ what: 'seek', stay })
      } else if (stay.state === 'offered') this.end(stay, 'passed', 'expire')
      else this.end(stay, 'missed', 'miss')
    }
    return { lapsed: overdue.length, ...(due.length > 0 && { moved: due.length }) }
  }

  /** Where a stay stands in the list of what is due. */
  dueOrder(stay: Stay): [number, string] {
    const { queued } = stay
    const order = queued ? `${queued.first ? 0 : 1}${queued.since.toFixed(1).padStart(9, '0')}` : ''
    return [dueAt(stay), `${this.names[stay.offering]} ${order} ${stay.id}`]
  }

  /** The stream tells of everything that has happened, and of what that brings about. */
  settle(): void {
    for (let one = this.happened.shift(); one; one = this.happened.shift()) afterwards(this, one)
  }

  /** What does not hold its time any more gives it back. */
  end(stay: Stay, to: State, verb: string): void {
    const held = holds(stay)
    stay.state = to
    stay.last = verb
    if (held && !holds(stay)) this.freed(stay, stay)
  }

  /** A seat at a time is anybody's again. */
  freed(stay: Stay, time: Time): void {
    const span = { place: placeOf(time.offering), from: time.start, to: endOf(time) }
    this.happened.push({ what: 'freed', stay, ...span })
  }

  /** Own time, held beside what was taken meanwhile. */
  holdBeside(stay: Stay, own: Time, answerBy: number, former: Stay | undefined): void {
    const made: Stay = {
      ...{ who: stay.who, ...own, state: 'offered', last: 'reopen', answerBy, beside: stay },
      ...{ asks: !stay.wasSure && this.asks(own), seekAt: 0, hasAppealed: false, placedAt: this.now },
      ...{ queued: { since: this.now, first: false }, delegate: stay.delegate, id: former?.id ?? '' },
    }
    if (former) Object.assign(former, made)
    else this.stays.push(made)
  }

  #newStay(wish: Wish, state: State, last: string, entryFor?: Time, earlier?: Stay): Stay {
    const stay: Stay = {
      ...wish,
      ...{ state, last, id: '', answerBy: this.answerBy(wish), asks: false, seekAt: 0, entryFor },
      ...{
        hasAppealed: false,
        placedAt: this.now,
        queued: undefined,
        wasSure: undefined,
        markedAt: undefined,
        from: undefined,
        delegate: undefined,
        lastBy: undefined,
      },
    }
    if (earlier) return Object.assign(earlier, stay, { id: earlier.id })
    this.stays.push(stay)
    return stay
  }

  #isOverdue({ state, answerBy }: Stay): boolean {
    return state === 'requested' && answerBy <= this.now
  }

  /** What somebody else has done is no echo of one's own. */
  #isEcho(stay: Stay, verb: string, by: number): boolean {
    return stay.last === verb && stay.lastBy === by
  }

  #moveBy(by: number, stay: Stay, from: readonly State[], to: State, verb: string): Outcome {
    if (stay.last === verb && !this.#isEcho(stay, verb, by)) return 'booking.wrong_state'
    const done = this.#move(stay, from, to, verb)
    if (done === 'ok') stay.lastBy = by
    return done
  }

  /** Doing the same again finds it done. */
  #move(stay: Stay, from: readonly State[], to: State, verb: string): Outcome {
    if (stay.last === verb) return 'ok'
    if (!from.includes(stay.state)) return 'booking.wrong_state'
    this.end(stay, to, verb)
    return 'ok'
  }
}

/** Nobody joins again who waits, holds something, or has something sought for them. */
const isOn = (stay: Stay): boolean => holds(stay) || stay.state === 'waiting' || stay.state === 'displaced'

const isMore = ([am, pm]: Carers, [wereAm, werePm]: Carers): boolean => am > wereAm || pm > werePm

const isMovable = ({ state }: Stay): boolean => ['requested', 'confirmed', 'offered'].includes(state)

const dueAt = ({ state, start, answerBy, seekAt }: Stay): number => {
  if (state === 'waiting') return start
  if (state === 'offered') return answerBy
  return state === 'displaced' ? seekAt : Number.POSITIVE_INFINITY
}

/** In an order of a number, then of a text. */
export const by =
  <T>(key: (one: T) => [number, string]) =>
  (one: T, other: T): number => {
    const [[a, x], [b, y]] = [key(one), key(other)]
    if (a !== b) return a - b
    return x < y ? -1 : 1
  }
