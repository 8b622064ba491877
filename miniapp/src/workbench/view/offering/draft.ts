import type { BookingKind, CounterMode, Purpose } from '@yike/shared/booking/kinds'
import type { PriorityGroup } from '@yike/shared/booking/rules/terms'
import type { OfferingEntry } from '@yike/shared/booking/schema/upkeep'
import type { PriceClass } from '@yike/shared/circle/schema'
import type { Row } from '../../rows'
import { equipmentRows } from '../equipment'
import { carersOf, priceRows, writtenAge, yuanOf } from '../terms'

/** An offering as it is being written. */
export interface OfferingDraft {
  kind: BookingKind
  /** '': not listed. */
  purpose: Purpose | ''
  sharesWith: string
  attended: boolean
  name: string
  forWhom: string
  capacity: string
  hours: string
  closures: readonly Row[]
  slotMinutes: number
  longestMinutes: number
  stepMinutes: number
  beforeMinutes: number
  afterMinutes: number
  daysAhead: number
  noticeMinutes: number
  staffNoticeMinutes: number
  cancelMinutes: number
  /** 0: as its kind is. */
  remindMinutes: number
  needsApproval: boolean
  ageMin: string
  ageBelow: string
  /** Code of the community, or of what lies above it; empty: wherever somebody lives. */
  livesIn: string
  /** Only with a disability certificate. */
  disabled: boolean
  /** Only for registered teams. */
  team: boolean
  groups: readonly PriorityGroup[]
  priorityDays: number
  quotas: readonly Row[]
  priceClass: PriceClass
  yuan: string
  prices: readonly Row[]
  staffed: boolean
  ratio: string
  carers: readonly Row[]
  papers: readonly Row[]
  modes: readonly CounterMode[]
  equipment: readonly Row[]
  isPaused: boolean
  paused: string
}

export const draftOfOffering = (entry: OfferingEntry): OfferingDraft => ({
  purpose: entry.purpose ?? '',
  ...{ kind: entry.kind, sharesWith: '', attended: entry.attended },
  name: entry.name,
  forWhom: entry.forWhom,
  capacity: String(entry.capacity),
  hours: entry.hours,
  closures: entry.closures,
  slotMinutes: entry.slotMinutes,
  longestMinutes: entry.longestMinutes ?? entry.slotMinutes,
  stepMinutes: entry.stepMinutes ?? 0,
  beforeMinutes: entry.beforeMinutes ?? 0,
  afterMinutes: entry.afterMinutes ?? 0,
  daysAhead: entry.daysAhead,
  noticeMinutes: entry.noticeMinutes,
  staffNoticeMinutes: entry.staffNoticeMinutes ?? 0,
  cancelMinutes: entry.cancelMinutes,
  remindMinutes: entry.remindMinutes ?? 0,
  needsApproval: entry.needsApproval,
  ageMin: writtenAge(entry.eligible?.ageMonths?.min),
  ageBelow: writtenAge(entry.eligible?.ageMonths?.below),
  livesIn: entry.eligible?.livesIn ?? '',
  disabled: entry.eligible?.disabled ?? false,
  team: entry.eligible?.team ?? false,
  groups: entry.priority?.groups ?? [],
  priorityDays: entry.priority?.days ?? 1,
  quotas: (entry.quotas ?? []).map(({ per, count, within, most, pool = '' }) => ({
    ...{ per, count, within, pool },
    most: String(count === 'minutes' ? most / 60 : most),
  })),
  priceClass: entry.priceClass,
  yuan: yuanOf(entry.priceFen),
  prices: priceRows(entry.prices),
  staffed: entry.staffing !== undefined,
  ratio: String(entry.staffing?.ratio ?? 5),
  carers: entry.staffing ? carersOf(entry.staffing.weekly) : [],
  papers: (entry.papers ?? []).map(({ name, note = '' }) => ({ name, note })),
  modes: entry.modes ?? [],
  equipment: equipmentRows(entry.equipment),
  isPaused: entry.paused !== undefined,
  paused: entry.paused ?? '',
})

export const newOfferingDraft = (): OfferingDraft => ({
  purpose: '',
  ...{ kind: 'venue', sharesWith: '', attended: true, name: '', forWhom: '', capacity: '1', hours: '' },
  ...{ slotMinutes: 60, longestMinutes: 60, stepMinutes: 0, beforeMinutes: 0, afterMinutes: 0 },
  ...{ daysAhead: 14, noticeMinutes: 30, staffNoticeMinutes: 0, cancelMinutes: 60, needsApproval: false },
  ...{
    ageMin: '',
    ageBelow: '',
    livesIn: '',
    disabled: false,
    team: false,
    groups: [],
    priorityDays: 1,
    quotas: [],
    closures: [],
  },
  ...{ priceClass: 'free', yuan: '0', prices: [], staffed: false, ratio: '5', carers: [], papers: [] },
  ...{ modes: [], equipment: [], isPaused: false, paused: '', remindMinutes: 0 },
})
