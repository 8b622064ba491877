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
  /** 午休 12:00-14:00: closed within the hours before it. */
  | { readonly is: 'break'; readonly span: Span }
  /** 除周一外. */
  | { readonly is: 'daysExcepted'; readonly days: readonly number[] }
  /** 上午休: closed for a part of the days before it. */
  | { readonly is: 'closedPart'; readonly span: Span }
  /** 错时、延时、夜间: what follows is open besides the usual hours (S2:L90). */
  | { readonly is: 'extra' }

/**
 * Why a part of a text is not understood. `clock`: a time that could mean two things, or none · `season`: hours that
 * differ by season or month · `festival`: a single festival or day of a month, which belongs with the special days ·
 * `word`: anything else.
 */
export type Puzzle = 'clock' | 'season' | 'festival' | 'word'

export interface Unread {
  readonly part: string
  readonly why: Puzzle
}

/** Seven different days with three spans each stay below this. */
const longest = 500
const weekdays = '一二三四五六日'
const everyDay = [0, 1, 2, 3, 4, 5, 6]

const week = '(?:周|星期|礼拜)'
const day = '[一二三四五六日]'
const stretch = `${day}(?:\\s*-\\s*${week}?${day})?`
const dayNames = `(?:每|逢)?${week}${stretch}(?:\\s*[、,和及]?\\s*${week}?${stretch})*`
const dayList = new RegExp(dayNames, 'y')
const excepted = new RegExp(`除了?(${dayNames})(?:之外|以外|外)|(${dayNames})除外`, 'y')

const holiday = '(?:国家)?(?:法定|国定|公共)?(?:节假日|假日|节日)'
const period = '(次日|第二天|翌日|凌晨|清晨|早上|早晨|早|上午|中午|正午|下午|午后|傍晚|晚上|晚间|夜间|晚)?'
const clock = `${period}\\s*(\\d{1,2})(?:\\s*[:点时]\\s*(\\d{2}|半)?\\s*分?)?`
const rangeText = `${clock}\\s*-\\s*${clock}(?![\\d:])`
const range = new RegExp(rangeText, 'y')
const noonBreak = new RegExp(`(?:午休|(?:中午|午间)休息)(?:时间)?\\s*[:为]?\\s*${rangeText}`, 'y')
/** 12:00-13:00 午休. Hours behind it would leave open to which of both it belongs. */
const breakBehind = new RegExp(
  `${rangeText}\\s*为?(午休|(?:中午|午间)休息|休息?)(?!(?:时间)?\\s*[:为]?\\s*\\d)`,
  'y',
)
const isNoonBreak = (match: RegExpExecArray): boolean =>
  /午/.test(match[7] ?? '') || /[中正]午/.test(match[1] ?? '')
const closedWords = '休息|休馆|闭馆|闭园|关门|关闭|不开放|不营业|不办公|不对外开放|不上班|停业|歇业|放假|休'
const partClosed = new RegExp(`(上午|下午)(?:${closedWords})`, 'y')

/** 上午 ends at noon by the dictionary; 下午 ends with office hours, see `weekOf`. */
const partOfDay = { 上午: [0, 720], 下午: [720, 1080] } as const

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

const spanToken = (is: 'span' | 'break', match: RegExpExecArray): Token | undefined => {
  const span = spanOf(clockText(match, 1), clockText(match, 4))
  return span && { is, span }
}

type Rule = readonly [pattern: RegExp, token: (match: RegExpExecArray) => Token | 'filler' | undefined]

const word = (pattern: string, token: Token | 'filler'): Rule => [new RegExp(pattern, 'y'), () => token]

/** Tried in this order at each place of the text: 不开放 stands before 开放, 全年无休 before 无休. */
const rules: readonly Rule[] = [
  word('\\s+|[,;。、()\\[\\]|/]', 'filler'),
  word(`\\d{1,2}:\\d{2}\\s*后?停止(?:入场|入馆|进馆|入园|售票|取号|办理)`, 'filler'),
  word('(?:中午|午间)不休息?|其[余他](?:时间|日子|日期)?|平时', 'filler'),
  [noonBreak, match => spanToken('break', match)],
  [breakBehind, match => (isNoonBreak(match) ? spanToken('break', match) : undefined)],
  [partClosed, match => ({ is: 'closedPart', span: partOfDay[match[1] as keyof typeof partOfDay] })],
  word(`除了?${holiday}(?:之外|以外|外)?|${holiday}(?:除外|不含)|不含${holiday}`, { is: 'holidayExcepted' }),
  word('全年(?:无休|不休息?|开放)|365天', { is: 'yearRound' }),
  word(`(?:全天候?\\s*)?(?:24\\s*(?:小时|h)|7\\s*[*x×]\\s*24(?:\\s*小时)?)(?:\\s*全天候?)?|全天候?`, {
    is: 'allDay',
  }),
  word('(?:错时|延时|夜间)(?:延时|错时)?(?:服务|开放|办理)?(?:时间)?', { is: 'extra' }),
  word('每天|每日|天天|全周', { is: 'days', days: everyDay }),
  word('调休(?:上班|工作)?日', { is: 'makeUp' }),
  word('工作日', { is: 'days', days: [0, 1, 2, 3, 4], workday: true }),
  word('周末|双休日', { is: 'days', days: [5, 6] }),
  [excepted, match => ({ is: 'daysExcepted', days: daysOf(match[1] ?? match[2] ?? '') })],
  [dayList, match => ({ is: 'days', days: daysOf(match[0]) })],
  word(holiday, { is: 'holiday' }),
  [range, match => spanToken('span', match)],
  word('请(?:先|提前)?(?:询问|咨询|电联|致电|来电)', { is: 'ask' }),
  word('照常(?:开放|营业|服务)?|正常(?:开放|营业|服务|上班)|不休息?|无休', { is: 'usual' }),
  word(closedWords, { is: 'closed' }),
  word('(?:对外)?(?:开放|营业|服务|办公|接待|开门)(?:时间)?|时间|:|为|和|以及|及|均|都', 'filler'),
]

/** The tokens of a text, or the part of it that is not understood. */
export const tokensOf = (typed: string): { readonly tokens: Token[] } | { readonly unread: Unread } => {
  const text = plainText(typed)
  if (text.length > longest) return { unread: { part: text.slice(0, 12), why: 'word' } }
  const tokens: Token[] = []
  for (let at = 0; at < text.length; ) {
    const read = readAt(text, at)
    if (!read) return { unread: unreadAt(text, at) }
    if (read.token !== 'filler') tokens.push(read.token)
    at = read.end
  }
  return { tokens }
}

const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

/**
 * One way to write each thing: half-width, 周日 for 周天, 9点 for 九点, 上午 for AM, and days before their hours. No pattern
 * looks behind itself: an iPhone before iOS 16.4 would not even read the file.
 */
const plainText = (typed: string): string => {
  const text = tidy(typed)
    .normalize('NFKC')
    .replace(/[–—―−‐‑~〜至到]+|-{2,}/g, '-')
    .replace(/(周|星期|礼拜)天/g, '$1日')
    .replace(/二十四(?=\s*小时)/g, '24')
    .replace(/两(?=点|时)/g, '二')
    .replace(/(周|星期|礼拜)?([一二三四五六七八九十]+)(?=点|时)/g, (said, day, hour) => {
      const nth = numerals.indexOf(hour)
      return day || nth < 0 ? said : String(nth)
    })
    .replace(/(^|[^\d.])(\d{1,2})\.(\d{2})(?![\d.])/g, '$1$2:$3')
    .replace(/(^|[^a-z])am(?=\s*\d)/gi, '$1上午')
    .replace(/(^|[^a-z])pm(?=\s*\d)/gi, '$1下午')
  return daysLast.test(text) ? text.replace(hoursThenDays, '$2 $1') : text
}

/** 9:00-21:00（周一至周五），10:00-22:00（周末）: the days of every part stand behind its hours. */
const behind = '(\\d[\\d:\\-,、\\s]*?)\\s*\\(([周星期礼拜一二三四五六日末、\\-\\s]+|工作日|双休日|每天)\\)'
const hoursThenDays = new RegExp(behind, 'g')
const daysLast = new RegExp(`^${behind}(?:\\s*[,;。]?\\s*${behind})*[。\\s]*$`)

const readAt = (text: string, at: number) => {
  for (const [pattern, tokenOf] of rules) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    const token = match && tokenOf(match)
    if (match && token) return { token, end: at + match[0].length }
  }
  return undefined
}

const season = /^(?:[春夏秋冬]季|[寒暑]假|寒暑假|夏令时|冬令时|\d{1,2}月)/
const festival = /^(?:每[月季年]|春节|除夕|元旦|清明|五一|劳动节|端午|中秋|国庆|过年)/

const unreadAt = (text: string, at: number): Unread => {
  range.lastIndex = at
  const time = range.exec(text)?.[0].trim()
  if (time) return { part: time, why: 'clock' }
  const rest = text.slice(at)
  const part = (/^[^\s,;。、()|]{1,12}/.exec(rest) ?? [rest.slice(0, 1)])[0]
  if (season.test(rest)) return { part, why: 'season' }
  if (festival.test(rest)) return { part, why: 'festival' }
  return { part, why: /^\d/.test(part) ? 'clock' : 'word' }
}
