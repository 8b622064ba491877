import type { HolidayYear } from '@yike/shared/circle/schema/holidays'
import { addDays, type LocalDate } from '@yike/shared/kernel/time'
import type { Notice } from '@yike/shared/kernel/workday'
import { spokenList } from '../../platform/spoken'
import { holidayWords as words } from '../words/holidays'

type Days = Pick<HolidayYear, 'holidays' | 'workdays'>

/** A notice in the shape in which the API tells of it. */
export const daysOf = ({ holidays, workdays }: Notice): Days => {
  const list = (days: Notice['holidays']) =>
    Object.keys(days)
      .sort()
      .map(on => ({ on, name: days[on] ?? '' }))
  return { holidays: list(holidays), workdays: list(workdays) }
}

/** One line for each festival: when it is off, and on which weekend days one works for it. */
export const linesOf = ({ holidays, workdays }: Days): string[] => {
  const names = [...new Set(holidays.map(({ name }) => name))]
  const ofName = (days: Days['holidays'], name: string) =>
    days.filter(day => day.name === name).map(({ on }) => on)
  return names.map(name => {
    const worked = ofName(workdays, name)
    return spokenList(
      words.off(words.festival(name), spokenList(...runsOf(ofName(holidays, name)))),
      worked.length > 0 && words.worked(spokenList(...worked.map(spoken))),
    )
  })
}

const spoken = (on: LocalDate): string => words.day(Number(on.slice(5, 7)), Number(on.slice(8, 10)))

/** Days one after the other as from and to. */
const runsOf = (days: readonly LocalDate[]): string[] => {
  const runs: LocalDate[][] = []
  for (const on of days) {
    const run = runs.at(-1)
    if (run && addDays(run.at(-1) ?? '', 1) === on) run.push(on)
    else runs.push([on])
  }
  return runs.map(run => {
    const [from = '', to = ''] = [run[0], run.at(-1)]
    return from === to ? spoken(from) : words.range(spoken(from), spoken(to))
  })
}
