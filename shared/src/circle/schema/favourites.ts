/** Places that a resident wants to find again. */
import { idOf } from '../../kernel/id'
import { InstantOutput } from '../../kernel/time'
import { z } from '../../kernel/zod'
import { AskPlace, PlaceCard } from '../schema'

/** More than this nobody looks through. */
export const MOST_FAVOURITES = 30

export const Favour = z.strictObject({
  placeId: idOf('place'),
  /** False: not any more. */
  favourite: z.boolean(),
})
export const Favoured = z.object({ placeId: idOf('place'), favourite: z.boolean() })

const { placeId: _, ...from } = AskPlace.shape
export const AskFavourites = z.strictObject(from)

export const FavouritesReply = z.object({
  /** Those within half an hour's walk first, nearest first; then the others in the order in which they were chosen. */
  places: z.array(
    z.object({
      ...PlaceCard.shape,
      /** Absent where nobody said where walking begins, and beyond half an hour. */
      walkMinutes: z.optional(PlaceCard.shape.walkMinutes),
      meters: z.optional(PlaceCard.shape.meters),
    }),
  ),
  asOf: InstantOutput,
})
