import { slice } from '../kernel/contract'
import type { NextAction } from '../kernel/problem'
import { AskPage } from '../kernel/shapes'
import { AskBooking, AskDays, Booking, Bookings, Days, DeclineBooking, PlaceBooking } from './schema'

const otherSlot: NextAction = {
  do: 'open',
  label: '看看别的时段',
  page: '/booking/pages/choose?placeId=:placeId&offeringId=:offeringId',
}
const asItIs: NextAction = {
  do: 'open',
  label: '看看现在怎样',
  page: '/booking/pages/ticket?bookingId=:bookingId',
}
const queue: NextAction = { do: 'open', label: '回到待办', page: '/workbench/pages/queue' }

export const booking = slice(
  {
    'booking.slot_full': { status: 409, title: '这个时段刚刚约满了，请选别的时段。', next: [otherSlot] },
    'booking.person_busy': {
      status: 409,
      title: '这个人这段时间已有预约，请换个时段。',
      next: [otherSlot, { do: 'open', label: '看看已有的预约', page: '/booking/tab/index' }],
    },
    'booking.not_a_slot': { status: 409, title: '这个时段不在开放时间里，请重新选时段。', next: [otherSlot] },
    'booking.past': { status: 409, title: '这个时段已经开始了，请选后面的时段。', next: [otherSlot] },
    'booking.too_late': {
      status: 409,
      title: '离开始太近了，请改约晚一点，或打电话问一问。',
      next: [otherSlot],
    },
    'booking.too_early': { status: 409, title: '这一天还没开始预约，请选近一点的日子。', next: [otherSlot] },
    'booking.calendar_unknown': {
      status: 409,
      title: '这一年的放假安排还没公布，请选近一点的日子。',
      next: [otherSlot],
    },
    'booking.not_eligible': {
      status: 409,
      title: '这一项不是给这个人的，请看看别的。',
      next: [{ do: 'open', label: '看看这里别的', page: '/circle/pages/place?placeId=:placeId' }],
    },
    'booking.wrong_state': {
      status: 409,
      title: '这个预约的状态已经变了，请刷新看看。',
      next: [asItIs],
      staffNext: [
        { do: 'open', label: '看看现在怎样', page: '/workbench/pages/case?kind=booking&caseId=:bookingId' },
        queue,
      ],
    },
    'booking.cancel_closed': { status: 409, title: '已过自行取消的时间，请打电话告诉场所。', next: [asItIs] },
    'booking.lapsed': { status: 409, title: '审核时限已过，名额已自动释放。', staffNext: [queue] },
  },
  {
    days: {
      method: 'GET',
      path: '/places/:placeId/offerings/:offeringId/days',
      status: 200,
      access: ['resident'],
      summary: 'Days and slots of an offering, with the places left',
      input: AskDays,
      output: Days,
      errors: [],
    },
    place: {
      method: 'POST',
      path: '/bookings',
      status: 201,
      access: ['resident'],
      keyed: true,
      summary: 'Book a slot for myself or a person of my household',
      input: PlaceBooking,
      output: Booking,
      errors: [
        'booking.slot_full',
        'booking.person_busy',
        'booking.not_a_slot',
        'booking.past',
        'booking.too_late',
        'booking.too_early',
        'booking.calendar_unknown',
        'booking.not_eligible',
      ],
    },
    mine: {
      method: 'GET',
      path: '/bookings',
      status: 200,
      access: ['resident'],
      summary: 'My bookings, latest start first',
      input: AskPage,
      output: Bookings,
      errors: [],
    },
    show: {
      method: 'GET',
      path: '/bookings/:bookingId',
      status: 200,
      access: ['resident'],
      summary: 'One booking of mine, or of the community that I work for',
      input: AskBooking,
      output: Booking,
      errors: [],
    },
    cancel: {
      method: 'POST',
      path: '/bookings/:bookingId/cancel',
      status: 200,
      access: ['resident'],
      summary: 'Cancel my booking; cancelling twice is the same as once',
      input: AskBooking,
      output: Booking,
      errors: ['booking.wrong_state', 'booking.cancel_closed'],
    },
    approve: {
      method: 'POST',
      path: '/bookings/:bookingId/approve',
      status: 200,
      access: ['worker', 'supervisor'],
      summary: 'Approve a booking that waits',
      input: AskBooking,
      output: Booking,
      errors: ['booking.wrong_state', 'booking.lapsed'],
    },
    decline: {
      method: 'POST',
      path: '/bookings/:bookingId/decline',
      status: 200,
      access: ['worker', 'supervisor'],
      summary: 'Decline a booking that waits, with the reason that the resident will read',
      input: DeclineBooking,
      output: Booking,
      errors: ['booking.wrong_state', 'booking.lapsed'],
    },
  },
)
