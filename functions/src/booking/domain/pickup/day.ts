/** What staff write of a child's day, and the guardian's word on medicine. */
import type { CareEvent, Party } from '@yike/shared/booking/schema/pickup'
import type { Id } from '@yike/shared/kernel/id'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import { addMinutes, type Instant } from '@yike/shared/kernel/time'
import { mark } from '../presence'
import { whoIs } from './fetchers'
import { type Acting, eventOf, type Fetching, note, type Said, type Step, write } from './record'

/** What comes in later than this was kept without network: it is judged by when it happened. */
const LATE_MINUTES = 5

export const instruct = (
  found: Fetching,
  words: string,
  acting: Acting,
): Step<'booking.already_left' | 'booking.record_full'> =>
  found.booking.leftAt
    ? refuse('booking.already_left')
    : note(found, 'instruct', acting.now, { note: words }, acting)

export const isInstructed = (found: Fetching, words: string): boolean =>
  eventOf(found, 'instruct')?.note === words

interface Written extends Pick<CareEvent, 'temperatureDeci' | 'meal' | 'medicine' | 'note'> {
  readonly at: Instant
  readonly onPaper?: boolean | undefined
}

/** Medicine needs the guardian's word, here or on paper. */
const stateOf = (
  found: Fetching,
  { temperatureDeci, meal, medicine, note: words, onPaper }: Written,
): Result<Said, 'booking.no_instruction'> => {
  const hasWord = onPaper || found.handover.timeline.some(one => one.verb === 'instruct' || one.onPaper)
  if (medicine && !hasWord) return refuse('booking.no_instruction')
  return ok({
    ...{ temperatureDeci, meal, medicine, note: words },
    ...(medicine && onPaper && { onPaper: true as const }),
  })
}

interface Bringer {
  readonly fetcherId?: Id<'fetcher'> | undefined
  readonly broughtBy?: string | undefined
}

/** Was it brought by this very person, in this state? Two lists that say the same are one; another one is not dropped. */
export const hasArrived = (found: Fetching, { fetcherId, broughtBy }: Bringer, written: Written): boolean => {
  const event = eventOf(found, 'arrive')
  if (!found.booking.arrivedAt || !event) return false
  const named = found.child.fetchers.find(one => one.fetcherId === fetcherId)
  const name = broughtBy ?? named?.name
  return (
    (name === undefined ? event.party?.relation === 'guardian' : event.party?.name === name) &&
    saysSame(event, written)
  )
}

const saysSame = (event: CareEvent, written: Written): boolean =>
  event.temperatureDeci === written.temperatureDeci &&
  event.meal === written.meal &&
  event.medicine === written.medicine &&
  event.note === written.note

/** That the child is there also says that it came: both in one write. */
export const arrive = (
  found: Fetching,
  who: Bringer,
  written: Written,
  acting: Acting,
): Step<
  | 'booking.already_arrived'
  | 'booking.not_named'
  | 'booking.no_instruction'
  | 'booking.not_begun'
  | 'booking.mark_over'
  | 'booking.own_case'
  | 'booking.wrong_state'
> => {
  const { booking, part } = found
  if (booking.arrivedAt) return refuse('booking.already_arrived')
  const at = earlier(written.at, acting.now)
  const party: Party | undefined = who.broughtBy
    ? { name: who.broughtBy, relation: 'other' }
    : whoIs(found, who.fetcherId, at)
  if (!party) return refuse('booking.not_named')
  const said = stateOf(found, written)
  if (!said.ok) return said
  // A child that is brought has come, whatever was marked before.
  const came =
    booking.state === 'came'
      ? ok({ ...booking, version: booking.version + 1 })
      : mark(booking, 'came', later(at, booking.markedAt), { part, actorId: acting.actorId, now: acting.now })
  if (!came.ok) return came
  return ok(
    write(
      { ...found, booking: { ...came.value, arrivedAt: at } },
      'arrive',
      at,
      { party, ...said.value },
      acting,
    ),
  )
}

/** Was this child fetched by this very act already? */
export const isFetched = (
  { handover, booking }: Fetching,
  { at, code, confirmedBy }: { at: Instant; code?: unknown; confirmedBy?: string | undefined },
): boolean => {
  const left = handover.timeline.find(({ verb }) => verb === 'leave')
  return (
    booking.leftAt !== undefined &&
    left?.at === at &&
    left.proof === (code ? 'code' : 'phone') &&
    left.confirmedBy === confirmedBy
  )
}

/** A code was compared before. */
export const leave = (
  found: Fetching,
  fetcherId: Id<'fetcher'> | undefined,
  confirmedBy: string | undefined,
  written: Written,
  acting: Acting,
): Step<'booking.not_arrived' | 'booking.already_left' | 'booking.not_named' | 'booking.no_instruction'> => {
  const { booking, handover } = found
  if (!booking.arrivedAt) return refuse('booking.not_arrived')
  if (booking.leftAt) return refuse('booking.already_left')
  const at = earlier(written.at, acting.now)
  const isLate = confirmedBy !== undefined && addMinutes(at, LATE_MINUTES) < acting.now
  const party = whoIs(found, fetcherId, isLate ? at : acting.now)
  if (!party) return refuse('booking.not_named')
  const said = stateOf(found, written)
  if (!said.ok) return said
  const { code } = handover
  const after = {
    ...found,
    booking: { ...booking, version: booking.version + 1, leftAt: at },
    // Whatever code there was, nobody is fetched by it any more.
    handover: { ...handover, ...(code && { code: { ...code, usedAt: acting.now } }) },
  }
  const proof = confirmedBy === undefined ? 'code' : 'phone'
  return ok(
    write(after, 'leave', at, { party, proof, ...(confirmedBy && { confirmedBy }), ...said.value }, acting),
  )
}

/** The very same words of the very same moment: of two who write at once nobody's fever is dropped. */
export const isNoted = (found: Fetching, written: Written): boolean =>
  found.handover.timeline.some(
    event => event.verb === 'care' && event.at === written.at && saysSame(event, written),
  )

export const noteCare = (
  found: Fetching,
  written: Written,
  acting: Acting,
): Step<
  'booking.not_arrived' | 'booking.already_left' | 'booking.no_instruction' | 'booking.record_full'
> => {
  const { arrivedAt } = found.booking
  // Nothing is noted of a child in care before it was there.
  if (!arrivedAt || written.at < arrivedAt) return refuse('booking.not_arrived')
  if (found.booking.leftAt && found.booking.leftAt <= written.at) return refuse('booking.already_left')
  const said = stateOf(found, written)
  return said.ok ? note(found, 'care', earlier(written.at, acting.now), said.value, acting) : said
}

const earlier = (one: Instant, other: Instant): Instant => (one < other ? one : other)
const later = (one: Instant, other: Instant | undefined): Instant => (other && other > one ? other : one)
