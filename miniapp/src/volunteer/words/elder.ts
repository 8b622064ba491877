import { table } from '../../platform/language'

/** What 长辈版 says of tasks, a question to a page. */
export const elderWords = table('volunteer.elderWords', {
  which: '帮哪一件？',
  done: '做了多久？',
  did: (length: string) => `做了 ${length}`,
  bank: (length: string) => `时间银行里存了 ${length}`,
  past: '以前做过的',
  placeIs: (where: string) => `地点：${where}`,
})
