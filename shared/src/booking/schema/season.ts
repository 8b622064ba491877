/** Seasons: what is asked for, and what is published of it. */
import { CommunityCode } from '../../identity/schema'
import { idOf } from '../../kernel/id'
import { pageInput, TimelineEntry } from '../../kernel/shapes'
import { DateInput, InstantInput, InstantOutput } from '../../kernel/time'
import { wholeNumber, z } from '../../kernel/zod'
import { placingErrors } from '../contract/errors/placing'
import { seasonStates, seasonVerbs } from '../lifecycle/season'
import { sources } from '../rules/season'
import { priorityGroups } from '../rules/terms'

/** A list has a line for each slot, and each resident a look at it. */
const MOST_SLOTS = 20
export const MOST_WISHES = 2000

const WeeklySlot = z.strictObject({
  /** 0 is Monday. */
  weekday: wholeNumber(0, 6),
  fromMinute: wholeNumber(0, 1440),
  toMinute: wholeNumber(0, 1440),
})

const fields = {
  from: DateInput,
  to: DateInput,
  slots: z.array(WeeklySlot).check(z.minLength(1), z.maxLength(MOST_SLOTS)),
  /** How many slots one may get. */
  most: wholeNumber(1, 5),
  /** Who chooses before everybody else. */
  priority: z._default(z.array(z.enum(priorityGroups)).check(z.maxLength(3)), []),
  /** Requests until then. */
  closesAt: InstantInput,
  /** When the number is drawn that decides. */
  drawAt: InstantInput,
  /** Which number that is. */
  source: z.enum(sources),
  /** Of a lottery: of which issue. */
  issue: z.optional(z.string().check(z.regex(/^\d{5,8}$/))),
}

export const OpenSeason = z.strictObject({
  placeId: idOf('place'),
  offeringId: idOf('offering'),
  ...fields,
})
export type OpenSeason = z.output<typeof OpenSeason>
export type SeasonFields = Omit<OpenSeason, 'placeId' | 'offeringId'>

const slotId = z.string().check(z.regex(/^s\d{1,2}$/))
/** The name under which a request is published: it says nothing of whose it is. */
export const wishId = idOf('wish')

/** A date on which a slot is not, and why. */
const Missing = z.object({
  on: z.string(),
  code: z.enum([...placingErrors, 'booking.series_long', 'request.not_found']),
  why: z.optional(z.string()),
})
export type Missing = z.output<typeof Missing>

export const SeasonSlot = z.object({
  slotId: z.string(),
  weekday: z.number(),
  fromMinute: z.number(),
  toMinute: z.number(),
  /** How many may have it. */
  seats: z.number(),
  /** How many weeks it is. */
  weeks: z.number(),
  /** Dates on which the place is closed, as it is known now. */
  missing: z.array(Missing),
  /** Once the list is frozen: how many want it most. */
  wanted: z.optional(z.number()),
  /** Once it is drawn: how many nobody got. */
  left: z.optional(z.number()),
})
export type SeasonSlot = z.output<typeof SeasonSlot>

export const FileWish = z.strictObject({
  seasonId: idOf('season'),
  /** Slots, the dearest first. */
  choices: z.array(slotId).check(z.minLength(1), z.maxLength(MOST_SLOTS)),
  /** How many of them at most. */
  wants: wholeNumber(1, 5),
  /** Absent: for myself. */
  personId: z.optional(idOf('person')),
  /** For whom a grant is that I hold, instead: the request is theirs. */
  grantId: z.optional(idOf('grant')),
})
export type FileWish = z.output<typeof FileWish>

export const Wish = z.object({
  wishId,
  choices: z.array(z.string()),
  wants: z.number(),
  personId: idOf('person'),
  forName: z.string(),
  /** Chooses before everybody who does not. */
  first: z.boolean(),
  filedAt: InstantOutput,
  /** Who did what was last done to it, if that was somebody by a grant. */
  who: z.optional(z.string()),
  withdrawn: z.optional(z.literal(true)),
  /** Once it is drawn: the how manieth to choose. */
  rank: z.optional(z.number()),
  /** What they got, and what became of its dates: how many are booked, and why the others are not. */
  got: z.optional(
    z.array(
      z.object({
        slotId: z.string(),
        /** Absent while they are being booked, and where none could be. */
        seriesId: z.optional(idOf('series')),
        booked: z.optional(z.number()),
        missing: z.array(Missing),
      }),
    ),
  ),
})
export type Wish = z.output<typeof Wish>

const card = {
  seasonId: idOf('season'),
  state: z.enum(seasonStates),
  community: CommunityCode,
  placeId: idOf('place'),
  placeName: z.string(),
  offeringId: idOf('offering'),
  offeringName: z.string(),
  from: z.string(),
  to: z.string(),
  closesAt: InstantOutput,
  drawAt: InstantOutput,
  /** How many requests there are. */
  asked: z.number(),
}
export const SeasonCard = z.object(card)
export type SeasonCard = z.output<typeof SeasonCard>

export const Season = z.object({
  ...card,
  slots: z.array(SeasonSlot),
  most: z.number(),
  priority: z.array(z.enum(priorityGroups)),
  source: z.enum(sources),
  issue: z.optional(z.string()),
  /** SHA-256 of the seed, published when it was opened. */
  commitment: z.string(),
  listHash: z.optional(z.string()),
  publicNumber: z.optional(z.string()),
  /** Of a season that was called off: why. */
  reason: z.optional(z.string()),
  mine: z.optional(Wish),
  /** What the reader may do now. */
  can: z.array(z.enum(seasonVerbs)),
  timeline: z.array(TimelineEntry),
})
export type Season = z.output<typeof Season>

export const AskSeasons = z.strictObject({ community: CommunityCode, ...pageInput })
export const Seasons = z.object({ seasons: z.array(SeasonCard), cursor: z.optional(z.string()) })
export const AskSeason = z.strictObject({ seasonId: idOf('season') })
/** With what I asked for, or whoever gave me this grant. */
export const AskOwnWish = z.strictObject({ ...AskSeason.shape, grantId: z.optional(idOf('grant')) })
export const DrawSeason = z.strictObject({
  ...AskSeason.shape,
  publicNumber: z.string().check(z.maxLength(100), z.regex(/^\d+( \d+)*$/)),
})

/** Why a season is called off: a list, for it is read by everybody at once. */
export const callOffReasons = ['repair', 'mistake', 'few', 'noNumber'] as const
export type CallOffReason = (typeof callOffReasons)[number]
export const CallOffSeason = z.strictObject({ ...AskSeason.shape, reason: z.enum(callOffReasons) })
