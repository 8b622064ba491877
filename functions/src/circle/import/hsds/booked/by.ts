import { counterModes, purposes } from '@yike/shared/booking/kinds'
import { Terms } from '@yike/shared/booking/rules/terms'
import { Paper } from '@yike/shared/booking/schema'
import { idOf } from '@yike/shared/kernel/id'
import { z } from '@yike/shared/kernel/zod'

const count = z.number().check(z.int(), z.gte(1), z.lte(1000))

/** The terms that HSDS has no field for. What it has a field for is read from there. */
export const BookedBy = z.object({
  offeringId: idOf('offering'),
  thingId: idOf('thing'),
  capacity: count,
  units: z.optional(count),
  alsoTakes: z.optional(
    z.array(z.object({ thingId: idOf('thing'), units: count, capacity: count })).check(z.maxLength(10)),
  ),
  attended: z.boolean(),
  /** Somebody serves, or looks after so many: it is booked once its staff have said who. */
  byPeople: z.optional(z.literal(true)),
  modes: z.optional(z.array(z.enum(counterModes))),
  purpose: z.optional(z.enum(purposes)),
  /** Where to get a paper, or what it must show. */
  notes: z.optional(z.array(Paper).check(z.maxLength(20))),
  ...Terms.shape,
})
export type BookedBy = z.output<typeof BookedBy>

/** Why an imported offering is paused at which somebody has to serve. */
export const WHO_SERVES = '刚从别处导入，排好服务人员后开放预约'
