/** What a handler is given and what it may answer, both read off its endpoint's contract. */
import type { CodeOf, Endpoint, Input } from '@yike/shared/kernel/contract'
import type { Id, IdKind } from '@yike/shared/kernel/id'
import type { Result } from '@yike/shared/kernel/result'
import type { Instant } from '@yike/shared/kernel/time'
import type { z } from '@yike/shared/kernel/zod'
import type { Actor } from './actor'
import type { Once, OnceByRecord } from './once'

export interface Context {
  readonly now: Instant
  readonly newId: <K extends IdKind>(kind: K) => Id<K>
}

/** With a token: who acts. For a keyed endpoint: what remembers its answer, or the id that what it makes must have. */
export type ContextOf<E extends Endpoint> = Context &
  (E['access'] extends 'anyone' ? unknown : { readonly actor: Actor }) &
  (E['memory'] extends 'record'
    ? { readonly once: OnceByRecord }
    : E['keyed'] extends true
      ? { readonly once: Once }
      : unknown)

export type Handler<E extends Endpoint> = (
  context: ContextOf<E>,
  input: Input<E>,
) => Promise<Result<z.input<E['output']>, CodeOf<E>>>

export type Handlers<Endpoints extends Readonly<Record<string, Endpoint>>> = {
  readonly [Verb in keyof Endpoints]: Handler<Endpoints[Verb]>
}
