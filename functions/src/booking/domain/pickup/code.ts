/** The code of the day: for one person, once, and not to be guessed. */
import { dayEnd, isPickupDay, MOST_WRONG_CODES } from '@yike/shared/booking/rules/pickup'
import type { PickupCodeState } from '@yike/shared/booking/schema/pickup'
import { ok, refuse } from '@yike/shared/kernel/result'
import type { Instant } from '@yike/shared/kernel/time'
import { whoIs } from './fetchers'
import { type Acting, type Code, type Fetching, noteEnd, type Step } from './record'

export const codeStateOf = ({ usedAt, wrong, untilAt }: Code, now: Instant): PickupCodeState => {
  if (usedAt) return 'used'
  if (wrong >= MOST_WRONG_CODES) return 'locked'
  return untilAt <= now ? 'over' : 'ready'
}

export const isCodeReady = ({ handover: { code } }: Fetching, now: Instant): boolean =>
  code !== undefined && codeStateOf(code, now) === 'ready'

export const makeCode = (
  found: Fetching,
  code: Pick<Code, 'seed' | 'fetcherId'>,
  now: Instant,
): Step<'booking.not_named' | 'booking.code_not_today' | 'booking.already_left'> => {
  if (found.booking.leftAt) return refuse('booking.already_left')
  if (!isPickupDay(found.booking, now)) return refuse('booking.code_not_today')
  if (!whoIs(found, code.fetcherId, now)) return refuse('booking.not_named')
  return ok(withCode(found, { ...code, untilAt: dayEnd(found.booking), wrong: 0 }))
}

/** Undefined: none any more. */
export const withCode = (found: Fetching, code: Code | undefined): Fetching => ({
  ...found,
  handover: { ...found.handover, version: found.handover.version + 1, code },
})

/** One more wrong try; the last one locks it, and its guardian reads so. */
export const wrongTry = (found: Fetching, acting: Acting): Fetching => {
  const { code } = found.handover
  if (!code) return found
  const tried = withCode(found, { ...code, wrong: code.wrong + 1 })
  return code.wrong + 1 < MOST_WRONG_CODES ? tried : noteEnd(tried, 'lock', acting.now, {}, acting)
}
