// What clients and staff do in a race, each request with one key until it is decided; and what they were told.

import type { Offering } from '../../../functions/src/circle/store'
import { atOnce } from '../../../functions/src/platform/at-once'
import type { Span } from '../../../shared/src/booking/calendar'
import { ChangeOffering } from '../../../shared/src/booking/schema/upkeep'
import { localDate } from '../../../shared/src/kernel/time'
import type { Answer, Ground, Somebody } from './ground'
import type { Wish } from './wishes'

/** What every client gets an answer to in the end, or never. */
const RETRIES = 12

/** Of the winners so many have their seats before the first of them gives it up after all. */
const SECOND_THOUGHTS = 30
const ANSWERS_AT_ONCE = 16

export const openClients = (ground: Ground, staff: Somebody) => {
  const counts = {
    tries: 0,
    cancelled: 0,
    answeredByStaff: 0,
    joined: 0,
    acceptedOffers: 0,
    passedOffers: 0,
    series: 0,
    seriesGivenUp: 0,
    closings: 0,
    rushed: 0,
    unanswered: 0,
    serverErrors: 0,
    duplicates: 0,
  }
  const refused: Record<string, number> = {}
  const granted = new Map<string, string>()
  /** The last that anybody was told of each booking. */
  const told = new Map<string, string>()
  const waits = new Map<string, Somebody>()
  const late: { readonly by: Somebody; readonly bookingId: string }[] = []

  const decided = async (
    method: 'POST' | 'PUT',
    path: string,
    by: Somebody,
    body: object,
  ): Promise<Answer | undefined> => {
    const key = crypto.randomUUID()
    for (let left = RETRIES; left > 0; left--) {
      counts.tries++
      const answer = await ground.send(method, path, by, body, key).catch(() => undefined)
      if (answer && answer.status >= 500) counts.serverErrors++
      if (answer && answer.status !== 429 && answer.status < 500) return answer
    }
    counts.unanswered++
    return undefined
  }
  const move = async (bookingId: string, verb: string, by: Somebody, body: object = {}) => {
    const done = await decided('POST', `/bookings/${bookingId}/${verb}`, by, body)
    if (done?.status === 200) told.set(bookingId, done.body.state)
    return done?.status === 200
  }

  const join = async ({ by, slot }: Wish) => {
    const joined = await decided('POST', '/bookings/waiting', by, slot)
    if (joined?.status !== 200) return
    counts.joined++
    waits.set(joined.body.bookingId, by)
    if (!told.has(joined.body.bookingId)) told.set(joined.body.bookingId, joined.body.state)
  }

  const refuse = ({ body: { code } }: Answer): string => {
    refused[code] = (refused[code] ?? 0) + 1
    return code
  }
  const grant = (by: Somebody, { bookingId, offeringId, startAt, state }: Answer['body']) => {
    const intent = `${by.residentId} ${offeringId} ${startAt}`
    if (granted.has(intent)) counts.duplicates++
    granted.set(intent, bookingId)
    told.set(bookingId, state)
  }

  /** Every second who got all of their times gives up what is left of them. */
  const liveOften = async (by: Somebody, slot: Wish['slot'], times: readonly Span[]) => {
    const { placeId, offeringId } = slot
    const answer = await decided('POST', '/series', by, { placeId, offeringId, spans: times })
    if (!answer) return
    if (answer.status !== 201) {
      refuse(answer)
      return
    }
    counts.series++
    for (const one of answer.body.bookings) grant(by, one)
    if (counts.series % 2 === 0) return
    const after = await decided('POST', `/series/${answer.body.seriesId}/cancel`, by, {})
    if (after?.status !== 200) return
    for (const { bookingId, state } of after.body.bookings) told.set(bookingId, state)
    counts.seriesGivenUp++
  }

  /** A third of the winners change their minds, staff answer a part of what waits, a part of the losers queues. */
  const live = async (wish: Wish) => {
    const { by, slot, mood, times } = wish
    if (times) return liveOften(by, slot, times)
    const answer = await decided('POST', '/bookings', by, slot)
    if (!answer) return
    if (answer.status !== 201) {
      const code = refuse(answer)
      if (code === 'booking.slot_full' && mood < 0.15) await join(wish)
      return
    }
    const { bookingId, state, version } = answer.body
    grant(by, answer.body)
    const seen = { ...(version !== undefined && { version }) }
    if (mood > 0.8) late.push({ by, bookingId })
    if (mood < 0.33) counts.cancelled += Number(await move(bookingId, 'cancel', by))
    else if (state === 'requested' && mood < 0.8) {
      const [verb, more] = mood < 0.6 ? ['approve', {}] : ['decline', { reason: '场地检修' }]
      counts.answeredByStaff += Number(
        await move(bookingId, verb as string, staff, { ...seen, ...(more as object) }),
      )
    }
  }

  return {
    counts,
    refused,
    granted,
    told,
    waits,

    live,

    /** Seats that others wait for by now are given up: one, or all that are left. */
    giveUp: async (leaving = SECOND_THOUGHTS) => {
      while (late.length > leaving) {
        const one = late.shift()
        if (one) counts.cancelled += Number(await move(one.bookingId, 'cancel', one.by))
        if (leaving > 0) return
      }
    },

    /** Whoever is offered a seat takes it, and one of four passes it on. How many were. */
    answerOffers: async (offered: readonly string[]): Promise<number> => {
      await atOnce([...offered.entries()], ANSWERS_AT_ONCE, async ([i, bookingId]) => {
        const by = waits.get(bookingId)
        if (!by) return
        const passes = i % 4 === 3
        const done = await move(bookingId, passes ? 'pass' : 'accept', by)
        if (done) counts[passes ? 'passedOffers' : 'acceptedOffers']++
      })
      return offered.length
    },

    /**
     * Staff close a date of an offering while everybody books, and open it again after `meanwhile`. `rush` begins with
     * the closing: those wishes are on their way when it is written.
     */
    closeFor: async (
      { placeId, offeringId }: Offering,
      startAt: string,
      rush: readonly Wish[],
      meanwhile: () => Promise<void>,
    ) => {
      const on = localDate(startAt)
      const write = async (closures: readonly object[]): Promise<boolean> => {
        const path = `/work/places/${placeId}/offerings`
        const answer = await ground.send('GET', path, staff).catch(() => undefined)
        const entry = answer?.body?.offerings?.find((one: Offering) => one.offeringId === offeringId)
        if (!entry) return false
        const typed = Object.fromEntries(
          Object.keys(ChangeOffering.shape)
            .filter(name => !['placeId', 'offeringId'].includes(name) && entry[name] !== undefined)
            .map(name => [name, entry[name]]),
        )
        const done = await decided('PUT', `${path}/${offeringId}`, staff, { ...typed, closures })
        return done?.status === 200
      }
      const insist = async (closures: readonly object[]) => {
        for (let left = 20; left > 0; left--) if (await write(closures)) return
        counts.unanswered++
      }
      await Promise.all([
        insist([{ from: on, to: on, why: '消杀' }]),
        ...rush.map(async wish => {
          await live(wish)
          counts.rushed++
        }),
      ])
      counts.closings++
      await meanwhile()
      await insist([])
    },
  }
}

export type Clients = ReturnType<typeof openClients>
