/**
 * The document as a page that people read. Rendered here, without a script and without anything from elsewhere:
 * it works behind the strictest content security policy and on a phone.
 */
import { html } from 'hono/html'
import type { Answer, Document, JsonSchema, Operation, Parameter } from './document'
import { feedWords } from './feeds'
import { fieldsOf, fieldTable, type Html, typeOf } from './fields'
import { endpointWords, roleWords, sliceWords } from './words'

type Placed = { readonly path: string; readonly method: string; readonly operation: Operation }

export const page = (document: Document): Html => {
  const placed: Placed[] = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  const parts = document.tags.map(({ name }) => ({
    name,
    endpoints: placed.filter(({ operation }) => operation.tags.includes(name)),
  }))
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>一刻邻里 · 接口说明 API</title>
<link rel="stylesheet" href="docs.css">
</head>
<body>
<header>
  ${ring}
  <div>
    <h1>一刻邻里 <span>接口说明</span></h1>
    <p>API ${document.info.version} · <a href="openapi.json">openapi.json</a> (OpenAPI 3.1)</p>
  </div>
</header>
<nav aria-label="目录 Contents">
  ${parts.map(
    ({ name, endpoints }) => html`<details>
      <summary>${headOf(name)}</summary>
      <ul>${endpoints.map(({ operation: { operationId } }) => html`<li><a href="#${operationId}">${nameOf(operationId)}</a></li>`)}</ul>
    </details>`,
  )}
  <p><a href="#schemas">数据 Schemas</a></p>
</nav>
<main>
  ${document.info.description.split('\n\n').map(paragraph => html`<p class="lead">${inline(paragraph)}</p>`)}
  ${parts.map(
    ({ name, endpoints }) => html`<section id="${name}">
      <h2>${headOf(name)} <small>${(sliceWords[name] ?? '').split(' — ')[1] ?? name}</small></h2>
      ${endpoints.map(one => endpoint(one, document))}
    </section>`,
  )}
  <section id="schemas">
    <h2>数据 <small>schemas</small></h2>
    ${Object.entries(document.components.schemas).map(([name, schema]) => shape(name, schema))}
  </section>
</main>
</body>
</html>`
}

const nameOf = (id: string): string => endpointWords[id] ?? feedWords[id] ?? id

const headOf = (slice: string): string => (sliceWords[slice] ?? slice).split(/ — |：/)[0] ?? slice

/** One quarter of the ring is filled: the product's sign. */
const ring = html`<svg viewBox="0 0 40 40" width="40" height="40" aria-hidden="true"><circle cx="20" cy="20" r="15"/><path d="M20 5a15 15 0 0 1 15 15"/></svg>`

const inline = (text: string): Html =>
  html`${text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`

const endpoint = ({ path, method, operation }: Placed, { components }: Document): Html => {
  const { operationId, summary, parameters, requestBody, responses } = operation
  const sent = requestBody?.content['application/json'].schema
  const body = sent?.$ref ? components.schemas[lastOf(sent.$ref)] : sent
  const named = parameters.map(one => ('$ref' in one ? components.parameters[lastOf(one.$ref)] : one))
  const fields = named.filter((one): one is Parameter => one !== undefined)
  const answers = Object.entries(responses).map(
    ([status, one]) => [status, '$ref' in one ? components.responses[lastOf(one.$ref)] : one] as const,
  )
  const refusals = answers.filter(([status]) => Number(status) >= 400)
  return html`<article id="${operationId}">
    <h3><a href="#${operationId}">${nameOf(operationId)}</a> <code>${operationId}</code></h3>
    <p>${summary}</p>
    <p class="route"><b class="${method}">${method.toUpperCase()}</b> <code>${path}</code></p>
    <p class="who">${roles(operation)}</p>
    ${
      fields.length > 0 || body
        ? html`<h4>请求 Request</h4>
          ${fields.length > 0 ? fieldTable(fields.map(field => ({ ...field, where: field.in }))) : ''}
          ${body ? bodyOf(body) : ''}`
        : ''
    }
    <h4>回答 Answer</h4>
    ${answers.filter(([status]) => Number(status) < 400).map(([status, one]) => success(status, one))}
    <details>
      <summary>可能的拒绝 Refusals</summary>
      ${refusals.map(([status, one]) => refusal(status, one))}
    </details>
  </article>`
}

const lastOf = (reference: string): string => reference.split('/').at(-1) ?? ''

const roles = ({ 'x-roles': wanted }: Operation): Html =>
  wanted.length === 0
    ? html`<span>所有人 anyone</span>`
    : html`${wanted.map(role => html`<span>${roleWords[role as keyof typeof roleWords]} ${role}</span>`)}`

const bodyOf = (schema: JsonSchema): Html =>
  schema.properties ? fieldTable(fieldsOf(schema)) : html`<span>${typeOf(schema)}</span>`

const success = (status: string, one: Answer | undefined): Html =>
  html`<div class="type"><b>${status}</b> ${bodyOf(one?.content['application/json']?.schema ?? {})}</div>`

const refusal = (status: string, one: Answer | undefined): Html =>
  html`<div class="refusal"><b>${status}</b><div>${(one?.description ?? '')
    .split('\n\n')
    .map(line => html`<p>${inline(line)}</p>`)}</div></div>`

const shape = (name: string, schema: JsonSchema): Html =>
  html`<article id="${name}"><h3><a href="#${name}">${name}</a></h3>
  ${schema.oneOf ? schema.oneOf.map(one => fieldTable(fieldsOf(one))) : schema.properties ? fieldTable(fieldsOf(schema)) : fieldTable([{ name, schema, required: true }])}
  </article>`
