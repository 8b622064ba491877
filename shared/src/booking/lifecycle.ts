import type { Lifecycle } from '../kernel/lifecycle'

export const bookingStates = [
  'requested',
  'confirmed',
  'declined',
  'cancelled',
  'lapsed',
  'waiting',
  'offered',
  'passed',
  'missed',
  'displaced',
  'came',
  'absent',
  'appealed',
  'excused',
] as const
/**
 * requested 待审核 (holds its place until the deadline) · confirmed 已预约 · declined 未通过 ·
 * cancelled 已取消 · lapsed 超时未审核，已自动释放 · waiting 排队中 (holds nothing yet) · offered 有位，待本人确认 (holds its
 * place until the deadline) · passed 已让给下一位 · missed 没有等到 ·
 * displaced 场所不开放了，待换 (holds nothing until another time is offered) · came 到了 · absent 没有到 ·
 * appealed 本人说明了情况，待核对 · excused 没有到，不计 (illness, or an appeal that was granted)
 */
export type BookingState = (typeof bookingStates)[number]

export const bookingVerbs = [
  'approve',
  'decline',
  'cancel',
  'lapse',
  'offer',
  'skip',
  'miss',
  'accept',
  'apply',
  'pass',
  'expire',
  'displace',
  'swap',
  'checkIn',
  'noShow',
  'excuse',
  'appeal',
  'uphold',
  'cancelFor',
  'acceptFor',
  'seek',
  'restore',
  'reask',
  'withdraw',
  'goBack',
] as const
export type BookingVerb = (typeof bookingVerbs)[number]

export const bookingLifecycle: Lifecycle<BookingState, BookingVerb> = {
  requested: {
    approve: { to: 'confirmed', by: ['staff'] },
    decline: { to: 'declined', by: ['staff'] },
    cancel: { to: 'cancelled', by: ['owner', 'delegate'] },
    // For somebody who called.
    cancelFor: { to: 'cancelled', by: ['staff'] },
    lapse: { to: 'lapsed', by: ['clock'] },
    goBack: { to: 'cancelled', by: ['owner', 'delegate', 'staff'] },
    displace: { to: 'displaced', by: ['clock', 'staff'] },
  },
  confirmed: {
    cancel: { to: 'cancelled', by: ['owner', 'delegate'] },
    // Its owner takes the time back that they had before it closed.
    goBack: { to: 'cancelled', by: ['owner', 'delegate', 'staff'] },
    cancelFor: { to: 'cancelled', by: ['staff'] },
    // What was booked is not open any more; or staff say that there are too few carers on duty.
    displace: { to: 'displaced', by: ['clock', 'staff'] },
    // By the code at the door, or by the list of whoever stands there.
    checkIn: { to: 'came', by: ['owner', 'staff'] },
    noShow: { to: 'absent', by: ['staff'] },
    excuse: { to: 'excused', by: ['staff'] },
  },
  // A mark that was wrong is set right by another one.
  came: {
    noShow: { to: 'absent', by: ['staff'] },
    excuse: { to: 'excused', by: ['staff'] },
  },
  absent: {
    checkIn: { to: 'came', by: ['owner', 'staff'] },
    excuse: { to: 'excused', by: ['staff'] },
    appeal: { to: 'appealed', by: ['owner'] },
  },
  appealed: {
    excuse: { to: 'excused', by: ['staff'] },
    uphold: { to: 'absent', by: ['staff'] },
    checkIn: { to: 'came', by: ['staff'] },
  },
  excused: {
    checkIn: { to: 'came', by: ['staff'] },
    noShow: { to: 'absent', by: ['staff'] },
  },
  declined: {},
  cancelled: {},
  lapsed: {},
  waiting: {
    offer: { to: 'offered', by: ['clock'] },
    // A seat was free, but not for them: they stay where they are.
    skip: { to: 'waiting', by: ['clock'] },
    miss: { to: 'missed', by: ['clock'] },
    cancel: { to: 'cancelled', by: ['owner', 'delegate'] },
    cancelFor: { to: 'cancelled', by: ['staff'] },
  },
  offered: {
    accept: { to: 'confirmed', by: ['owner', 'delegate'] },
    // Where staff approve: taking the offer is asking for it.
    apply: { to: 'requested', by: ['owner', 'delegate'] },
    pass: { to: 'passed', by: ['owner', 'delegate'] },
    goBack: { to: 'cancelled', by: ['owner', 'delegate', 'staff'] },
    // As they say on the telephone; what staff take for them staff have approved.
    acceptFor: { to: 'confirmed', by: ['staff'] },
    cancelFor: { to: 'cancelled', by: ['staff'] },
    expire: { to: 'passed', by: ['clock'] },
    // What was held in place of a closed time goes back where that opens again.
    restore: { to: 'confirmed', by: ['clock'] },
    reask: { to: 'requested', by: ['clock'] },
    // A time that had opened again closes once more before its owner has answered: they keep what they have.
    withdraw: { to: 'passed', by: ['clock'] },
    displace: { to: 'displaced', by: ['clock', 'staff'] },
  },
  displaced: {
    // Another time or place is held for its owner, as an offer.
    swap: { to: 'offered', by: ['clock'] },
    // Nothing is free yet: it is looked for again and again, until the time that was booked has come.
    seek: { to: 'displaced', by: ['clock'] },
    miss: { to: 'missed', by: ['clock'] },
    // Its time is open again before anything else was taken: it is theirs as it was, or asked for as it was.
    restore: { to: 'confirmed', by: ['clock'] },
    reask: { to: 'requested', by: ['clock'] },
    // What they took closed as well, before they were asked whether to go back: they want nothing in its place.
    goBack: { to: 'cancelled', by: ['owner', 'delegate', 'staff'] },
    cancel: { to: 'cancelled', by: ['owner', 'delegate'] },
    cancelFor: { to: 'cancelled', by: ['staff'] },
  },
  passed: {},
  missed: {},
}

/** What became of a booking that was kept until its time: whoever came or did not, its time was theirs. */
export const presences = ['came', 'absent', 'appealed', 'excused'] as const satisfies readonly BookingState[]
export type Presence = (typeof presences)[number]

export const isPresence = (state: BookingState): state is Presence =>
  presences.some(presence => presence === state)

/** States in which a booking takes quarters of its sheets. */
export const holds = (state: BookingState): boolean =>
  state === 'requested' || state === 'confirmed' || state === 'offered' || isPresence(state)
