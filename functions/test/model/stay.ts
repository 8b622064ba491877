/** What the model speaks of. Times are minutes since Monday's midnight. It shares no code with the product. */
export const HOUR = 60
export const DAY = 24 * HOUR

/** An hour in a class, a whole day in the same room, and an hour at a neighbour of the same kind. */
export const offeringNames = ['hour', 'wholeDay', 'nextDoor'] as const
export type OfferingName = (typeof offeringNames)[number]
export type PlaceName = 'class' | 'nextDoor'
export const placeOf = (offering: OfferingName): PlaceName => (offering === 'nextDoor' ? 'nextDoor' : 'class')
const minutesOf = (offering: OfferingName): number => (offering === 'wholeDay' ? 10 : 1) * HOUR

export interface Time {
  readonly offering: OfferingName
  readonly start: number
}
export const endOf = ({ offering, start }: Time): number => start + minutesOf(offering)
export const dayOf = (at: number): number => Math.floor(at / DAY)
export const dayStart = (day: number): number => day * DAY

/** Four residents have a telephone of their own; two more call the desk. */
export const RESIDENTS = 4
/** Whoever answers the telephone. */
export const STAFF = -1
/** A team, for which one of them books; it is in as many places as it likes. */
export const TEAM = RESIDENTS + 2
export const BOOKER = 1
export interface Wish extends Time {
  readonly who: number
}

/** Several processes answer, and their clocks are up to a minute apart: so many minutes each is ahead. */
export const aheadMinutes = [0, 0.5, -0.5] as const

/** What a resident lets another one do for them. */
export interface Grant {
  readonly id: string
  readonly giver: number
  readonly holder: number
  readonly may: readonly ('book' | 'cancel' | 'see')[]
  isOpen: boolean
}

/** Somebody's tap on «book», under the key that its retries repeat. */
export interface Intent {
  readonly wish: Wish
  /** By which somebody else taps for them. */
  readonly grant?: Grant
  granted?: { readonly stay: Stay }
}

export const holding = ['requested', 'confirmed', 'offered', 'came', 'absent', 'appealed', 'excused'] as const
export type State =
  | (typeof holding)[number]
  | 'declined'
  | 'cancelled'
  | 'lapsed'
  | 'waiting'
  | 'passed'
  | 'missed'
  | 'displaced'

/** A booking, or a place in a waiting list. */
export interface Stay {
  readonly who: number
  offering: OfferingName
  start: number
  state: State
  /** What was last done to it: the same once more is that one's echo. */
  last: string
  /** Of a request, or of an offer. */
  answerBy: number
  /** In a waiting list, or with something held until its owner answers: since when, and whether before others. */
  queued?: { readonly since: number; readonly first: boolean } | undefined
  /** The slot that it was made to wait for. */
  readonly entryFor?: Time | undefined
  /** Taking what is offered means asking staff for it. */
  asks: boolean
  /** It was sure when its time closed: what takes its place needs nobody's approval. Absent: never displaced. */
  wasSure?: boolean | undefined
  /** What it was for before that closed. */
  from?: Time | undefined
  /** Held beside this one, whose own time it is: taking it gives this one up. It takes neither body nor ration before, and once taken it is like any other. */
  beside?: Stay | undefined
  /** While displaced: when it is next looked for. */
  seekAt: number
  markedAt?: number | undefined
  hasAppealed: boolean
  placedAt: number
  /** Who made it by a grant. */
  delegate?: number | undefined
  /** Who last cancelled it, or took or left an offer. */
  lastBy?: number | undefined
  /** The product's name of it, which settles what would else be a tie. */
  id: string
}
export const holds = ({ state }: Stay): boolean => holding.some(one => one === state)

/** Offered beside what its owner has: it holds a seat, and nothing of theirs. */
export const isBeside = ({ beside, state }: Stay): boolean => beside !== undefined && state === 'offered'

export type Outcome = 'ok' | string

/** Somebody who called has no telephone of ours: staff act for them. */
export const isCaller = ({ who }: Pick<Stay, 'who'>): boolean => who >= RESIDENTS && who !== TEAM
