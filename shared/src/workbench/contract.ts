import { Community } from '../identity/schema'
import { slice } from '../kernel/contract'
import { z } from '../kernel/zod'
import { AskQueue, Queue } from './schema'

export const workbench = slice(
  {},
  {
    communities: {
      method: 'GET',
      path: '/work/communities',
      status: 200,
      access: ['worker', 'supervisor'],
      summary: 'The communities that I answer for',
      input: z.strictObject({}),
      output: z.object({ communities: z.array(Community) }),
      errors: [],
    },
    queue: {
      method: 'GET',
      path: '/work/queue',
      status: 200,
      access: ['worker', 'supervisor'],
      summary: 'What waits for staff in a community, oldest deadline first',
      input: AskQueue,
      output: Queue,
      errors: [],
    },
  },
)
