import type { volunteer } from '@yike/shared/volunteer/contract'
import type { Handlers } from '../../platform/handler'
import type { Table } from '../../platform/table'
import { claimHandlers } from './claims'
import { hoursHandlers } from './hours'
import { menuHandlers } from './menu'

export { asClaim } from '../store'
export { waitingHours } from './view'

export const volunteerHandlers = (table: Table): Handlers<typeof volunteer.endpoints> => ({
  ...menuHandlers(table),
  ...claimHandlers(table),
  ...hoursHandlers(table),
})
