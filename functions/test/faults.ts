/** Which requests a failure of DynamoDB strikes. */

/** Shares of requests, 0 to 1. */
export interface Faults {
  /** Of writes: another transaction moves the first item. */
  readonly conflict: number
  /** Of writes: another transaction moves the last item, and the first one's condition fails meanwhile. */
  readonly conflictBesideCondition: number
  readonly throttle: number
  /** Of writes: done, and the connection breaks. */
  readonly lostReply: number
  /** The connection stays open and nothing comes. */
  readonly silence: number
  /** Of reads of the stream: the place in it is too old. */
  readonly expiredIterator: number
}

const none: Faults = {
  conflict: 0,
  conflictBesideCondition: 0,
  throttle: 0,
  lostReply: 0,
  silence: 0,
  expiredIterator: 0,
}

export const openFaults = (wanted: Partial<Faults>) => {
  const faults = { ...none, ...wanted }
  const due: Record<keyof Faults, number> = { ...none }
  /** How many of each were injected. */
  const injected: Record<keyof Faults, number> = { ...none }
  return {
    injected,
    /** Spread evenly, so that a share is met in every run. */
    strikes: (fault: keyof Faults): boolean => {
      due[fault] += faults[fault]
      if (due[fault] < 1) return false
      due[fault] -= 1
      injected[fault] += 1
      return true
    },
  }
}
