/**
 * The words in which people write opening hours in Chinese, cut into tokens. A text with one word that
 * is not in this list is not understood as a whole: half-understood hours would be a guess.
 */
import { tidy } from '../../kernel/zod'
import type { Span } from '../hours'
import { type ClockText, spanOf } from './clock'

export type Token =
  /** Weekdays, 0 = Monday. `workday`: said as 工作日, so make-up days count and holidays do not. */
  | { readonly is: 'days'; readonly days: readonly number[]; readonly workday?: true }
  | {
      readonly is:
        | 'holiday'
        | 'makeUp'
        | 'closed'
        | 'usual'
        | 'yearRound'
        | 'holidayExcepted'
        | 'ask'
        | 'allDay'
    }
  | { readonly is: 'span'; readonly span: Span }

/** Seven different days with three spans each stay below this. */
const longest = 500
const weekdays = '一二三四五六日'
const everyDay = [0, 1, 2, 3, 4, 5, 6]

const week = '(?:周|星期|礼拜)'
const day = '[一二三四五六日]'
const stretch = `${day}(?:\\s*-\\s*${week}?${day})?`
const dayList = new RegExp(`(?:每|逢)?${week}${stretch}(?:\\s*[、,和及]?\\s*${week}?${stretch})*`, 'y')

const holiday = '(?:国家)?(?:法定|国定|公共)?(?:节假日|假日|节日)'
const period = '(次日|第二天|翌日|凌晨|清晨|早上|早晨|早|上午|中午|正午|下午|午后|傍晚|晚上|晚间|夜间|晚)?'
const clock = `${period}\\s*(\\d{1,2})(?:\\s*[:点时]\\s*(\\d{2}|半)?\\s*分?)?`
const range = new RegExp(`${clock}\\s*-\\s*${clock}(?![\\d:])`, 'y')

const clockText = (match: RegExpExecArray, at: number): ClockText => ({
  period: match[at],
  hour: match[at + 1] ?? '',
  minute: match[at + 2],
})

/** 周一-周五 → 0…4; 周六-周一 wraps; 周一、三、五 is a list. */
const daysOf = (text: string): number[] => {
  const days: number[] = []
  let from: number | undefined
  for (const character of text.replace(/\s/g, '')) {
    const found = weekdays.indexOf(character)
    if (character === '-') from = days.at(-1)
    if (found < 0) continue
    if (from !== undefined)
      for (let next = (from + 1) % 7; next !== found; next = (next + 1) % 7) days.push(next)
    from = undefined
    days.push(found)
  }
  return [...new Set(days)]
}

type Rule = readonly [pattern: RegExp, token: (match: RegExpExecArray) => Token | 'filler' | undefined]

const word = (pattern: string, token: Token | 'filler'): Rule => [new RegExp(pattern, 'y'), () => token]

/** Tried in this order at each place of the text: 不开放 stands before 开放, 全年无休 before 无休. */
const rules: readonly Rule[] = [
  word('\\s+|[,;。、()\\[\\]|/]', 'filler'),
  word(`\\d{1,2}:\\d{2}\\s*后?停止(?:入场|入馆|进馆|入园|售票|取号|办理)`, 'filler'),
  word('(?:中午|午间)不休息?', 'filler'),
  word(`除了?${holiday}(?:之外|以外|外)?|${holiday}(?:除外|不含)|不含${holiday}`, { is: 'holidayExcepted' }),
  word('全年(?:无休|不休息?)|365天', { is: 'yearRound' }),
  word('24\\s*(?:小时|h)|全天候?|7\\s*[*x×]\\s*24(?:\\s*小时)?', { is: 'allDay' }),
  word('每天|每日|天天|全周', { is: 'days', days: everyDay }),
  word('调休(?:上班|工作)?日', { is: 'makeUp' }),
  word('工作日', { is: 'days', days: [0, 1, 2, 3, 4], workday: true }),
  word('周末|双休日', { is: 'days', days: [5, 6] }),
  [dayList, match => ({ is: 'days', days: daysOf(match[0]) })],
  word(holiday, { is: 'holiday' }),
  [
    range,
    match => {
      const span = spanOf(clockText(match, 1), clockText(match, 4))
      return span && { is: 'span', span }
    },
  ],
  word('请(?:先|提前)?(?:询问|咨询|电联|致电|来电)', { is: 'ask' }),
  word('照常(?:开放|营业|服务)?|正常(?:开放|营业|服务|上班)|不休息?|无休', { is: 'usual' }),
  word('休息|休馆|闭馆|闭园|关门|关闭|不开放|不营业|不对外开放|不上班|停业|歇业|放假|休', { is: 'closed' }),
  word('(?:对外)?(?:开放|营业|服务|办公|接待|开门)(?:时间)?|时间|:|为|和|以及|及|均|都', 'filler'),
]

/** The tokens of a text, or undefined where any part of it is not understood. */
export const tokensOf = (typed: string): Token[] | undefined => {
  const text = tidy(typed)
    .normalize('NFKC')
    .replace(/[–—―−‐‑~〜至到]+|-{2,}/g, '-')
    .replace(/(?<=周|星期|礼拜)天/g, '日')
  if (text.length > longest) return undefined
  const tokens: Token[] = []
  for (let at = 0; at < text.length; ) {
    const read = readAt(text, at)
    if (!read) return undefined
    if (read.token !== 'filler') tokens.push(read.token)
    at = read.end
  }
  return tokens
}

const readAt = (text: string, at: number) => {
  for (const [pattern, tokenOf] of rules) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    const token = match && tokenOf(match)
    if (match && token) return { token, end: at + match[0].length }
  }
  return undefined
}
