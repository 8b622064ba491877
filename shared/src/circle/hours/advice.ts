import type { Trouble, Unclear } from './read'

export const advice: Readonly<Record<Trouble, (part: string) => string>> = {
  word: part => `“${part}”没看懂，请换个说法。例如：每天 8:30–17:30。`,
  clock: part => `“${part}”不是钟点，或有两种意思。请写成 24 小时制：9:00–17:30。`,
  season: part => `“${part}”按季节分。请只写现在的，换季时再改。`,
  festival: part => `“${part}”请放到“临时安排”里。写上哪几天。`,
  silent: () => '还没写几点到几点。例如：8:30–17:30。',
  weekless: () => '只写了节假日，还没写平时。例如：每天 8:30–17:30，节假日休。',
  loose: () => '有的日子没写时间，或写反了。请先写日子，再写时间。',
  contradiction: () => '同一天写了两种时间，请只留一种。',
}

/** What to write otherwise, in a sentence for whoever typed it. */
export const adviceOn = ({ part, why }: Unclear): string => advice[why](part)
