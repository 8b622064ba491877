import type { volunteer } from '@yike/shared/volunteer/contract'
import type { Handlers } from '../../platform/handler'
import type { Table } from '../../platform/table'
import { claimHandlers } from './claims'
import { hoursHandlers } from './hours'
import { menuHandlers } from './menu'
import { wordsHandlers } from './words'

export { asClaim, asTask } from '../store'
export { waitingHours, waitingTask } from './view'

export const volunteerHandlers = (table: Table): Handlers<typeof volunteer.endpoints> => ({
  ...menuHandlers(table),
  ...claimHandlers(table),
  ...hoursHandlers(table),
  ...wordsHandlers(table),
})
