import { table } from '../../platform/language'

/** Where else one finds what is booked. */
export const linkWords = table('booking.linkWords', {
  ofFamily: '亲情代办',
  seasons: '整季抽签',
})
