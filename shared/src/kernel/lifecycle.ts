/**
 * The lifecycle engine: what may happen next, who may do it. A lifecycle is data, read by the phone
 * (which buttons to show) and by the server (what is allowed), so the two cannot disagree.
 */
import { ok, type Result, refuse } from './result'

/** Who acts: the person the case belongs to, whoever may do it for them by a grant, staff of its community, or the clock. */
export type Part = 'owner' | 'delegate' | 'staff' | 'clock'

export interface Step<State extends string> {
  readonly to: State
  readonly by: readonly Part[]
}

export type Lifecycle<State extends string, Verb extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Verb, Step<State>>>>>
>

/** The verbs that `part` may use now, in the order of the table. */
export const allowedVerbs = <S extends string, V extends string>(
  lifecycle: Lifecycle<S, V>,
  state: S,
  part: Part,
): V[] => (Object.keys(lifecycle[state]) as V[]).filter(verb => lifecycle[state][verb]?.by.includes(part))

/** The state that `verb` leads to, or why it cannot be done from here. */
export const take = <S extends string, V extends string>(
  lifecycle: Lifecycle<S, V>,
  state: S,
  verb: V,
  part: Part,
): Result<S, 'wrong_state' | 'wrong_part'> => {
  const step = lifecycle[state][verb]
  if (!step) return refuse('wrong_state')
  return step.by.includes(part) ? ok(step.to) : refuse('wrong_part')
}
