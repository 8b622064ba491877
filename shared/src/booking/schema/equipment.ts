import { idOf } from '../../kernel/id'
import { InstantInput, minutesBetween } from '../../kernel/time'
import { z } from '../../kernel/zod'
import { Equipment } from '../rules/equipment'

/** How much of the equipment of an offering is free at a time. */
export const AskEquipment = z
  .strictObject({
    placeId: idOf('place'),
    offeringId: idOf('offering'),
    startAt: InstantInput,
    endAt: InstantInput,
  })
  .check(
    z.refine(({ startAt, endAt }) => {
      const minutes = minutesBetween(startAt, endAt)
      return minutes > 0 && minutes <= 24 * 60
    }),
  )
export const EquipmentLeft = z.object({
  equipment: z.array(z.object({ ...Equipment.shape, left: z.number() })),
})
export type EquipmentLeft = z.output<typeof EquipmentLeft>
