/** Why what is held for somebody cannot be taken, or what others wait for not be given up by a slip. */
import type { ErrorTable, NextAction } from '../../../kernel/problem'

const asItIs: NextAction = {
  do: 'open',
  label: '看看现在怎样',
  page: '/booking/pages/ticket?bookingId=:bookingId',
}
export const mine: NextAction = { do: 'open', label: '看看已有的预约', page: '/booking/tab/index' }

export const offerErrors = {
  'booking.offer_over': {
    status: 409,
    title: '留位的时间过了，这个位已让给下一位。',
    next: [asItIs, mine],
  },
  'booking.not_back': {
    status: 409,
    title: '换不回去：那时您另有预约，或次数用完了。先取消一个再换。',
    next: [mine],
  },
  'booking.others_wait': {
    status: 409,
    title: '后面有人排队：一取消，名额马上给别人，要不回来。',
    next: [{ do: 'open', label: '还是取消', page: '/booking/pages/ticket?bookingId=:bookingId&ask=cancel' }],
  },
} as const satisfies ErrorTable
export const offerCodes = ['booking.offer_over', 'booking.not_back'] as const
