/** A season as staff write it. */
import { isNumberOf, type Source } from '@yike/shared/booking/rules/season'
import type { SeasonFields, SeasonSlot } from '@yike/shared/booking/schema/season'
import { understandHours } from '@yike/shared/circle/hours/read'
import {
  addDays,
  clockOf,
  clockOfMinute,
  type Instant,
  instantAt,
  localDate,
  weekdayOf,
} from '@yike/shared/kernel/time'
import { spokenWords } from '../../platform/words'
import { seasonDeskWords as words } from '../words/season'

export interface SeasonDraft {
  readonly from: string
  readonly to: string
  readonly slots: string
  readonly most: number
  readonly isPriority: boolean
  readonly closesAt: string
  readonly drawAt: string
  readonly source: Source
  readonly issue: string
}

export type SeasonWrong = Partial<Record<keyof SeasonFields, string>>

const WEEKS = 12
const LEAD_DAYS = 21
const ASK_DAYS = 10

/** Twelve weeks from a Monday three weeks on; ten days to ask in. */
export const newSeasonDraft = (at: Instant): SeasonDraft => {
  const today = localDate(at)
  const soonest = addDays(today, LEAD_DAYS)
  const from = addDays(soonest, (7 - weekdayOf(soonest)) % 7)
  const closesOn = addDays(today, ASK_DAYS)
  return {
    ...{ from, to: addDays(from, 7 * WEEKS - 1), slots: '', most: 1, isPriority: true },
    ...{ closesAt: `${closesOn} 18:00`, drawAt: `${addDays(closesOn, 1)} 10:00`, source: 'hand', issue: '' },
  }
}

/** The draft with what is advised: dates as they are typed, moments as they are read here. */
export const filled = (draft: SeasonDraft, fields: Readonly<Record<string, string>>): SeasonDraft => {
  const { from = draft.from, to = draft.to, drawAt } = fields
  return {
    ...{ ...draft, from, to },
    ...(drawAt && { drawAt: `${localDate(drawAt)} ${clockOf(drawAt)}` }),
  }
}

type Weekly = Pick<SeasonSlot, 'weekday' | 'fromMinute' | 'toMinute'>

/** 周一 19:00–20:00 */
export const slotLine = ({ weekday, fromMinute, toMinute }: Weekly): string =>
  `${spokenWords.weekday(weekday)} ${clockOfMinute(fromMinute)}–${clockOfMinute(toMinute)}`

/** Weekly slots out of hours as one types them: each stretch of a day is one. */
export const slotsIn = (typed: string): Weekly[] => {
  const read = understandHours(typed)
  return 'hours' in read
    ? read.hours.days.flatMap((spans, weekday) =>
        spans.map(([fromMinute, toMinute]) => ({ weekday, fromMinute, toMinute })),
      )
    : []
}

const DATE = /^\d{4}-\d{2}-\d{2}$/
const MOMENT = /^(\d{4}-\d{2}-\d{2}) (\d{1,2})[:：](\d{2})$/

const isDate = (typed: string): boolean => DATE.test(typed) && !Number.isNaN(Date.parse(`${typed}T00:00:00Z`))

/** What is left over of the weeks up to `until`, where a season ends before; undefined: nothing is. */
export const restOf = (
  to: string,
  until: string | undefined,
): Pick<SeasonDraft, 'from' | 'to'> | undefined =>
  until && isDate(to) && to < until ? { from: addDays(to, 1), to: until } : undefined

const momentIn = (typed: string): Instant | undefined => {
  const [, on = '', hour = '', minute = ''] = MOMENT.exec(typed.trim()) ?? []
  const minutes = Number(hour) * 60 + Number(minute)
  return isDate(on) && minutes <= 1440 && Number(minute) < 60 ? instantAt(on, minutes) : undefined
}

const groups = ['elder', 'minor', 'disabled'] as const

/** The draft as it can be sent, or what of it cannot be read. */
export const readSeason = (draft: SeasonDraft): { fields: SeasonFields } | { wrong: SeasonWrong } => {
  const slots = slotsIn(draft.slots)
  const [closesAt, drawAt] = [momentIn(draft.closesAt), momentIn(draft.drawAt)]
  const [from, to] = [draft.from.trim(), draft.to.trim()]
  if (slots.length === 0 || !closesAt || !drawAt || !isDate(from) || !isDate(to))
    return {
      wrong: {
        ...(!isDate(from) && { from: words.dateUnreadable }),
        ...(!isDate(to) && { to: words.dateUnreadable }),
        ...(slots.length === 0 && { slots: words.slotsUnreadable }),
        ...(!closesAt && { closesAt: words.unreadable }),
        ...(!drawAt && { drawAt: words.unreadable }),
      },
    }
  const issue = draft.issue.trim()
  return {
    fields: {
      ...{ from, to, slots, most: draft.most, closesAt, drawAt, source: draft.source },
      priority: draft.isPriority ? [...groups] : [],
      ...(draft.source !== 'hand' && issue && { issue }),
    },
  }
}

/** Digits in groups, one space between them, however they were typed. */
export const tidyNumber = (typed: string): string =>
  typed
    .trim()
    .split(/[\s,，、+]+/)
    .join(' ')

/** What stands against a number that was typed twice: it cannot be changed afterwards. */
export const whyNotNumber = (source: Source, one: string, again: string): string | undefined => {
  if (!isNumberOf(source, tidyNumber(one))) return words.numberHint(source)
  return tidyNumber(one) === tidyNumber(again) ? undefined : words.differ
}
