import type { Shift, Staffing } from '@yike/shared/booking/rules/staffing'
import type { Terms } from '@yike/shared/booking/rules/terms'
import type { WeeklyHours } from '@yike/shared/circle/hours'
import { understandHours } from '@yike/shared/circle/hours/read'
import { writeHours } from '@yike/shared/circle/hours/write'
import type { RegionCode } from '@yike/shared/identity/schema'
import { offeringWords as words } from '../words'

/** 60 · 60 岁 · 6 个月 as months; undefined: not understood, or nothing written. */
export const ageOf = (typed = ''): number | undefined => {
  const [, number, unit = ''] = /^(\d{1,3})\s*(\D*)$/.exec(typed.normalize('NFKC').trim()) ?? []
  if (!number || !(unit in words.ageUnits)) return undefined
  return Number(number) * (words.ageUnits[unit] ?? 0)
}

/** The same age as it can be typed again. */
export const writtenAge = (months: number | undefined): string => {
  if (months === undefined) return ''
  return months % 12 === 0 ? words.years(months / 12) : words.months(months)
}

/** Who is on duty in an ordinary week, one row for each person and their hours. */
export const carersOf = (weekly: Staffing['weekly']): { name: string; hours: string }[] => {
  const names = [...new Set(weekly.flat().map(({ name }) => name))]
  return names.map(name => {
    const days = weekly.map(shifts =>
      shifts.filter(one => one.name === name).map(one => [one.fromMinute, one.toMinute] as const),
    )
    const hours: WeeklyHours = { days, publicHoliday: 'asUsual' }
    return { name, hours: writeHours(hours) }
  })
}

/** The rows as a roster of the week, Monday first; undefined: one is not understood. */
export const weeklyOf = (rows: readonly Readonly<Record<string, string>>[]): Shift[][] | undefined => {
  const read = rows.map(({ name = '', hours = '' }) => ({ name: name.trim(), hours: understandHours(hours) }))
  if (read.some(({ name, hours }) => name === '' || 'unclear' in hours)) return undefined
  return Array.from({ length: 7 }, (_, day) =>
    read.flatMap(({ name, hours }) =>
      'unclear' in hours
        ? []
        : (hours.hours.days[day] ?? []).map(([fromMinute, toMinute]) => ({ name, fromMinute, toMinute })),
    ),
  )
}

/** For whom it is, as it was typed; undefined: for everybody. */
export const eligibleOf = (
  min: string | undefined,
  below: string | undefined,
  { livesIn, disabled, team }: { livesIn?: string | undefined; disabled?: boolean; team?: boolean },
) => {
  const ageMonths = { min: ageOf(min), below: ageOf(below) }
  const isAged = ageMonths.min !== undefined || ageMonths.below !== undefined
  return isAged || livesIn || disabled || team
    ? {
        ...(isAged && { ageMonths }),
        ...(livesIn && { livesIn }),
        ...(disabled && { disabled: true as const }),
        ...(team && { team: true as const }),
      }
    : undefined
}

/** Whom it may be for, by where they live, each narrower than the one before; what was chosen before stays to be chosen. */
export const homesOf = (community: RegionCode, chosen = '') => {
  const levels = Object.entries(words.livesIn).map(([digits, label]) => ({
    value: community.slice(0, Number(digits)),
    label,
  }))
  return chosen === '' || levels.some(({ value }) => value === chosen)
    ? levels
    : [...levels, { value: chosen, label: chosen }]
}

export const yuanOf = (fen: number): string => String(fen / 100)

/** Other prices as they are written. */
export const priceRows = (prices: Terms['prices'] = []) =>
  prices.map(({ eligible, priceFen, why }) => ({
    ...{ min: writtenAge(eligible.ageMonths?.min), below: writtenAge(eligible.ageMonths?.below) },
    livesIn: eligible.livesIn ?? '',
    disabled: eligible.disabled ? 'yes' : '',
    team: eligible.team ? 'yes' : '',
    yuan: yuanOf(priceFen),
    why,
  }))
