import { slice } from '../kernel/contract'
import { AskNotices, Movements, Notices } from './schema'

export const bulletin = slice(
  {},
  {
    notices: {
      method: 'GET',
      path: '/notices',
      status: 200,
      access: ['resident'],
      summary: 'My inbox: what happened to my cases, newest first',
      input: AskNotices,
      output: Notices,
      errors: [],
    },
    movements: {
      method: 'GET',
      path: '/movements',
      status: 200,
      access: ['resident'],
      summary: 'What moved in my community, newest first',
      input: AskNotices,
      output: Movements,
      errors: [],
    },
  },
)
