import { kinds } from '../booking/kinds'
import { Eligibility } from '../booking/rules/eligibility'
import { CommunityCode, Position } from '../identity/schema'
import { idOf } from '../kernel/id'
import { pageInput } from '../kernel/shapes'
import { InstantOutput } from '../kernel/time'
import { degrees, text, wholeNumber, z } from '../kernel/zod'
import { walkProfiles } from './kinds'
import { Told } from './schema/told'

/** What people need, in the order of the home page. */
export const placeKinds = [
  'elderCare',
  'childcare',
  'venue',
  'medical',
  'culture',
  'government',
  'convenience',
  'commerce',
  'shelter',
  'education',
  'transit',
] as const
export type PlaceKind = (typeof placeKinds)[number]

export const priceClasses = ['free', 'low', 'paid'] as const
/** 无偿 · 低偿 · 有偿 (S0:L48). */
export type PriceClass = (typeof priceClasses)[number]

/** Open now, and when that changes; `unknown` where nobody has told us the hours. */
export const OpenState = z.object({
  state: z.enum(['open', 'closed', 'unknown']),
  /** While open; absent if it stays open for more than a week. */
  closesAt: z.optional(InstantOutput),
  /** While closed; absent if no opening is certain within two weeks. */
  opensAt: z.optional(InstantOutput),
  /** Open this evening (夜间开放, S2:L90), after seven. */
  late: z.optional(z.literal(true)),
})

/** A place as a card in a list. */
export const PlaceCard = z.object({
  placeId: idOf('place'),
  name: z.string(),
  kind: z.enum(placeKinds),
  position: Position,
  /** Whole minutes on foot from the asked position, rounded up. */
  walkMinutes: z.number(),
  /** Of a level walk that takes as long. */
  meters: z.number(),
  open: OpenState,
  priceClass: z.optional(z.enum(priceClasses)),
  stepFree: z.optional(z.boolean()),
  /** Kinds of booking that can be made here. */
  bookable: z.array(z.enum(kinds)),
})
export type PlaceCard = z.output<typeof PlaceCard>

/** What can be booked at a place. */
export const OfferingCard = z.object({
  offeringId: idOf('offering'),
  placeId: idOf('place'),
  kind: z.enum(kinds),
  name: z.string(),
  capacity: z.number(),
  slotMinutes: z.number(),
  priceClass: z.enum(priceClasses),
  /** Fen (0.01 CNY) for one slot; 0 is free. */
  priceFen: z.number(),
  needsApproval: z.boolean(),
  /** Who it is for, in words. */
  forWhom: z.string(),
  /** The same as a rule, where there is one: who is refused. */
  eligible: z.optional(Eligibility),
})
export type OfferingCard = z.output<typeof OfferingCard>

/** Walking time over the network of streets, or estimated: the straight line × 1.3, where no network serves. */
const Measured = z.enum(['network', 'straight'])

export const PlaceDetail = z.object({
  ...PlaceCard.shape,
  /** As on a card; absent where nobody said where walking begins. */
  walkMinutes: z.optional(PlaceCard.shape.walkMinutes),
  meters: z.optional(PlaceCard.shape.meters),
  measured: z.optional(Measured),
  /** The community that looks after the entry; null: none yet. */
  community: z.nullable(CommunityCode),
  /** The same, by its name and its telephone. */
  keeper: z.optional(z.object({ name: z.string(), phone: z.string() })),
  /** When somebody of staff last said that all of it is right; absent: nobody has yet. */
  assuredOn: z.optional(z.string()),
  address: z.optional(z.string()),
  phone: z.optional(z.string()),
  /** Opening hours as people say them; absent: nobody has told us. */
  hours: z.optional(z.string()),
  offerings: z.array(OfferingCard),
  /** Absent: its entry did not come from another directory. */
  told: z.optional(Told),
  /** Among the favourites of whoever asks. */
  favourite: z.boolean(),
})
export type PlaceDetail = z.output<typeof PlaceDetail>

/**
 * Where walking begins: WGS-84 degrees, no further north or south than 66°. Towards a pole a degree of longitude
 * shrinks to nothing, and a circle would span hundreds of tiles of a directory that has nothing there.
 */
const From = { lng: degrees(180), lat: degrees(66) }

/** Who walks: paces, and whether steps are walked at all. */
const Walker = { profile: z._default(z.enum(walkProfiles), 'ordinary') }

export const Around = z.strictObject({ ...From, minutes: z._default(wholeNumber(5, 30), 15), ...Walker })

/** One need, with the places that answer it best: open ones first, then by the walk. */
export const Need = z.object({
  kind: z.enum(placeKinds),
  count: z.number(),
  /** There are more than were counted. */
  more: z.boolean(),
  places: z.array(PlaceCard),
})
export type Need = z.output<typeof Need>

export const AroundReply = z.object({
  /** In the order of the home page; a need that nothing within reach answers is absent. */
  needs: z.array(Need),
  measured: Measured,
  asOf: InstantOutput,
})
export type AroundReply = z.output<typeof AroundReply>

/** The streets that a walk reaches, for a map; none where no network serves. */
export const BandsReply = z.object({
  streets: z.array(
    z.object({
      /** Minutes to its farther end, rounded up. */
      minutes: z.number(),
      /** East and north of the asked position in 1e-5 degrees: x, y, x, y … */
      line: z.array(z.number()),
    }),
  ),
  measured: Measured,
})
export type BandsReply = z.output<typeof BandsReply>

export const Near = z.strictObject({
  ...From,
  /** The circle's reach on foot. Shenzhen 15, Chongqing 10 and 20, rural 30 (S2:L106, S3:L296). */
  minutes: z._default(wholeNumber(5, 30), 15),
  ...Walker,
  kind: z.optional(z.enum(placeKinds)),
  search: z.optional(text(40)),
  /** '1' = only open now / open this evening / with something to book / where wheels get in. */
  openNow: z.optional(z.literal('1')),
  openLate: z.optional(z.literal('1')),
  bookable: z.optional(z.literal('1')),
  stepFree: z.optional(z.literal('1')),
  price: z.optional(z.enum(priceClasses)),
  ...pageInput,
})

export const NearReply = z.object({
  places: z.array(PlaceCard),
  /** Places within reach per kind, before `kind`, `search` and paging. */
  counts: z.partialRecord(z.enum(placeKinds), z.number()),
  /** Kinds of which there are more than were counted. */
  more: z.array(z.enum(placeKinds)),
  measured: Measured,
  /** Nothing answers to `search`; these places do but for a slip of the finger or of the ear. */
  nearly: z.optional(z.literal(true)),
  asOf: InstantOutput,
  cursor: z.optional(z.string()),
})
export type NearReply = z.output<typeof NearReply>

export const AskPlace = z.strictObject({
  placeId: idOf('place'),
  lng: z.optional(From.lng),
  lat: z.optional(From.lat),
  ...Walker,
})
