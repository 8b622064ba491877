import { table } from '../../platform/language'

/** What 长辈版 asks before it books, a question to a page. */
export const elderWords = table('booking.elderWords', {
  which: '约哪一项？',
  when: '哪一天去？',
  clock: (day: string) => `${day}几点？`,
  later: '再往后的日子',
  fullDay: '约满了，可以排队',
  howLong: '要多久？',
  how: '怎么办？',
  check: '对不对？',
})
