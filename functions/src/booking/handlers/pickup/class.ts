/** The children of a class on a day: who is there, who fetches them, what is said of them. */
import type { pickupEndpoints } from '@yike/shared/booking/contract/pickup'
import type { Party } from '@yike/shared/booking/schema/pickup'
import { answersFor } from '@yike/shared/identity/rules'
import type { Id } from '@yike/shared/kernel/id'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import { addDays, type Instant, instantAt } from '@yike/shared/kernel/time'
import { loadPlace } from '../../../circle/handlers'
import { loadPerson } from '../../../identity/handlers'
import type { Actor, SpokenCodes } from '../../../platform/actor'
import type { Handlers } from '../../../platform/handler'
import type { Table } from '../../../platform/table'
import type { Fetching } from '../../domain'
import {
  arrive,
  hasArrived,
  isCodeReady,
  isFetched,
  isNoted,
  leave,
  noteCare,
  whoIs,
  wrongTry,
} from '../../domain/pickup'
import { asBooking, loadPickups, queryAgenda } from '../../store'
import { findPickup, movePickup, moveShown } from './move'
import { seedOf, showPickup } from './view'

type ClassHandlers = Pick<
  Handlers<typeof pickupEndpoints>,
  'classDay' | 'checkPickup' | 'arrive' | 'leave' | 'noteCare'
>

export const classHandlers = (table: Table, codes: SpokenCodes): ClassHandlers => ({
  async classDay({ actor, now }, { placeId, on, ...page }) {
    const [{ place } = {}, found] = await Promise.all([
      loadPlace(table, placeId),
      queryAgenda(table, placeId, instantAt(on, 0), instantAt(addDays(on, 1), 0), page),
    ])
    if (!found.ok) return found
    if (!place?.community || !answersFor(actor, place.community)) return refuse('request.not_found')
    const { items, cursor } = found.value
    const bookings = items.map(asBooking).filter(({ kind }) => kind === 'childcare')
    const written = await loadPickups(table, bookings)
    return ok({
      placeName: place.name,
      children: bookings.flatMap((booking, i) => {
        const of = written[i]
        return of ? [showPickup({ booking, part: 'staff', ...of }, codes, now)] : []
      }),
      asOf: now,
      ...(cursor && { cursor }),
    })
  },

  async checkPickup({ actor, now }, { bookingId, code }) {
    const proven = await prove(table, codes, actor, bookingId, code, now)
    if (!proven.ok) return proven
    const fetcherId = proven.value.handover.code?.fetcherId
    const party = whoIs(proven.value, fetcherId, now)
    if (!party) return refuse('booking.not_named')
    return ok({ ...(fetcherId && { fetcherId }), party: await named(table, proven.value, party) })
  },

  async arrive({ actor, now }, { bookingId, fetcherId, broughtBy, ...written }) {
    const acting = { actorId: actor.residentId, now }
    const name = fetcherId || broughtBy ? undefined : await guardianName(table, actor, bookingId)
    return moveShown(table, codes, actor, bookingId, now, {
      part: 'staff',
      isRepeat: found => hasArrived(found, { fetcherId, broughtBy }, written),
      decide: found => {
        const arrived = arrive(found, { fetcherId, broughtBy }, written, acting)
        return arrived.ok ? ok(withName(arrived.value, name)) : arrived
      },
    })
  },

  async leave({ actor, now }, { bookingId, fetcherId, code, confirmedBy, ...written }) {
    const acting = { actorId: actor.residentId, now }
    const done = (found: Fetching) => isFetched(found, { at: written.at, code, confirmedBy })
    const isProofGiven = (code === undefined) !== (confirmedBy === undefined)
    let known: Fetching | undefined
    if (code !== undefined && isProofGiven) {
      const proven = await prove(table, codes, actor, bookingId, code, now, done)
      if (!proven.ok) return proven
      known = proven.value
    }
    const name = known ? await nameOf(table, known) : await guardianName(table, actor, bookingId)
    return moveShown(table, codes, actor, bookingId, now, {
      part: 'staff',
      isRepeat: done,
      decide(
        found,
      ): ReturnType<typeof leave> | Result<Fetching, 'booking.code_over' | 'booking.proof_missing'> {
        if (!isProofGiven)
          return refuse('booking.proof_missing', { fields: { code: '填接送码，或写电话里是谁确认的' } })
        // It was taken back, or made anew for somebody else, since it was compared.
        const seed = seedOf(found)
        const isProven = seed !== undefined && isCodeReady(found, now) && codes.of(seed) === code
        if (code !== undefined && !found.booking.leftAt && !isProven) return refuse('booking.code_over')
        const who = code === undefined ? fetcherId : found.handover.code?.fetcherId
        const left = leave(found, who, confirmedBy, written, acting)
        return left.ok ? ok(withName(left.value, name)) : left
      },
    })
  },

  noteCare({ actor, now }, { bookingId, ...written }) {
    const { temperatureDeci, meal, medicine, note } = written
    const isEmpty = temperatureDeci === undefined && !meal && !medicine && !note
    return moveShown(table, codes, actor, bookingId, now, {
      part: 'staff',
      isRepeat: found => isNoted(found, written),
      decide: (found): ReturnType<typeof noteCare> | Result<Fetching, 'booking.note_empty'> =>
        isEmpty
          ? refuse('booking.note_empty', { fields: { note: '写一句，或填体温、吃饭、用药' } })
          : noteCare(found, written, { actorId: actor.residentId, now }),
    })
  },
})

/** Compares a code; a wrong one counts before anything is said of it. */
const prove = async (
  table: Table,
  codes: SpokenCodes,
  actor: Actor,
  bookingId: Id<'booking'>,
  code: string,
  now: Instant,
  isDone: (found: Fetching) => boolean = () => false,
): Promise<
  Result<
    Fetching,
    | 'request.not_found'
    | 'request.busy'
    | 'booking.no_pickup'
    | 'booking.pickup_moved'
    | 'booking.code_wrong'
    | 'booking.code_over'
  >
> => {
  const isRight = (found: Fetching) => {
    const seed = seedOf(found)
    return isCodeReady(found, now) && seed !== undefined && codes.of(seed) === code
  }
  let wrong = false
  const tried = await movePickup(table, actor, bookingId, now, {
    part: 'staff',
    isRepeat: found => isDone(found) || isRight(found),
    decide(found) {
      wrong = isCodeReady(found, now)
      return wrong ? ok(wrongTry(found, { actorId: actor.residentId, now })) : refuse('booking.code_over')
    },
  })
  if (!tried.ok) return tried
  return wrong && !isDone(tried.value) && !isRight(tried.value) ? refuse('booking.code_wrong') : tried
}

/** A guardian is written down by the name that they have themselves. */
const guardianName = async (
  table: Table,
  actor: Actor,
  bookingId: Id<'booking'>,
): Promise<string | undefined> => {
  const found = await findPickup(table, actor, bookingId, 'staff')
  return found.ok ? nameOf(table, found.value) : undefined
}

const nameOf = async (table: Table, { booking: { residentId } }: Fetching): Promise<string | undefined> =>
  (await loadPerson(table, { residentId }, undefined))?.name

const named = async (table: Table, found: Fetching, party: Party): Promise<Party> =>
  party.relation === 'guardian' ? { ...party, name: (await nameOf(table, found)) ?? '' } : party

const withName = (found: Fetching, name: string | undefined): Fetching => {
  const last = found.handover.timeline.at(-1)
  if (last?.party?.relation !== 'guardian' || !name) return found
  const event = { ...last, party: { ...last.party, name } }
  return {
    ...found,
    handover: { ...found.handover, timeline: [...found.handover.timeline.slice(0, -1), event] },
  }
}
