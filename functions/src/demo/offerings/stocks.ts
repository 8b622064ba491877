import { childcare } from './childcare'
import { elderCare } from './elder-care'
import type { Stock } from './row'
import { venue } from './venue'

export const stocks: readonly Stock[] = [...elderCare, ...childcare, ...venue]
