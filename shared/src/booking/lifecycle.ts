import type { Lifecycle } from '../kernel/lifecycle'

export const bookingStates = ['requested', 'confirmed', 'declined', 'cancelled', 'lapsed'] as const
/**
 * requested 待审核 (holds its place until the deadline) · confirmed 已预约 · declined 未通过 ·
 * cancelled 已取消 · lapsed 超时未审核，已自动释放
 */
export type BookingState = (typeof bookingStates)[number]

export const bookingVerbs = ['approve', 'decline', 'cancel', 'lapse'] as const
export type BookingVerb = (typeof bookingVerbs)[number]

export const bookingLifecycle: Lifecycle<BookingState, BookingVerb> = {
  requested: {
    approve: { to: 'confirmed', by: ['staff'] },
    decline: { to: 'declined', by: ['staff'] },
    cancel: { to: 'cancelled', by: ['owner'] },
    lapse: { to: 'lapsed', by: ['clock'] },
  },
  confirmed: { cancel: { to: 'cancelled', by: ['owner'] } },
  declined: {},
  cancelled: {},
  lapsed: {},
}

/** States in which a booking takes quarters of its sheets. */
export const holds = (state: BookingState): boolean => state === 'requested' || state === 'confirmed'
