/**
 * The State Council's yearly notice of holidays (国务院办公厅关于…年部分节假日安排的通知), read as it is published:
 * "一、元旦：1月1日（周五）至3日（周日）放假，共3天。1月4日（周一）上班。" It says most things twice, by date and by weekday and by
 * how many days they are; where the two differ, it was copied wrongly or is another year's.
 */
import { addDays, daysBetween, type LocalDate, weekdayOf } from '../../kernel/time'
import type { Notice } from '../../kernel/workday'

export type NoticeFault =
  /** Of these festivals nothing is said. */
  | { readonly why: 'missing'; readonly about: string }
  /** A date is not in the calendar, or cannot be read. */
  | { readonly why: 'date'; readonly about: string }
  /** The date falls on another weekday: most likely the notice of another year. */
  | { readonly why: 'weekday'; readonly about: string }
  /** Other than the days that the notice counts itself. */
  | { readonly why: 'count'; readonly about: string }
  /** A make-up workday on a day that is one anyway, or that is a holiday too. */
  | { readonly why: 'workday'; readonly about: string }

const festivals = ['元旦', '春节', '清明', '劳动', '端午', '中秋', '国庆'] as const
const heading =
  /(元旦|春节|清明节?|劳动节|端午节?|中秋节?|国庆节?)(?:[、和]?(中秋节?|国庆节?|端午节?))?[:：]/g
const dayText =
  /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:[(（](?:周|星期)([一二三四五六日天])[^)）]*[)）]|[(（][^)）]*[)）])?/g
const weekdays = '一二三四五六日'

/** Days by what they are for, as the notice of that year gives them. */
export const readNotice = (text: string, year: number): Notice | NoticeFault => {
  const plain = text.replace(/\s+/g, '')
  const headings = [...plain.matchAll(heading)]
  const holidays: Record<LocalDate, string> = {}
  const workdays: Record<LocalDate, string> = {}
  for (const [nth, found] of headings.entries()) {
    const name = found[0].slice(0, -1)
    const part = plain.slice(found.index + found[0].length, headings[nth + 1]?.index)
    const [off = '', ...rest] = part.split('放假')
    const away = datesIn(off, year)
    if ('why' in away) return away
    const counted = /共(\d+)天/.exec(part)?.[1]
    if (away.length === 0 || (counted !== undefined && Number(counted) !== away.length))
      return { why: 'count', about: name }
    const at = datesIn(clausesOf(rest.join('放假')), year, away.at(-1))
    if ('why' in at) return at
    for (const on of away) holidays[on] = name
    for (const on of at) workdays[on] = name
  }
  const said = headings.map(([words]) => words).join('')
  const missing = festivals.filter(festival => !said.includes(festival))
  if (missing.length > 0) return { why: 'missing', about: missing.join('、') }
  const odd = Object.keys(workdays).find(on => weekdayOf(on) < 5 || on in holidays)
  return odd === undefined ? { holidays, workdays } : { why: 'workday', about: odd }
}

/** Of what follows the holidays, the clauses that say when one works. */
const clausesOf = (text: string): string =>
  text
    .split(/[。；;]/)
    .filter(clause => clause.includes('上班'))
    .join('，')

const datesIn = (text: string, year: number, after?: LocalDate): LocalDate[] | NoticeFault => {
  const dates: LocalDate[] = []
  let month = after?.slice(5, 7) ?? ''
  let end = 0
  for (const found of text.matchAll(dayText)) {
    const [whole, inYear, inMonth, day = '', weekday] = found
    month = (inMonth ?? month).padStart(2, '0')
    const on = `${inYear ?? year}-${month}-${day.padStart(2, '0')}`
    if (!isDate(on)) return { why: 'date', about: whole }
    if (weekday && weekdays.indexOf(weekday === '天' ? '日' : weekday) !== weekdayOf(on))
      return { why: 'weekday', about: whole }
    const last = dates.at(-1)
    const isRange = last !== undefined && /^[至到—–-]+$/.test(text.slice(end, found.index))
    const days = isRange ? daysBetween(last, on) : 1
    if (days < 1 || days > 15) return { why: 'date', about: whole }
    for (let ahead = days - 1; ahead >= 0; ahead--) dates.push(addDays(on, -ahead))
    end = found.index + whole.length
  }
  return dates
}

const isDate = (on: string): boolean =>
  /^20\d\d-\d\d-\d\d$/.test(on) && !Number.isNaN(Date.parse(on)) && new Date(on).toISOString().startsWith(on)
