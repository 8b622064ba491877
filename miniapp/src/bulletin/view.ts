import type { Because } from '@yike/shared/booking/rules/reasons'
import { reasons } from './words'

/** Why: in the words of whoever said it, or where nobody did in the language of this phone. */
export const whyOf = ({ why, reason }: Because): string | undefined => (reason ? reasons[reason] : why)
