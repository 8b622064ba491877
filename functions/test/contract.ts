/** The contract as material for tests: every endpoint, inputs that its schema accepts, and the request that carries one. */
import { api } from '@yike/shared/api'
import { type Endpoint, pathNames, type Slice } from '@yike/shared/kernel/contract'
import type { z } from '@yike/shared/kernel/zod'
import * as fc from 'fast-check'

export interface Listed {
  readonly id: string
  readonly endpoint: Endpoint
  /** The names of its input, in the order of the schema. */
  readonly names: readonly string[]
  /** Those without which it is refused. */
  readonly required: readonly string[]
}

export type Input = Readonly<Record<string, unknown>>
type Schema = z.ZodMiniType

interface Definition {
  readonly type: string
  readonly format?: string
  readonly checks?: readonly { readonly _zod: { readonly def: Check } }[]
  readonly shape?: Readonly<Record<string, Schema>>
  readonly innerType?: Schema
  readonly in?: Schema
  readonly out?: Schema
  readonly options?: readonly Schema[]
  readonly element?: Schema
  readonly entries?: Readonly<Record<string, string>>
  readonly values?: readonly unknown[]
}
interface Check {
  readonly check: string
  readonly pattern?: RegExp
  readonly format?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly value?: number
}
const definitionOf = (schema: Schema) => schema._zod.def as Definition

export const endpoints: readonly Listed[] = Object.entries<Slice>(api).flatMap(([slice, one]) =>
  Object.entries(one.endpoints).map(([verb, endpoint]) => ({
    id: `${slice}.${verb}`,
    endpoint,
    names: Object.keys(definitionOf(endpoint.input).shape ?? {}),
    required: requiredNames(definitionOf(endpoint.input)),
  })),
)

/** Inputs that the schema accepts. What a schema type means here is written below; a new one fails by its name. */
export const accepted = (schema: Schema): fc.Arbitrary<Input> =>
  (arbitraryOf(schema) as fc.Arbitrary<Input>).filter(input => schema.safeParse(input).success)

/** One input that the endpoint accepts, always the same, with nothing that may be left out. */
export const sampleOf = ({ endpoint, required }: Listed): Input => {
  const [full = {}] = fc.sample(accepted(endpoint.input), { seed: 7, numRuns: 1 })
  return Object.fromEntries(required.map(name => [name, full[name]]))
}

function requiredNames({ shape = {} }: Definition): string[] {
  const left = ([, one]: [string, Schema]) => ['optional', 'default'].includes(definitionOf(one).type)
  return Object.entries(shape)
    .filter(entry => !left(entry))
    .map(([name]) => name)
}

const arbitraryOf = (schema: Schema): fc.Arbitrary<unknown> => {
  const def = definitionOf(schema)
  switch (def.type) {
    case 'object':
      return fc.record(mapValues(def.shape ?? {}, arbitraryOf), {
        requiredKeys: requiredNames(def),
      })
    case 'optional':
    case 'default':
    case 'nullable':
      return arbitraryOf(need(def.innerType))
    // What comes in is described by the last stage that is not a bare transformation.
    case 'pipe':
      return arbitraryOf(need(definitionOf(need(def.out)).type === 'transform' ? def.in : def.out))
    case 'union':
      return fc.oneof(...(def.options ?? []).map(arbitraryOf))
    case 'array':
      return fc.array(arbitraryOf(need(def.element)), { maxLength: 5 })
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries ?? {}))
    case 'literal':
      return fc.constantFrom(...(def.values ?? []))
    case 'boolean':
      return fc.boolean()
    case 'number':
      return numberOf(def)
    case 'string':
      return stringOf(def)
    default:
      throw new Error(`functions/test/contract.ts does not know how to make a ${def.type}; teach it`)
  }
}

const need = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('a schema without its part')
  return value
}

const checksOf = (def: Definition): readonly Check[] => (def.checks ?? []).map(check => check._zod.def)

const numberOf = (def: Definition): fc.Arbitrary<number> => {
  const checks = checksOf(def)
  const min = checks.find(({ check }) => check === 'greater_than')?.value ?? -1e9
  const max = checks.find(({ check }) => check === 'less_than')?.value ?? 1e9
  const isWhole = checks.some(({ check }) => check === 'number_format')
  return isWhole ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true })
}

const stringOf = (def: Definition): fc.Arbitrary<string> => {
  const checks = checksOf(def)
  if (def.format === 'date' || def.format === 'datetime') {
    const instant = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map(date => date.toISOString())
    return def.format === 'date' ? instant.map(at => at.slice(0, 10)) : instant
  }
  const pattern = checks.find(one => one.pattern)?.pattern
  if (pattern) return fc.stringMatching(pattern)
  const minLength = checks.find(({ check }) => check === 'min_length')?.minimum ?? 0
  const maxLength = checks.find(({ check }) => check === 'max_length')?.maximum ?? 200
  return fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, minLength + 60) })
}

const mapValues = <A, B>(from: Readonly<Record<string, A>>, map: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(from).map(([name, value]) => [name, map(value)]))

export interface Sent {
  readonly method: string
  readonly path: string
  /** Absent for GET, and where there is nothing to say. */
  readonly body?: Input
}

/** The request that carries an input: names of the path in the path, the rest in the query or in the body. */
export const requestFor = ({ method, path }: Endpoint, input: Input): Sent => {
  const inPath = pathNames(path)
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(textOf(input[name])))
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !inPath.includes(name)))
  if (method !== 'GET') return { method, path: filled, ...(Object.keys(rest).length > 0 && { body: rest }) }
  const query = new URLSearchParams(Object.entries(rest).map(([name, value]) => [name, textOf(value)]))
  return { method, path: query.size > 0 ? `${filled}?${query}` : filled }
}

/** How a value travels in a path or a query. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))

/** An input as it arrives: a path and a query carry everything as text. */
export const asArrived = ({ method, path }: Endpoint, input: Input): Input =>
  Object.fromEntries(
    Object.entries(input).map(([name, value]) => [
      name,
      method === 'GET' || pathNames(path).includes(name) ? textOf(value) : value,
    ]),
  )
