import { childcare } from './childcare'
import { counter } from './counter'
import { elderCare } from './elder-care'
import { homeVisit } from './home-visit'
import type { Stock } from './row'
import { venue } from './venue'

export const stocks: readonly Stock[] = [...elderCare, ...homeVisit, ...childcare, ...venue, ...counter]
