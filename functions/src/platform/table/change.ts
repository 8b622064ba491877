import type { Condition, Value } from '../condition'
import type { Key } from '../keys'

/** DynamoDB takes no more in one write. */
export const MOST_CHANGES = 100

export type Item = Record<string, Value>

/** What a slice has stored, without the attributes that only say where the item stands. */
export const recordOf = <R>(item: Item): R => {
  const { pk, sk, ownerPk, ownerSk, deadlinePk, deadlineSk, type, ...stored } = item
  return stored as R
}

interface When<Code extends string> {
  /** What must hold at the moment of the write. */
  readonly if?: Condition
  /** What it means that it does not hold. */
  readonly else?: Code
}

export type Change<Code extends string = string> =
  | ({ readonly put: Item & Key } & When<Code>)
  | ({
      readonly update: Key
      readonly set?: Item
      readonly add?: Readonly<Record<string, number>>
      readonly remove?: readonly string[]
    } & When<Code>)
  | { readonly check: Key; readonly if: Condition; readonly else: Code }
