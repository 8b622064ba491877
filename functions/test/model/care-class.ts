/**
 * A class of care and its bookings, as simple as can be said: a list of stays that is asked again for every question.
 * It shares no code with the product. Times are minutes since Monday's midnight.
 */
const HOUR = 60
const DAY = 24 * HOUR
const CANCEL_BEFORE = HOUR

export type OfferingName = 'hour' | 'wholeDay'
type State = 'requested' | 'confirmed' | 'declined' | 'cancelled' | 'lapsed'

export interface Wish {
  readonly resident: number
  readonly offering: OfferingName
  readonly start: number
}

export interface Stay extends Wish {
  readonly end: number
  state: State
  /** While it is requested. */
  readonly answerBy: number
  /** Staff have let it in: only then can a second approval be the first one's echo. */
  approved: boolean
}

/** Somebody's tap on «book», under the key that its retries repeat. */
export interface Intent {
  readonly wish: Wish
  granted?: { readonly stay: Stay }
}

type Outcome = 'ok' | string

export class CareClass {
  now = 9 * HOUR
  readonly stays: Stay[] = []
  readonly intents: Intent[] = []

  constructor(
    readonly seats: number,
    readonly needsApproval: Readonly<Record<OfferingName, boolean>>,
  ) {}

  endOf({ offering, start }: Wish): number {
    return start + (offering === 'hour' ? 1 : 10) * HOUR
  }

  /** Seats left through the whole of a time. */
  left(start: number, end: number): number {
    let most = 0
    for (let at = start; at < end; at += HOUR)
      most = Math.max(most, this.#holding().filter(stay => stay.start <= at && at < stay.end).length)
    return this.seats - most
  }

  /** A new wish, or an earlier one sent again with its key. */
  place(intent: Intent): Outcome {
    const { wish, granted } = intent
    if (granted) return 'ok'
    const end = this.endOf(wish)
    const answerBy = Math.min(this.now + DAY, wish.start - HOUR / 2)
    if (wish.start <= this.now) return 'booking.past'
    if (this.needsApproval[wish.offering] && answerBy <= this.now) return 'booking.too_late'
    if (this.left(wish.start, end) === 0) return 'booking.slot_full'
    if (this.#holding().some(s => s.resident === wish.resident && s.start < end && wish.start < s.end))
      return 'booking.person_busy'
    const state = this.needsApproval[wish.offering] ? 'requested' : 'confirmed'
    const stay: Stay = { ...wish, end, state, answerBy, approved: false }
    this.stays.push(stay)
    intent.granted = { stay }
    return 'ok'
  }

  cancel(stay: Stay): Outcome {
    if (stay.state === 'confirmed' && stay.start - CANCEL_BEFORE < this.now) return 'booking.cancel_closed'
    return this.#move(stay, ['requested', 'confirmed'], 'cancelled')
  }

  approve(stay: Stay): Outcome {
    if (stay.state === 'confirmed' && stay.approved) return 'ok'
    if (this.#isOverdue(stay)) return 'booking.lapsed'
    const done =
      stay.state === 'requested' ? this.#move(stay, ['requested'], 'confirmed') : 'booking.wrong_state'
    stay.approved ||= done === 'ok'
    return done
  }

  decline(stay: Stay): Outcome {
    return this.#isOverdue(stay) ? 'booking.lapsed' : this.#move(stay, ['requested'], 'declined')
  }

  /** What the clock does when it comes by; how many requests lapse. */
  lapse(): number {
    const overdue = this.stays.filter(stay => this.#isOverdue(stay))
    for (const stay of overdue) stay.state = 'lapsed'
    return overdue.length
  }

  #holding(): Stay[] {
    return this.stays.filter(({ state }) => state === 'requested' || state === 'confirmed')
  }

  #isOverdue({ state, answerBy }: Stay): boolean {
    return state === 'requested' && answerBy <= this.now
  }

  /** Doing the same again finds it done. */
  #move(stay: Stay, from: readonly State[], to: State): Outcome {
    if (stay.state !== to && !from.includes(stay.state)) return 'booking.wrong_state'
    stay.state = to
    return 'ok'
  }
}
