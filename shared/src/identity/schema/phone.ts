/** The number on which the community may call somebody whom a message does not reach. */
import { InstantOutput } from '../../kernel/time'
import { z } from '../../kernel/zod'
import { phoneDigits } from '../rules'

/** A telephone number as it is typed, with blanks and hyphens; kept as its digits. */
export const Telephone = z.pipe(
  z.string().check(z.maxLength(24)),
  z.pipe(z.transform(phoneDigits), z.string().check(z.regex(/^\d{7,12}$/))),
)

/** Given for this alone, and said so before (PIPL art. 14); it stands in a body: in no address and in no log. */
export const GivePhone = z.strictObject({ phone: Telephone, agreed: z.literal(true) })
/** Both absent: the community has no number of mine. */
export const OwnPhone = z.object({ phone: z.optional(z.string()), givenAt: z.optional(InstantOutput) })
export type OwnPhone = z.output<typeof OwnPhone>
