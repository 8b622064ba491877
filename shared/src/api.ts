/** The whole API on one screen: endpoint id = slice.verb. */
import { booking } from './booking/contract'
import { bulletin } from './bulletin/contract'
import { circle } from './circle/contract'
import { identity } from './identity/contract'
import { type ErrorSpec, requestErrors } from './kernel/problem'
import { microproject } from './microproject/contract'
import { volunteer } from './volunteer/contract'
import { workbench } from './workbench/contract'

export const api = { identity, circle, booking, microproject, volunteer, bulletin, workbench } as const
export type Api = typeof api
export type SliceName = keyof Api

export const errorTable = {
  ...requestErrors,
  ...identity.errors,
  ...circle.errors,
  ...booking.errors,
  ...microproject.errors,
  ...volunteer.errors,
  ...bulletin.errors,
} as const satisfies Record<string, ErrorSpec>
