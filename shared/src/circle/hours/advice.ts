import type { Trouble, Unclear } from './read'

const advice: Readonly<Record<Trouble, (part: string) => string>> = {
  word: part => `“${part}”没看懂，请换个说法，例如“每天 8:30–17:30，周三休，节假日照常”。`,
  clock: part => `“${part}”有两种意思或不是钟点，请写成 24 小时制，例如 9:00–17:30。`,
  season: part => `“${part}”按季节分的时间请只写现在的，换季时再改。`,
  festival: part => `“${part}”请放到“临时安排”里，写上哪几天。`,
  silent: () => '还没写几点到几点，例如 8:30–17:30。',
  loose: () => '有的日子没写时间，或时间写在日子前面了；请先写日子再写时间，例如“周一至周五 9:00–17:00”。',
  contradiction: () => '同一天写了两种时间，请只留一种。',
}

/** What to write otherwise, in a sentence for whoever typed it. */
export const adviceOn = ({ part, why }: Unclear): string => advice[why](part)
