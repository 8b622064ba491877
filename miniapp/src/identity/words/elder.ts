import { table } from '../../platform/language'

/** What 长辈版 says of who I am, a question to a page. */
export const elderWords = table('identity.elderWords', {
  self: '我和家人',
  iAm: (name: string, community: string) => `${name}，住${community}`,
  home: (label: string) => `从“${label}”出发`,
  homeNote: '点这里改出发的地方',
  family: '家里人',
  alone: '还只有您自己',
  addFirst: '加一位家人，就能替他们约',
  born: (year: string, month: string) => `${year}年${month}月生`,
  bornNone: '点这里写出生年月',
  reading: '字大小，退出长辈版',
})
