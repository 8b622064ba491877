/**
 * Contract schemas as JSON Schema. A schema that a slice exports keeps its name and is said once;
 * all others stand where they are used.
 */
import * as booking from '@yike/shared/booking/schema'
import * as affected from '@yike/shared/booking/schema/affected'
import * as calendar from '@yike/shared/booking/schema/calendar'
import * as caller from '@yike/shared/booking/schema/caller'
import * as day from '@yike/shared/booking/schema/day'
import * as elsewhere from '@yike/shared/booking/schema/elsewhere'
import * as equipment from '@yike/shared/booking/schema/equipment'
import * as pickup from '@yike/shared/booking/schema/pickup'
import * as presence from '@yike/shared/booking/schema/presence'
import * as reminder from '@yike/shared/booking/schema/reminder'
import * as roster from '@yike/shared/booking/schema/roster'
import * as season from '@yike/shared/booking/schema/season'
import * as draw from '@yike/shared/booking/schema/season/draw'
import * as series from '@yike/shared/booking/schema/series'
import * as soonest from '@yike/shared/booking/schema/soonest'
import * as teamBooking from '@yike/shared/booking/schema/team'
import * as offering from '@yike/shared/booking/schema/upkeep'
import * as bulletin from '@yike/shared/bulletin/schema'
import * as circle from '@yike/shared/circle/schema'
import * as coverage from '@yike/shared/circle/schema/coverage'
import * as favourites from '@yike/shared/circle/schema/favourites'
import * as holidays from '@yike/shared/circle/schema/holidays'
import * as told from '@yike/shared/circle/schema/told'
import * as upkeep from '@yike/shared/circle/schema/upkeep'
import * as identity from '@yike/shared/identity/schema'
import * as desk from '@yike/shared/identity/schema/desk'
import * as grant from '@yike/shared/identity/schema/grant'
import * as look from '@yike/shared/identity/schema/look'
import * as phone from '@yike/shared/identity/schema/phone'
import * as staff from '@yike/shared/identity/schema/staff'
import * as team from '@yike/shared/identity/schema/team'
import * as problem from '@yike/shared/kernel/problem'
import * as shapes from '@yike/shared/kernel/shapes'
import type { z } from '@yike/shared/kernel/zod'
import { registry, toJSONSchema } from '@yike/shared/kernel/zod/json-schema'
import * as microproject from '@yike/shared/microproject/schema'
import * as volunteer from '@yike/shared/volunteer/schema'
import * as workbench from '@yike/shared/workbench/schema'
import type { JsonSchema } from './document'

type Schema = z.ZodMiniType

const modules = [
  booking,
  affected,
  calendar,
  caller,
  day,
  elsewhere,
  equipment,
  pickup,
  presence,
  reminder,
  roster,
  season,
  draw,
  series,
  soonest,
  teamBooking,
  offering,
  bulletin,
  circle,
  coverage,
  favourites,
  holidays,
  told,
  upkeep,
  identity,
  desk,
  grant,
  look,
  phone,
  staff,
  team,
  problem,
  shapes,
  microproject,
  volunteer,
  workbench,
]

const REF = '#/components/schemas/'

export const refTo = (name: string): JsonSchema => ({ $ref: REF + name })

export interface Schemas {
  /** The schema itself, or a reference if it has a name. */
  readonly of: (schema: Schema) => JsonSchema
  /** The properties of an object schema, and which of them must be there. */
  readonly fieldsOf: (schema: Schema) => {
    properties: Record<string, JsonSchema>
    required: readonly string[]
  }
  /** All that `roots` lead to, by name. */
  readonly reachedFrom: (roots: unknown) => Record<string, JsonSchema>
}

/** `used` are the schemas that somebody will ask for. */
export const documentSchemas = (used: readonly Schema[]): Schemas => {
  const names = registry<{ id: string }>()
  const exported = new Set<string>()
  for (const [name, schema] of modules.flatMap(Object.entries))
    if (isSchema(schema) && !names.has(schema)) {
      if (exported.has(name)) throw new Error(`Two schemas are called ${name}; rename one of them`)
      exported.add(name)
      names.add(schema, { id: name })
    }
  for (const [index, schema] of used.entries())
    if (!names.has(schema)) names.add(schema, { id: `unnamed-${index}` })

  const all = toJSONSchema(names, {
    io: 'input',
    uri: id => REF + id,
    override: ({ zodSchema, jsonSchema }) => sayPlainly(zodSchema._zod.def, jsonSchema as JsonSchema),
  }).schemas as Record<string, JsonSchema & { $schema?: string; $id?: string }>

  const bodyOf = (id: string): JsonSchema => {
    const { $schema: _dialect, $id: _id, ...body } = all[id] ?? {}
    return body
  }
  const idOf = (schema: Schema): string => names.get(schema)?.id ?? ''

  return {
    of: schema => (exported.has(idOf(schema)) ? refTo(idOf(schema)) : bodyOf(idOf(schema))),
    fieldsOf: schema => {
      const { properties = {}, required = [] } = bodyOf(idOf(schema))
      return { properties, required }
    },
    reachedFrom: roots => {
      const reached = new Map<string, JsonSchema>()
      const follow = (part: unknown): void => {
        for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
          if (reached.has(name)) continue
          reached.set(name, bodyOf(name))
          follow(bodyOf(name))
        }
      }
      follow(roots)
      return Object.fromEntries([...reached].sort(([a], [b]) => (a < b ? -1 : 1)))
    },
  }
}

export const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && '_zod' in value

interface Definition {
  readonly type: string
  readonly format?: string
  readonly out?: Schema
  readonly defaultValue?: unknown
}

const formats: Readonly<Record<string, { format: string; example: string }>> = {
  datetime: { format: 'date-time', example: '2026-11-24T06:00:00.000Z' },
  date: { format: 'date', example: '2026-11-24' },
}

/** What a client should send and will get, where zod would describe how we come to accept it. */
const sayPlainly = (definition: unknown, json: JsonSchema): void => {
  const { type, format = '', out, defaultValue } = definition as Definition
  if (type === 'default') json.default = defaultValue
  // A text is tidied and a number may come as a query string: the last stage says what it has to be in the end.
  if (type === 'pipe' && out && (out._zod.def as Definition).type === 'pipe') {
    const { $schema: _dialect, '~standard': _standard, ...last } = toJSONSchema(out, { io: 'input' })
    for (const key of Object.keys(json)) delete json[key as keyof JsonSchema]
    Object.assign(json, last)
  }
  const known = formats[format]
  if (known) {
    // The expression behind a format is a screen long and says nothing more; one of ours comes after it.
    const pattern = json.allOf?.[1]?.pattern
    delete json.allOf
    delete json.pattern
    Object.assign(json, { format: known.format, examples: [known.example], ...(pattern && { pattern }) })
  }
  const prefix = /^\^([a-z]{2})_\[0-7\]/.exec(json.pattern ?? '')?.[1]
  if (prefix) json.examples = [`${prefix}_01JD3V8K2QW6ZB5M9T4XN7RHCE`]
}
