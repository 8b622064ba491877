/** What can be booked. A kind is configuration over one engine. */
export const kinds = ['elderCare', 'childcare', 'venue', 'homeVisit', 'counter'] as const
/** 养老照护 · 托育 · 场地 · 上门服务 · 窗口预约 */
export type BookingKind = (typeof kinds)[number]

/** Rooms are for whoever fills them; care and counters are for one person. */
export const isForTeams = (kind: BookingKind): boolean => kind === 'venue'

/** A class of childcare as its standard describes it; each number is a setting of the class that uses it. */
export interface ClassStandard {
  readonly name: string
  /** Most children in the room. */
  readonly room: number
  /** Children for each carer on duty. */
  readonly ratio: number
  readonly ageMonths: { readonly min: number; readonly below: number }
}

/** 托育机构设置标准（试行）, as Shenzhen applies it (requirements.md, rule details: 托育). */
export const classStandards = {
  infants: { name: '乳儿班', room: 10, ratio: 3, ageMonths: { min: 6, below: 12 } },
  toddlers: { name: '托小班', room: 15, ratio: 5, ageMonths: { min: 12, below: 24 } },
  twos: { name: '托大班', room: 20, ratio: 7, ageMonths: { min: 24, below: 36 } },
  mixed: { name: '混龄班', room: 18, ratio: 6, ageMonths: { min: 18, below: 36 } },
} as const satisfies Record<string, ClassStandard>

/** How a matter can be settled: at the window, at home, by an agent of the community (S0:L38, S2:L130). */
export const counterModes = ['window', 'visit', 'agent'] as const
export type CounterMode = (typeof counterModes)[number]

/**
 * What an offering is for, kind by kind: a kitchen, a court of one sport, a class of one standard, one matter at a
 * counter. Only what is for the same thing stands in for what closes; what says nothing stands in for nothing.
 */
export const purposesOf = {
  venue: [
    'hall',
    'room',
    'meeting',
    'kitchen',
    'banquet',
    'studio',
    'rehearsal',
    'badminton',
    'tableTennis',
    'basketball',
    'parking',
  ],
  elderCare: ['dayCare', 'bathing', 'activity', 'shortStay', 'respite', 'rehabilitation'],
  childcare: ['infants', 'toddlers', 'twos', 'mixed', 'playtime', 'afterSchool'],
  homeVisit: ['nursing', 'homeBathing', 'housekeeping', 'homeRepair'],
  counter: ['seniority', 'residence', 'socialSecurity', 'medicalInsurance', 'disability', 'housing'],
} as const satisfies Record<BookingKind, readonly string[]>
export type Purpose = (typeof purposesOf)[BookingKind][number]
export const purposes: readonly Purpose[] = Object.values(purposesOf).flat()
