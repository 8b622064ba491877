/**
 * The failures of faulty-engine.ts without a process between: what a race sends through the table by the million would
 * else be as much about the one who passes it on.
 */
import { type Call, CallFailure } from '../src/platform/table/call'
import { type Faults, openFaults } from './faults'

export interface FaultyCall {
  readonly call: Call
  readonly injected: Readonly<Record<keyof Faults, number>>
}

export const withFaults = (
  call: Call,
  wanted: Partial<Pick<Faults, 'conflict' | 'throttle' | 'lostReply'>>,
): FaultyCall => {
  const { injected, strikes } = openFaults(wanted)
  return {
    injected,
    async call(operation, ask, withinMs) {
      const isWrite = operation === 'TransactWriteItems'
      if (isWrite && strikes('conflict')) {
        const { TransactItems } = ask as { TransactItems: readonly unknown[] }
        const reasons = TransactItems.map((_, i) => (i === 0 ? 'TransactionConflict' : 'None'))
        throw new CallFailure('TransactionCanceledException', 'injected', 400, reasons)
      }
      if (strikes('throttle'))
        throw new CallFailure('ProvisionedThroughputExceededException', 'injected', 400)
      if (!isWrite || !strikes('lostReply')) return call(operation, ask, withinMs)
      await call(operation, ask, withinMs)
      throw Object.assign(new Error('injected: the reply was lost'), { code: 'ECONNRESET' })
    },
  }
}
