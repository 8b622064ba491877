/** Opening hours in English. The server writes them in fixed words (shared/circle/hours/write.ts, special.ts). */

import { months } from './months'

const days = { 一: 'Mon', 二: 'Tue', 三: 'Wed', 四: 'Thu', 五: 'Fri', 六: 'Sat', 日: 'Sun' } as const

const said: readonly (readonly [RegExp, string | ((...found: string[]) => string)])[] = [
  [/24小时开放/, 'Open day and night'],
  [/(\d+)月(\d+)日/g, (_, month, day) => `${day} ${months[Number(month) - 1]}`],
  [/周([一二三四五六日])/g, (_, day) => days[day as keyof typeof days]],
  [/至/g, '–'],
  [/每天/, 'Every day'],
  [/调休上班日/, 'Make-up workdays'],
  [/节假日/, 'Public holidays'],
  [/请先询问/, ': please ask first'],
  [/照常/, ': as usual'],
  [/休息/, ': closed'],
  [/全天/g, 'all day'],
  [/次日/g, 'next day '],
  [/、/g, ', '],
]

/** '周一至周五 8:30–17:30' → 'Mon–Fri 8:30–17:30'; what somebody wrote beside it stays as it is. */
export const hourLine = (line: string): string => {
  const [, rule = line, note = ''] = /^(.*?)(（.+）)?$/.exec(line) ?? []
  const spoken = said.reduce(
    (text, [found, put]) => (typeof put === 'string' ? text.replace(found, put) : text.replace(found, put)),
    rule,
  )
  return spoken + note.replace(/^（(.*)）$/, ' ($1)')
}
