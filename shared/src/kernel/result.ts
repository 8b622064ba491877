import type { NextAction } from './problem'

/** Why something was refused: a code of the error table, and what the person can do instead. */
export interface Refusal<Code extends string = string> {
  readonly code: Code
  /** Why in this very case, in plain words; absent where the code says it all. */
  readonly detail?: string
  /** The same by name, without words. */
  readonly facts?: Readonly<Record<string, string | number>> | undefined
  /** The best things to do now, best first. */
  readonly next?: readonly NextAction[]
  /** Input field → what is wrong with it. */
  readonly fields?: Readonly<Record<string, string>>
}

/** Expected outcomes are returned, never thrown. */
export type Result<T, Code extends string = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal<Code> }

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

export const refuse = <const Code extends string>(
  code: Code,
  more: Omit<Refusal, 'code'> = {},
): { readonly ok: false; readonly refusal: Refusal<Code> } => ({ ok: false, refusal: { code, ...more } })
