/** Why something about bringing and fetching a child is refused. */
import type { ErrorTable, NextAction } from '../../../kernel/problem'

const atHome: NextAction[] = [
  { do: 'open', label: '看看接送', page: '/booking/pages/pickup?bookingId=:bookingId' },
]
const atClass: NextAction[] = [
  { do: 'open', label: '看看现在怎样', page: '/workbench/pages/case?kind=booking&caseId=:bookingId' },
]
const both = { next: atHome, staffNext: atClass }

export const pickupErrors = {
  'booking.no_pickup': {
    status: 409,
    title: '接送只用在托育的预约上，这个预约不用。',
    next: [{ do: 'open', label: '看看这个预约', page: '/booking/pages/ticket?bookingId=:bookingId' }],
    staffNext: atClass,
  },
  'booking.pickup_moved': { status: 409, title: '接送的内容刚刚变了，请刷新看看。', ...both },
  'booking.fetchers_full': { status: 409, title: '最多写六位能接的人，请先收回一位再添。', ...both },
  'booking.not_named': {
    status: 409,
    title: '这个人不在能接的名单里，不能接走。请打电话问家长，家长同意，就替家长写上再接。',
    ...both,
  },
  'booking.code_not_today': { status: 409, title: '接送码当天才能发，到了那天再来。', ...both },
  'booking.code_wrong': {
    status: 409,
    title: '接送码不对，请再对一遍；还不对，就打电话问家长，记“电话确认”。',
    ...both,
  },
  'booking.code_over': {
    status: 409,
    title: '这个孩子现在没有能用的接送码。请打电话问家长，记“电话确认”。',
    ...both,
  },
  'booking.proof_missing': { status: 400, title: '填接送码，或写明电话里是谁确认的。' },
  'booking.not_arrived': { status: 409, title: '那时候孩子还没有记送到，请看看时间，或先记送到。', ...both },
  'booking.already_arrived': {
    status: 409,
    title: '这个孩子已经记过送到，内容不一样。要补的，请“记一笔”。',
    ...both,
  },
  'booking.already_left': { status: 409, title: '这个孩子已经接走了，请看看是谁接的。', ...both },
  'booking.no_instruction': {
    status: 409,
    title: '没有家长写的用药说明，不能收药、喂药。请家长在“接送”里写，或交来书面的。',
    ...both,
  },
  'booking.note_empty': { status: 400, title: '还没有写要记的，请填一样。' },
  'booking.record_full': {
    status: 409,
    title: '这一天的记录满了，余下的请写在纸上；送到、接走照样能记。',
    ...both,
  },
} as const satisfies ErrorTable
