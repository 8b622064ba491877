/** The State Council's notice of a year: whoever answers for a street enters it when it is published. */
import type { circle } from '@yike/shared/circle/contract'
import { type NoticeFault, readNotice } from '@yike/shared/circle/rules/notice'
import type { HolidayYear, HolidayYears } from '@yike/shared/circle/schema/holidays'
import { ok, refuse } from '@yike/shared/kernel/result'
import { type Instant, localDate } from '@yike/shared/kernel/time'
import { heldNotices, isHeld, learnNotice, type Notice } from '@yike/shared/kernel/workday'
import type { Handlers } from '../../platform/handler'
import type { Table } from '../../platform/table'
import { type EnteredNotice, loadNotices, noticeChange } from '../store/holidays'

export const holidayHandlers = (
  table: Table,
): Pick<Handlers<typeof circle.endpoints>, 'holidays' | 'enterHolidays'> => ({
  async holidays({ now }) {
    return ok(yearsOf(await loadNotices(table), now))
  },

  async enterHolidays({ actor, now }, { year, text, version }) {
    if (isHeld(year)) return refuse('circle.year_held')
    const read = readNotice(text, year)
    if ('why' in read) return refuse('circle.notice_unclear', { fields: { text: faultWords(read) } })
    const before = await loadNotices(table)
    const notice = { year, ...read, version: version + 1, enteredAt: now, actorId: actor.residentId }
    const known = before.find(one => one.year === year)
    // The same notice again has been entered already.
    const isRepeat =
      known?.version === notice.version &&
      known.actorId === actor.residentId &&
      JSON.stringify(daysOf(known.holidays)) === JSON.stringify(daysOf(notice.holidays))
    if (isRepeat) return ok(yearsOf(before, now))
    const saved = await table.write([noticeChange(notice)])
    if (!saved.ok) return saved
    learnNotice(year, notice)
    return ok(yearsOf([...before.filter(one => one.year !== year), notice], now))
  },
})

const yearsOf = (entered: readonly EnteredNotice[], now: Instant): HolidayYears => {
  const held = heldNotices.map(([year, notice]) => yearOf(year, notice, 0))
  const others = entered
    .filter(({ year }) => !isHeld(year))
    .map(notice => yearOf(notice.year, notice, notice.version))
  const years = [...held, ...others].sort((one, other) => other.year - one.year)
  const today = localDate(now)
  const current = Number(today.slice(0, 4))
  return {
    years,
    missing: [current, current + 1].filter(year => !years.some(one => one.year === year)),
  }
}

const yearOf = (year: number, { holidays, workdays }: Notice, version: number): HolidayYear => ({
  year,
  holidays: daysOf(holidays),
  workdays: daysOf(workdays),
  entered: version > 0,
  version,
})

/** The library names a day in two languages: "Spring Festival,春节,4". */
const daysOf = (days: Notice['holidays']): HolidayYear['holidays'] =>
  Object.keys(days)
    .sort()
    .map(on => ({ on, name: days[on]?.split(',')[1] ?? days[on] ?? '' }))

const faultWords = ({ why, about }: NoticeFault): string =>
  ({
    missing: `没有写到：${about}`,
    date: `这个日期不对：${about}`,
    weekday: `${about}不是这一天，可能是别的年份的通知`,
    count: `${about}的天数和“共几天”对不上`,
    workday: `${about}不能是调休上班日，它不在周末，或者同时放假`,
  })[why]
