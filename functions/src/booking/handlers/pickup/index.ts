/** Who may fetch a child, as its guardian says it; the class has its own file. */
import type { pickupEndpoints } from '@yike/shared/booking/contract/pickup'
import { ok } from '@yike/shared/kernel/result'
import type { SpokenCodes } from '../../../platform/actor'
import type { Handlers } from '../../../platform/handler'
import { hashedId } from '../../../platform/ids'
import type { Table } from '../../../platform/table'
import type { Fetching } from '../../domain'
import {
  correctFetcher,
  endFetcher,
  instruct,
  isCodeReady,
  isCorrected,
  isInstructed,
  isNamed,
  makeCode,
  nameFetcher,
  setContact,
  withCode,
} from '../../domain/pickup'
import { contactHandlers } from '../contact'
import { classHandlers } from './class'
import { findPickup, moveShown } from './move'
import { showPickup } from './view'

export const pickupHandlers = (table: Table, codes: SpokenCodes): Handlers<typeof pickupEndpoints> => ({
  ...classHandlers(table, codes),
  ...contactHandlers(table),

  async pickup({ actor, now }, { bookingId }) {
    const found = await findPickup(table, actor, bookingId)
    return found.ok ? ok(showPickup(found.value, codes, now)) : found
  },

  nameFetcher({ actor, now }, { bookingId, name, relation, days }) {
    const naming = (personId: string) => ({
      ...{ fetcherId: fetcherOf(personId, relation, name), name, relation, days },
    })
    return moveShown(table, codes, actor, bookingId, now, {
      isRepeat: found => isNamed(found, naming(found.child.personId), now),
      decide: found => nameFetcher(found, naming(found.child.personId), { actorId: actor.residentId, now }),
    })
  },

  correctFetcher({ actor, now }, { bookingId, fetcherId, name }) {
    const to = ({ child }: Fetching) => {
      const relation = child.fetchers.find(one => one.fetcherId === fetcherId)?.relation
      return { fetcherId: relation ? fetcherOf(child.personId, relation, name) : fetcherId, name }
    }
    return moveShown(table, codes, actor, bookingId, now, {
      isRepeat: found => isCorrected(found, fetcherId, to(found).fetcherId, now),
      decide: found => correctFetcher(found, fetcherId, to(found), { actorId: actor.residentId, now }),
    })
  },

  endFetcher: ({ actor, now }, { bookingId, fetcherId }) =>
    moveShown(table, codes, actor, bookingId, now, {
      isRepeat: ({ child }) =>
        child.fetchers.some(one => one.fetcherId === fetcherId && one.endedAt !== undefined),
      decide: found => endFetcher(found, fetcherId, { actorId: actor.residentId, now }),
    }),

  setContact: ({ actor, now }, { bookingId, phone }) =>
    moveShown(table, codes, actor, bookingId, now, {
      part: 'owner',
      isRepeat: ({ child }) => child.phone === phone,
      decide: found => ok(setContact(found, phone)),
    }),

  instruct: ({ actor, now }, { bookingId, note }) =>
    moveShown(table, codes, actor, bookingId, now, {
      part: 'owner',
      isRepeat: found => isInstructed(found, note),
      decide: found => instruct(found, note, { actorId: actor.residentId, now }),
    }),

  makePickupCode({ actor, now, newId }, { bookingId, fetcherId }) {
    const seed = newId('fetcher')
    return moveShown(table, codes, actor, bookingId, now, {
      part: 'owner',
      isRepeat: found => isCodeReady(found, now) && found.handover.code?.fetcherId === fetcherId,
      decide: found => makeCode(found, { seed, fetcherId }, now),
    })
  },

  endPickupCode: ({ actor, now }, { bookingId }) =>
    moveShown(table, codes, actor, bookingId, now, {
      part: 'owner',
      isRepeat: found => !isCodeReady(found, now),
      decide: found => ok(withCode(found, undefined)),
    }),
})

/** Somebody who is named twice is one person. */
const fetcherOf = (personId: string, relation: string, name: string) =>
  hashedId('fetcher', `${personId}\n${relation}\n${name}`)
