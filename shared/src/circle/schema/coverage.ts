/** Who can walk to what: shares of households, for staff and for the street. */
import { Position, RegionCode } from '../../identity/schema'
import { InstantOutput } from '../../kernel/time'
import { z } from '../../kernel/zod'
import { placeKinds } from '../schema'

/** A community, or a street, district or city of several. */
export const AskCoverage = z.strictObject({ region: RegionCode })

/** One more site, and what it would bring. */
const NextSite = z.object({
  name: z.string(),
  position: Position,
  /** Households that it brings within reach. */
  adds: z.number(),
  /** The share within reach with this site and those before it. */
  share: z.number(),
  /** Why: the buildings of these households, absent where it was reckoned before that was told. */
  dwellings: z.optional(z.number()),
  /** Households of these to which a place stands near enough as the crow flies (× 1.3): the way there goes round, or over steps. */
  cutOff: z.optional(z.number()),
  /** Minutes to this site of the household that walks longest to it. */
  farthest: z.optional(z.number()),
})

/** Within a band of minutes. */
const Within = z.object({
  minutes: z.number(),
  /** Of households, 0 to 1. */
  share: z.number(),
  leftOut: z.number(),
  /** Where to put the next ones, best first; empty where all are reached. */
  next: z.array(NextSite),
})

/** The same shares for a part of it, without sites of its own: rooms serve more than one part. */
const PartCoverage = z.object({
  region: RegionCode,
  name: z.string(),
  dwellings: z.number(),
  households: z.number(),
  kinds: z.array(
    z.object({
      kind: z.enum(placeKinds),
      within: z.array(z.object({ minutes: z.number(), share: z.number(), leftOut: z.number() })),
    }),
  ),
})
export type PartCoverage = z.output<typeof PartCoverage>

export const Coverage = z.object({
  region: RegionCode,
  name: z.string(),
  /** When it was reckoned. */
  asOf: InstantOutput,
  /** Over the streets, or in a straight line × 1.3 where there is no network. */
  measured: z.enum(['streets', 'straight']),
  dwellings: z.number(),
  households: z.number(),
  /** Dwellings whose households are known; the others count one each. */
  counted: z.number(),
  kinds: z.array(
    z.object({
      kind: z.enum(placeKinds),
      places: z.number(),
      /** Where those within reach of it stand, its own and its neighbours'. */
      at: z.array(Position),
      within: z.array(Within),
    }),
  ),
  /**
   * In which somebody lives, by their codes: the grids of a community (each dwelling to the nearest middle), the
   * communities of a street, the streets of a district. Empty where none is known.
   */
  parts: z.array(PartCoverage),
  /** Dwellings, those left out first; minutes to the nearest place of each kind, in the order of `kinds`, 99: beyond reach. */
  homes: z.array(
    z.object({
      position: Position,
      households: z.number(),
      minutes: z.array(z.number()),
      part: z.optional(RegionCode),
    }),
  ),
  norms: z.array(
    z.object({
      norm: z.enum(['per100Households', 'per1000People', 'total']),
      squareMeters: z.number(),
      target: z.number(),
    }),
  ),
})
export type Coverage = z.output<typeof Coverage>

export const BEYOND = 99
