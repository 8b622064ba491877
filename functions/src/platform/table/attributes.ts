/** Items as DynamoDB writes them in JSON: `{ n: { N: '1' } }`. Numbers travel as text, bytes as base64. */
import type { Value } from '../condition'
import type { Item } from './change'

export type Attribute =
  | { readonly S: string }
  | { readonly N: string }
  | { readonly BOOL: boolean }
  | { readonly NULL: true }
  | { readonly B: string | Uint8Array }
  | { readonly L: readonly Attribute[] }
  | { readonly M: Attributes }
export type Attributes = Readonly<Record<string, Attribute>>

/** What is undefined is left out. */
export const toAttributes = (item: Item): Attributes => {
  const attributes: Record<string, Attribute> = {}
  for (const name in item) if (item[name] !== undefined) attributes[name] = toAttribute(item[name])
  return attributes
}

const toAttribute = (value: Value): Attribute => {
  if (typeof value === 'string') return { S: value }
  if (typeof value === 'number' && Number.isFinite(value)) return { N: String(value) }
  if (typeof value === 'boolean') return { BOOL: value }
  if (value === null) return { NULL: true }
  if (value instanceof Uint8Array) return { B: Buffer.from(value).toString('base64') }
  if (Array.isArray(value)) return { L: value.filter(one => one !== undefined).map(toAttribute) }
  if (typeof value === 'object' && [Object.prototype, null].includes(Object.getPrototypeOf(value)))
    return { M: toAttributes(value) }
  throw new Error(`a ${typeof value} cannot be stored`)
}

export const fromAttributes = (attributes: Attributes): Item => {
  const item: Item = {}
  for (const name in attributes) item[name] = fromAttribute(attributes[name] as Attribute)
  return item
}

const fromAttribute = (attribute: Attribute): Value => {
  if ('S' in attribute) return attribute.S
  if ('N' in attribute) return Number(attribute.N)
  if ('M' in attribute) return fromAttributes(attribute.M)
  if ('L' in attribute) return attribute.L.map(fromAttribute)
  if ('BOOL' in attribute) return attribute.BOOL
  if ('NULL' in attribute) return null
  if ('B' in attribute)
    return typeof attribute.B === 'string' ? new Uint8Array(Buffer.from(attribute.B, 'base64')) : attribute.B
  throw new Error(`nothing of ours is stored as ${Object.keys(attribute)}`)
}
