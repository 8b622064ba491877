/** Who may fetch a child, as its guardian says it; the class has its own file. */
import type { pickupEndpoints } from '@yike/shared/booking/contract/pickup'
import { ok } from '@yike/shared/kernel/result'
import type { SpokenCodes } from '../../../platform/actor'
import type { Handlers } from '../../../platform/handler'
import { hashedId } from '../../../platform/ids'
import type { Table } from '../../../platform/table'
import {
  endFetcher,
  instruct,
  isCodeReady,
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
    // Somebody who is named twice is one person.
    const naming = (personId: string) => {
      const fetcherId = hashedId('fetcher', `${personId}\n${relation}\n${name}`)
      return { fetcherId, name, relation, days }
    }
    return moveShown(table, codes, actor, bookingId, now, {
      isRepeat: found => isNamed(found, naming(found.child.personId), now),
      decide: found => nameFetcher(found, naming(found.child.personId), { actorId: actor.residentId, now }),
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
