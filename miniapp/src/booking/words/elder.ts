import { table } from '../../platform/language'

/** What 长辈版 asks before it books, a question to a page. */
export const elderWords = table('booking.elderWords', {
  which: '约哪一项？',
  /** Of some of a household by name, or of all of it. */
  register: (who: string, where: string) => `${who}先去${where}`,
  registerOnce: '只给登记过残疾人证、那天没到期的人。带证登记一次就能约。',
  when: '哪一天去？',
  clock: (day: string) => `${day}几点？`,
  later: '再往后的日子',
  times: (free: number) => `${free} 个时段有空`,
  fullDay: '约满了，可以排队',
  howLong: '要多久？',
  how: '怎么办？',
  things: '还要借什么？',
  thatsAll: '就这些',
  check: '对不对？',
  waitWho: '给谁排队？',
  waitSelf: '给我自己排',
  waitOther: (name: string) => `给${name}排`,
  inQueue: (rank: string) => `在排队，${rank}`,
  otherTimes: '看看别的时间',
  think: '再想想',
  mine: '回到我的事',
})

/** Of what was booked together. */
export const seriesElder = table('booking.seriesElder', {
  left: (left: number, all: number) => `一共 ${all} 次，还有 ${left} 次`,
})

/** Of bookings of somebody for whom one acts. */
export const familyElder = table('booking.familyElder', {
  past: (name: string) => `${name}以前的预约`,
  choose: (name: string) => `最后一步选“给${name}约”`,
})

/** Once one waits for nothing any more. */
export const leftWords = table('booking.leftWords', {
  left: '好，不再等了。',
})

/** What can be done with a ticket. */
export const ticketElder = table('booking.ticketElder', {
  door: '到了，出示号码',
  presence: '那天的情况',
  settled: '要带什么，借什么',
  story: '办到哪一步',
})

/** What comes after the next thing. */
export const laterWords = table('booking.laterWords', {
  title: '后面的事',
})
