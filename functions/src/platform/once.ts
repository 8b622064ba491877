/**
 * The same key and the same input get the same answer for 48 hours. The answer is written with the change itself,
 * so a retry after a lost reply finds it, and nothing happens twice.
 */
import { createHash } from 'node:crypto'
import type { Id, IdKind } from '@yike/shared/kernel/id'
import { addMinutes, type Instant } from '@yike/shared/kernel/time'
import { absent, any, below } from './condition'
import { hashedId } from './ids'
import { keys } from './keys'
import type { Change, Table } from './table'

const KEPT_MINUTES = 48 * 60

export type ReplayCode = 'request.key_reused'

export interface Once {
  /** The change that remembers the answer; goes into the same write as what is answered for. */
  readonly remember: (answer: unknown) => Change<ReplayCode>
  /** An earlier answer to this key: for the same input, or for another one. */
  readonly earlier: (table: Table) => Promise<{ same: true; answer: unknown } | { same: false } | undefined>
}

/**
 * The record is its own memory: its id follows from who asks and the key, so that «put it if it is absent» lets one of
 * all retries through, and costs no item beside it. Whoever is refused looks whether the record is there and was made
 * for the same wish: then that is the answer, and else the key was reused.
 */
export interface OnceByRecord {
  readonly id: <K extends IdKind>(kind: K) => Id<K>
  /** Digest of the wish, to be kept with the record. */
  readonly asked: string
}

const seconds = (at: Instant) => Math.floor(Date.parse(at) / 1000)

export interface Intent {
  readonly owner: string
  readonly endpointId: string
  readonly key: string
  readonly input: unknown
  readonly now: Instant
  /** Only what the endpoint's contract shows of an answer is kept. */
  readonly shown: (answer: unknown) => unknown
}

const digestOf = ({ endpointId, input }: Pick<Intent, 'endpointId' | 'input'>): string =>
  createHash('sha256')
    .update(`${endpointId}\n${canonical(input)}`)
    .digest('base64url')

export const onceByRecord = ({
  owner,
  endpointId,
  key,
  input,
}: Omit<Intent, 'now' | 'shown'>): OnceByRecord => ({
  id: kind => hashedId(kind, `${owner}\n${endpointId}\n${key}`),
  // 132 bits: enough to tell two wishes apart.
  asked: digestOf({ endpointId, input }).slice(0, 22),
})

export const onceFor = ({ owner, endpointId, key, input, now, shown }: Intent): Once => {
  const at = keys.once(owner, key)
  const asked = digestOf({ endpointId, input })
  return {
    remember: answer => ({
      put: {
        ...at,
        asked,
        answer: JSON.stringify(shown(answer)),
        expiresAtSeconds: seconds(addMinutes(now, KEPT_MINUTES)),
      },
      if: any(absent(), below('expiresAtSeconds', seconds(now))),
      else: 'request.key_reused',
    }),
    earlier: async table => {
      const item = await table.get(at, { consistent: true })
      if (!item || item.expiresAtSeconds < seconds(now)) return undefined
      return item.asked === asked ? { same: true, answer: JSON.parse(item.answer) } : { same: false }
    },
  }
}

/** JSON with sorted keys: the same input in another order is the same input. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
