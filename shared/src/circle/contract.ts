import { slice } from '../kernel/contract'
import { AskPlace, Near, NearReply, PlaceDetail } from './schema'

export const circle = slice(
  {
    'circle.cursor_stale': {
      status: 400,
      title: '列表已经更新，请从头再看一遍。',
      next: [{ do: 'retry', label: '从头再看' }],
    },
  },
  {
    near: {
      method: 'GET',
      path: '/places',
      status: 200,
      access: ['resident'],
      summary: 'The service circle: places within reach on foot, nearest first',
      input: Near,
      output: NearReply,
      errors: ['circle.cursor_stale'],
    },
    place: {
      method: 'GET',
      path: '/places/:placeId',
      status: 200,
      access: ['resident'],
      summary: 'One place: hours, how to get there, what can be booked',
      input: AskPlace,
      output: PlaceDetail,
      errors: [],
    },
  },
)
