/** A child's day as its guardian and its carers read it. */
import type { Pickup } from '@yike/shared/booking/schema/pickup'
import { spokenNumber } from '@yike/shared/kernel/id'
import type { Instant } from '@yike/shared/kernel/time'
import type { SpokenCodes } from '../../../platform/actor'
import { timelineFor } from '../../../platform/wechat/wording'
import type { Fetching } from '../../domain'
import { codeStateOf, fetchersAt } from '../../domain/pickup'
import { phoneOf } from '../phone'

/** What the digits of a code follow from. */
export const seedOf = ({ handover: { bookingId, code } }: Fetching): string | undefined =>
  code && `${bookingId} ${code.seed}`

export const showPickup = (found: Fetching, codes: SpokenCodes, now: Instant): Pickup => {
  const { booking, part, child, handover } = found
  const { bookingId, state, offeringName, forName, startAt, endAt, arrivedAt, leftAt } = booking
  const isOwner = part === 'owner'
  const { code } = handover
  const codeState = code && codeStateOf(code, now)
  const seed = seedOf(found)
  return {
    ...{ bookingId, number: spokenNumber(bookingId), state, offeringName, forName, startAt, endAt },
    ...{ arrivedAt, leftAt },
    fetchers: fetchersAt(found, now).map(({ bookingId: only, endedAt: _, ...one }) => ({
      ...one,
      ...(only && { onlyThis: true as const }),
    })),
    ...(isOwner && child.phone && { phone: child.phone }),
    hasPhone: phoneOf(booking, child) !== undefined,
    ...(code &&
      codeState && {
        code: {
          state: codeState,
          ...(code.fetcherId && { fetcherId: code.fetcherId }),
          untilAt: code.untilAt,
          ...(isOwner && codeState === 'ready' && seed && { digits: codes.of(seed) }),
        },
      }),
    events: timelineFor(handover.timeline, isOwner ? 'owner' : 'staff', now),
  }
}
