/**
 * How long one call may take, however often it is tried. Conflicts, throttling and a lost connection pass, so the call
 * is made again until its time is up.
 */
import { CallFailure } from './call'

export interface Patience {
  /** A call with all its tries. */
  readonly callMs: number
  /** One try: a connection that hangs must leave time for another. */
  readonly tryMs: number
}

/** A request makes a few calls and Lambda ends it after 10 s: two that wait to their end fit. */
export const requestPatience: Patience = { callMs: 4_000, tryMs: 2_500 }

const LONGEST_PAUSE_MS = 800

/** The table did not get to it in time. A write may have been done all the same, if its reply was lost. */
export class Busy extends Error {
  override readonly name = 'Busy'
}

/** Sends until it is answered: what will not pass is thrown as it is, and `Busy` when the time is up. */
export const patiently = async <Reply>(
  { callMs, tryMs }: Patience,
  send: (withinMs: number) => Promise<Reply>,
): Promise<Reply> => {
  const untilMs = performance.now() + callMs
  for (let attempt = 1; ; attempt++)
    try {
      return await send(Math.min(tryMs, untilMs - performance.now()))
    } catch (failure) {
      if (!isPassing(failure)) throw failure
      const pauseMs = Math.random() * Math.min(LONGEST_PAUSE_MS, 8 * 2 ** attempt)
      if (performance.now() + pauseMs >= untilMs) throw new Busy('the table is busy', { cause: failure })
      await new Promise(resolve => setTimeout(resolve, pauseMs))
    }
}

const passingReasons = ['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']
const passingNames = [
  'TransactionInProgressException',
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
]
/** Node's names for a connection that was not made, or broke. */
const lostConnections = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN']

/**
 * A cancelled transaction names a reason for each item. Where one of them was being moved by another transaction, a
 * condition that failed beside it saw a state in flux, and only the next try tells whether it holds.
 */
const isPassing = (failure: unknown): boolean => {
  if (!(failure instanceof CallFailure)) return isLostConnection(failure)
  if (failure.reasons.some(reason => passingReasons.includes(reason))) return true
  return passingNames.includes(failure.name) || failure.status >= 500
}

/** Nobody answered: not connected, cut off, or no reply in time. */
export const isLostConnection = (failure: unknown): boolean =>
  failure instanceof Error &&
  (failure.name === 'TimeoutError' ||
    ('code' in failure && typeof failure.code === 'string' && lostConnections.includes(failure.code)))
