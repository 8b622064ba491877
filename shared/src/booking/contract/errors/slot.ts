/** Why a time is none of the slots of an offering. */
import type { ErrorTable, NextAction } from '../../../kernel/problem'

export const otherSlot: NextAction = {
  do: 'open',
  label: '看看别的时段',
  page: '/booking/pages/choose?placeId=:placeId&offeringId=:offeringId',
}

export const slotErrors = {
  'booking.not_a_slot': { status: 409, title: '这个时段不在开放时间里，请重新选时段。', next: [otherSlot] },
  'booking.too_long': { status: 409, title: '一次约不了这么长，请选短一点。', next: [otherSlot] },
  'booking.odd_length': { status: 409, title: '不能约这样的时长，请从列出的里面选。', next: [otherSlot] },
  'booking.odd_start': { status: 409, title: '不能从这个钟点开始，请从列出的时段里选。', next: [otherSlot] },
} as const satisfies ErrorTable
