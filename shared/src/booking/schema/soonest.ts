/** When something is next free at each of some places: one question for a page of a list. */
import { idOf, idsOf } from '../../kernel/id'
import { InstantOutput } from '../../kernel/time'
import { z } from '../../kernel/zod'
import { Eligibility } from '../rules/eligibility'
import { Slot } from './day'

/** As many as a list has on a page. */
export const MOST_PLACES = 20

export const AskSoonest = z.strictObject({ places: idsOf('place', MOST_PLACES) })

/** What is free soonest at a place, of all that is offered there. */
const Soonest = z.object({
  placeId: idOf('place'),
  /** Null: nothing within a week. */
  free: z.nullable(
    z.object({
      offeringId: idOf('offering'),
      name: z.string(),
      slot: Slot,
      /** Whom it is for, where that is not everybody. */
      eligible: z.optional(Eligibility),
    }),
  ),
})
export type Soonest = z.output<typeof Soonest>

export const SoonestReply = z.object({
  /** Of those asked for the ones that offer anything, in the order asked. */
  places: z.array(Soonest),
  asOf: InstantOutput,
})
