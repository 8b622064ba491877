import { table } from '../../platform/language'

/** Where else one finds what is booked. */
export const linkWords = table('booking.linkWords', {
  ofFamily: '替家人约的，让家人约',
  seasons: '整季固定时段，抽签',
})
