/** What is published of a draw. */
import { idOf } from '../../../kernel/id'
import { InstantOutput } from '../../../kernel/time'
import { wholeNumber, z } from '../../../kernel/zod'
import { seasonStates } from '../../lifecycle/season'
import { sources } from '../../rules/season'
import { AskSeason, MOST_WISHES, wishId } from '../season'

/** So many requests of a frozen list are kept, read and published together. */
export const WISHES_IN_PART = 250
const MOST_PARTS = MOST_WISHES / WISHES_IN_PART

const hex = z.string().check(z.regex(/^[0-9a-f]{64}$/))

export const AskDraw = z.strictObject({
  ...AskSeason.shape,
  /** Which part of the list, from 0 on. */
  part: z._default(wholeNumber(0, MOST_PARTS - 1), 0),
})

/**
 * All that is needed to draw once more: the files of `npm run draw`, one for each part of the list. What is not decided yet
 * is absent.
 */
export const DrawRecord = z.object({
  rule: z.string(),
  seasonId: idOf('season'),
  state: z.enum(seasonStates),
  placeName: z.string(),
  offeringName: z.string(),
  from: z.string(),
  to: z.string(),
  closesAt: InstantOutput,
  drawAt: InstantOutput,
  source: z.enum(sources),
  issue: z.optional(z.string()),
  commitment: hex,
  slots: z.array(
    z.object({
      slotId: z.string(),
      seats: z.number(),
      weekday: z.number(),
      fromMinute: z.number(),
      toMinute: z.number(),
    }),
  ),
  /** This part of the list, and how many there are; until it is frozen one that is empty. */
  part: z.number(),
  parts: z.number(),
  /** By pseudonym. */
  entries: z.array(
    z.object({
      ...{ wishId, first: z.boolean(), wants: z.number(), choices: z.array(z.string()) },
      /** Once it is drawn: the how manieth to choose, and what was left of what they wished for. */
      rank: z.optional(z.number()),
      got: z.optional(z.array(z.string())),
    }),
  ),
  listHash: z.optional(hex),
  seed: z.optional(hex),
  publicNumber: z.optional(z.string()),
})
export type DrawRecord = z.output<typeof DrawRecord>
