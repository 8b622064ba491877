/**
 * Conditions as data. The condition travels with the write, and each one names the refusal that its failure means.
 */
import type { NativeAttributeValue } from '@aws-sdk/util-dynamodb'

export type Value = NativeAttributeValue

export type Condition =
  | { readonly is: 'absent'; readonly attribute: string }
  | { readonly is: 'present'; readonly attribute: string }
  | { readonly is: 'equal'; readonly attribute: string; readonly value: Value }
  | { readonly is: 'below' | 'above'; readonly attribute: string; readonly value: Value }
  | { readonly is: 'belowOther'; readonly attribute: string; readonly other: string }
  | { readonly is: 'contains'; readonly attribute: string; readonly value: Value }
  | { readonly is: 'noneAbove'; readonly limits: Readonly<Record<string, number>> }
  | { readonly is: 'all' | 'any'; readonly of: readonly Condition[] }

/** There is no item at this key. */
export const absent = (attribute = 'pk'): Condition => ({ is: 'absent', attribute })
/** There is an item at this key. */
export const present = (attribute = 'pk'): Condition => ({ is: 'present', attribute })
export const equal = (attribute: string, value: Value): Condition => ({ is: 'equal', attribute, value })
export const below = (attribute: string, value: Value): Condition => ({ is: 'below', attribute, value })
/** An attribute that is absent is not above anything. */
export const above = (attribute: string, value: Value): Condition => ({ is: 'above', attribute, value })
/** One attribute of the item is below another of it. */
export const belowOther = (attribute: string, other: string): Condition => ({
  is: 'belowOther',
  attribute,
  other,
})
/** A list has this element. */
export const contains = (attribute: string, value: Value): Condition => ({ is: 'contains', attribute, value })
/** No attribute is above its limit; an attribute that is absent is not. */
export const noneAbove = (limits: Readonly<Record<string, number>>): Condition => ({
  is: 'noneAbove',
  limits,
})
export const all = (...of: readonly Condition[]): Condition => ({ is: 'all', of })
export const any = (...of: readonly Condition[]): Condition => ({ is: 'any', of })

/** Names and values of one expression: every attribute name is aliased, so no reserved word can bite. */
export class Placeholders {
  readonly names: Record<string, string> = {}
  readonly values: Record<string, Value> = {}
  readonly #aliases = new Map<string, string>()
  readonly #seen = new Map<Value, string>()

  name(attribute: string): string {
    const known = this.#aliases.get(attribute)
    if (known) return known
    const alias = `#${this.#aliases.size.toString(36)}`
    this.#aliases.set(attribute, alias)
    this.names[alias] = attribute
    return alias
  }

  value(value: Value): string {
    const known = this.#seen.get(value)
    if (known) return known
    const alias = `:${this.#seen.size.toString(36)}`
    this.#seen.set(value, alias)
    this.values[alias] = value
    return alias
  }
}

/** The condition in DynamoDB's words. */
export const express = (condition: Condition, use: Placeholders): string => {
  switch (condition.is) {
    case 'absent':
      return `attribute_not_exists(${use.name(condition.attribute)})`
    case 'present':
      return `attribute_exists(${use.name(condition.attribute)})`
    case 'equal':
      return `${use.name(condition.attribute)} = ${use.value(condition.value)}`
    case 'below':
      return `${use.name(condition.attribute)} < ${use.value(condition.value)}`
    case 'above':
      return `${use.name(condition.attribute)} > ${use.value(condition.value)}`
    case 'belowOther':
      return `${use.name(condition.attribute)} < ${use.name(condition.other)}`
    case 'contains':
      return `contains(${use.name(condition.attribute)}, ${use.value(condition.value)})`
    // A comparison with an absent attribute is false, so its negation holds: no need to ask whether it exists.
    // Two operators for each attribute keep a whole day of 96 quarters under DynamoDB's limit of 300.
    case 'noneAbove': {
      const over = Object.entries(condition.limits).map(
        ([name, limit]) => `${use.name(name)} > ${use.value(limit)}`,
      )
      return `NOT (${over.join(' OR ')})`
    }
    default:
      return condition.of.map(one => `(${express(one, use)})`).join(condition.is === 'all' ? ' AND ' : ' OR ')
  }
}
