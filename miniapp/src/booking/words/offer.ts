import { table } from '../../platform/language'
import type { Tone } from '../../ui'

/** Of another time that is held in place of one that closed. */
export const swapWord: { word: string; tone: Tone } = table('booking.swapWord', {
  word: '等您答复换不换',
  tone: 'persimmon',
})

/** What is said of a seat that came free, and of another time in place of one that closed. */
export const offerWords = table('booking.offerWords', {
  seat: {
    turn: '轮到您了',
    until: (when: string) => `位子替您留到 ${when}，过时让给下一位。`,
    accept: '要这个位',
    pass: '让给下一位',
    passAsk: '让给下一位吗？',
    passText: '位子马上给下一位，想要得重新排。',
  },
  swap: {
    turn: '原来的时段不开放了',
    until: (when: string) => `替您留到 ${when}，不答复就不换了。`,
    accept: '换到这个时段',
    pass: '不换了',
    passAsk: '不换到这个时段吗？',
    passText: '留着的位子马上让出来，可以自己另约。',
  },
  back: {
    turn: '您原来的时段又开放了',
    until: (when: string) => `替您留到 ${when}。不答复就不换回，现在的预约不变。`,
    accept: '换回原来的时段',
    pass: '不换回',
    passAsk: '不换回原来的时段吗？',
    passText: '留着的位子马上让出来，现在的预约不变。',
  },
})
