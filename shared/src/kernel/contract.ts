import type { ErrorTable, RequestCode } from './problem'
import type { z } from './zod'

export const roles = ['resident', 'volunteer', 'worker', 'supervisor'] as const
/** resident 居民 · volunteer 志愿者 · worker 社区工作者 · supervisor 街道督导. One person may hold several. */
export type Role = (typeof roles)[number]

/** Who is at work: a community's workers and those who supervise them. */
export const staff = ['worker', 'supervisor'] as const satisfies readonly Role[]

/** `anyone` needs no token; a list means: holds at least one of these roles. */
export type Access = 'anyone' | readonly Role[]

type Schema = z.ZodMiniType

/**
 * One endpoint. Its input is one flat object: names in `path` travel in the path,
 * the rest in the query (GET) or in the JSON body.
 */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: `/${string}`
  readonly summary: string
  readonly access: Access
  readonly input: Schema
  readonly output: Schema
  /** A POST that changes nothing: what it asks is too long, or too secret, to stand in an address. */
  readonly reads?: true
  /** Status of success: 201 where something new came to be. */
  readonly status: 200 | 201
  /** Codes of the slice's error table that this endpoint may answer with. */
  readonly errors: readonly string[]
  /** True: needs an `Idempotency-Key`; the same key and body within 48 h, or longer, gets the same answer. */
  readonly keyed?: true
  /**
   * Where the key is remembered. `record`: in the very thing that is made, whose id follows from who asks and the key, for
   * as long as it is there; the answer is told from it. Absent: in an item of its own, for 48 hours.
   */
  readonly memory?: 'record'
}

export interface Slice {
  readonly errors: ErrorTable
  readonly endpoints: Readonly<Record<string, Endpoint>>
}

/** Declares a slice. An endpoint may only list codes that the slice's table explains. */
export const slice = <const T extends ErrorTable, const E extends Record<string, Endpoint>>(
  errors: T,
  endpoints: { [K in keyof E]: E[K] & { readonly errors: readonly (keyof T)[] } },
): { readonly errors: T; readonly endpoints: E } => ({ errors, endpoints })

export type Input<E extends Endpoint> = z.output<E['input']>
export type CodeOf<E extends Endpoint> = E['errors'][number] | RequestCode

/** Names that travel in the path of an endpoint: '/bookings/:bookingId/cancel' → ['bookingId']. */
export const pathNames = (path: string): string[] =>
  [...path.matchAll(/:(\w+)/g)].map(match => match[1] ?? '')
