/** JSON Schema as rows that a person reads. */
import { html } from 'hono/html'
import type { JsonSchema } from './document'

export type Html = ReturnType<typeof html>

/** An element may be awaited by hono; ours never are, but the type says so. */
const list = (parts: readonly Html[], between = ''): Html =>
  html`${parts.map((part, index) => (index === 0 ? part : html`${between}${part}`))}`

interface Field {
  readonly name: string
  readonly schema: JsonSchema
  readonly required: boolean
  /** Path, query or header; nothing for a body. */
  readonly where?: string
}

export const fieldTable = (fields: readonly Field[]): Html => {
  const rows = fields.flatMap(flat)
  return html`<dl class="fields">
    ${rows.map(
      ({ name, schema, required, where }) => html`<div>
        <dt><code>${name}</code>${required ? '' : html`<small>可选 optional</small>`}${where ? html`<small>${where}</small>` : ''}</dt>
        <dd>${typeOf(schema)}${ruleOf(schema)}</dd>
      </div>`,
    )}
  </dl>`
}

export const fieldsOf = ({ properties = {}, required = [] }: JsonSchema): Field[] =>
  Object.entries(properties).map(([name, schema]) => ({ name, schema, required: required.includes(name) }))

/** An object without a name of its own is shown field by field: `offering.placeName`. */
const flat = (field: Field): Field[] => {
  const { name, schema } = field
  if (schema.properties)
    return fieldsOf(schema).flatMap(inner => flat({ ...inner, name: `${name}.${inner.name}` }))
  if (schema.items?.properties)
    return fieldsOf(schema.items).flatMap(inner => flat({ ...inner, name: `${name}[].${inner.name}` }))
  return [field]
}

const words: Readonly<Record<string, string>> = {
  string: '文字 text',
  number: '数 number',
  integer: '整数 integer',
  boolean: '是否 boolean',
  object: '对象 object',
  null: '空 null',
}

const formats: Readonly<Record<string, string>> = { 'date-time': '时刻 instant', date: '日期 date' }

export const typeOf = (schema: JsonSchema): Html => {
  const { $ref, type = '', format = '', items, enum: values, anyOf, additionalProperties } = schema
  if ($ref) {
    const name = $ref.split('/').at(-1) ?? ''
    return html`<a href="#${name}">${name}</a>`
  }
  if ('const' in schema) return html`<code>${String(schema.const)}</code>`
  if (values)
    return list(
      values.map(value => html`<code>${String(value)}</code>`),
      ' · ',
    )
  if (items) return html`${typeOf(items)} <span>列表 list</span>`
  if (anyOf) return list(anyOf.map(typeOf), ' / ')
  if (typeof additionalProperties === 'object') return html`表 map → ${typeOf(additionalProperties)}`
  return html`<span>${formats[format] ?? words[type] ?? type}</span>`
}

const ruleOf = ({
  minLength,
  maxLength,
  minimum,
  maximum,
  pattern,
  default: usual,
  examples,
}: JsonSchema): Html => {
  const rules = [
    maxLength !== undefined ? `${minLength ?? 0}–${maxLength} 字` : '',
    minimum !== undefined || maximum !== undefined ? `${minimum ?? ''} … ${maximum ?? ''}` : '',
    usual === undefined ? '' : `默认 default ${usual}`,
  ].filter(Boolean)
  const [example] = examples ?? []
  return html`${rules.map(rule => html`<small>${rule}</small>`)}${
    example === undefined
      ? pattern
        ? html`<small><code>${pattern}</code></small>`
        : ''
      : html`<small><code>${String(example)}</code></small>`
  }`
}
