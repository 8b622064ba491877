import { roles } from '../kernel/contract'
import { idOf } from '../kernel/id'
import { InstantOutput } from '../kernel/time'
import { degrees, line, wholeNumber, z } from '../kernel/zod'

/**
 * A place in the tree city › district › street › community › grid, by the national code for statistics
 * (统计用区划代码): 4, 6, 9 and 12 digits, and three more for a grid (GB/T 34300-2017).
 * The code of the higher one is the beginning of the lower one's.
 */
export const RegionCode = z
  .string()
  .check(z.regex(/^(\d{4}|\d{6}|\d{9}|\d{12}|\d{15})$/))
  .brand<'region'>()
export type RegionCode = z.output<typeof RegionCode>

/** The 12-digit code of a community (社区). */
export const CommunityCode = z
  .string()
  .check(z.regex(/^\d{12}$/))
  .brand<'region'>()

/** WGS-84 degrees. WeChat's edge turns GCJ-02 into it and back. */
export const Position = z.object({ lng: degrees(180), lat: degrees(90) })
export type Position = z.output<typeof Position>

/** The country's bounding box, islands and all. East and north do not overlap, so a swapped pair lies outside. */
export const COUNTRY = { west: 73, east: 136, south: 3, north: 54 } as const
/** A position that somebody names: a doorstep, a place, what a request is about. */
const named = { lng: degrees(COUNTRY.east, COUNTRY.west), lat: degrees(COUNTRY.north, COUNTRY.south) }
export const NamedPosition = z.strictObject(named)

export const Community = z.object({
  code: CommunityCode,
  name: z.string(),
  street: z.string(),
  center: Position,
  phone: z.string(),
})
export type Community = z.output<typeof Community>

/** Which communities, in which order: those whose name or street holds what was typed, the nearest first where a position is said. */
export const AskCommunities = z.strictObject({
  search: z.optional(line(40, 0)),
  lng: z.optional(degrees(180)),
  lat: z.optional(degrees(66)),
  limit: z.optional(wholeNumber(1, 50)),
  /** How many were told already, as the page before says. */
  cursor: z.optional(wholeNumber(0, 100_000)),
})
export type AskCommunities = z.output<typeof AskCommunities>

export const relations = ['parent', 'spouse', 'child', 'grandchild', 'other'] as const
/** How a person of the household is related to the resident. */
export type Relation = (typeof relations)[number]

export const Person = z.object({
  personId: idOf('person'),
  name: z.string(),
  relation: z.enum(['self', ...relations]),
  /** A date, or only a year and month. */
  bornOn: z.optional(z.string()),
  /** The last day of a disability certificate (残疾人证) that staff have seen and noted as they agreed. */
  disabledUntil: z.optional(z.string()),
})
export type Person = z.output<typeof Person>

export const Home = z.object({ label: z.string(), ...Position.shape })
export type Home = z.output<typeof Home>

/** What a signed-in person sees of themselves. */
export const Me = z.object({
  residentId: idOf('resident'),
  name: z.string(),
  roles: z.array(z.enum(roles)),
  /** Where the roles of staff hold: a community or a street. Residents: their community. */
  scope: z.nullable(RegionCode),
  community: z.nullable(Community),
  home: z.nullable(Home),
  /** The resident first, then the household. */
  people: z.array(Person),
})
export type Me = z.output<typeof Me>

export const SignIn = z.strictObject({ code: z.string().check(z.minLength(1), z.maxLength(128)) })
export const Session = z.object({ token: z.string(), expiresAt: InstantOutput, me: Me })
export type Session = z.output<typeof Session>

export const Join = z.strictObject({ community: CommunityCode, name: line(20) })
export const SetHome = z.strictObject({ label: line(60), ...named })
/** A date, or only its year and month: enough for every rule of age. */
const BirthDate = z.union([
  z.iso.date().check(z.regex(/^(19|20)\d\d-/)),
  z.string().check(z.regex(/^(19|20)\d\d-(0[1-9]|1[0-2])$/)),
])

export const AddPerson = z.strictObject({
  name: line(20),
  relation: z.enum(relations),
  bornOn: z.optional(BirthDate),
})
export const SetBorn = z.strictObject({ personId: idOf('person'), bornOn: BirthDate })
